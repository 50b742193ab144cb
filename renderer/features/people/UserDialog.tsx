import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfficeUser, UserForm } from '../../../electron/contract/people.ts';
import { roles, roleWords } from '../../../electron/contract/roles.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';

const says: Readonly<Record<(typeof roles)[number], string>> = {
  view: 'xem, xem trước, lập tệp',
  enter: 'thêm và sửa hồ sơ, nhập dữ liệu',
  approve: 'chốt, ban hành, nhận gói, quyết định xếp loại',
  administer: 'thiết lập, quy tắc, người dùng, khôi phục',
};

/** Adds somebody or changes what they may do; ending is a last day. */
export function UserDialog({ user, first, onClose }: { user: OfficeUser | null; first: boolean; onClose: () => void }) {
  const [form, setForm] = useState<UserForm>(() =>
    user
      ? {
          name: user.name,
          role: user.role,
          scope_id: user.scope_id,
          note: user.note,
          valid_from: user.valid_from,
          valid_to: user.valid_to,
        }
      : {
          name: '',
          role: first ? 'administer' : 'enter',
          scope_id: null,
          note: null,
          valid_from: null,
          valid_to: null,
        },
  );
  const set = (change: Partial<UserForm>) => setForm((now) => ({ ...now, ...change }));
  const [passphrase, setPassphrase] = useState('');
  const { data: worker } = useQuery(api.people.who.queryOptions());
  const save = useChange(async () => {
    const { id } = await client.people.save({ id: user?.id ?? null, form });
    if (passphrase !== '') await client.people.setPassphrase({ id, passphrase });
  });
  return (
    <Dialog
      title={user ? `Người dùng: ${user.name}` : 'Thêm người dùng'}
      opened
      onClose={onClose}
      action="Lưu"
      busy={save.isPending}
      disabled={form.name.trim() === ''}
      error={save.error}
      onAction={() => save.mutate(undefined, { onSuccess: onClose })}
    >
      {first && <p>Người đầu tiên có quyền quản trị. Từ đó, mở sổ phải chọn người làm việc.</p>}
      <TextInput
        label="Họ và tên"
        data-autofocus
        autoComplete="off"
        value={form.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label="Quyền"
        data={roles.map((value) => ({ value, label: `${roleWords[value]}: ${says[value]}` }))}
        value={form.role}
        onChange={(event) => {
          const role = roles.find((one) => one === event.currentTarget.value) ?? 'view';
          // Who administers has the whole office.
          set(role === 'administer' ? { role, scope_id: null } : { role });
        }}
      />
      {form.role !== 'administer' && (
        <OrganisationPicker
          label="Phạm vi"
          none="Toàn sổ"
          value={form.scope_id}
          onChange={(scope_id) => set({ scope_id })}
        />
      )}
      <div className="form-row">
        <DateField label="Từ ngày" value={form.valid_from} onChange={(valid_from) => set({ valid_from })} />
        <DateField label="Đến hết ngày" value={form.valid_to} onChange={(valid_to) => set({ valid_to })} />
      </div>
      {worker?.encrypted && (
        <PasswordInput
          label={user?.has_passphrase ? 'Mật khẩu mới (để trống: giữ nguyên)' : 'Mật khẩu riêng để mở sổ'}
          autoComplete="new-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
      )}
      <TextInput
        label="Ghi chú"
        autoComplete="off"
        value={form.note ?? ''}
        onChange={(event) => set({ note: event.currentTarget.value || null })}
      />
    </Dialog>
  );
}
