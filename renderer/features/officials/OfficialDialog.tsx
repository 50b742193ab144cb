import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OfficialForm, TitleForm } from '../../../electron/contract/assignments.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { DateField } from '../../components/DateField.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { Picker } from '../../components/Picker.tsx';
import { ListEditor } from '../meetings/ListEditor.tsx';
import { FormDialog } from './FormDialog.tsx';
import { emptyTitle } from './official-form.ts';
import { TitleFields } from './TitleFields.tsx';

type Props = { id: string | null; initial: OfficialForm; onClose: () => void };

const levels = { province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' } as const;

/** A visiting official: who it is, and the titles over time. */
export function OfficialDialog({ id, initial, onClose }: Props) {
  const [, navigate] = useLocation();
  const [form, setForm] = useState(initial);
  const set = (change: Partial<OfficialForm>) => setForm((old) => ({ ...old, ...change }));
  const save = useChange((value: OfficialForm) => client.officials.save({ id, form: value }));
  return (
    <FormDialog
      title={id === null ? 'Thêm cán bộ dự sinh hoạt' : `Sửa: ${initial.full_name}`}
      action="Lưu"
      size={760}
      dirty={form !== initial}
      busy={save.isPending}
      disabled={form.full_name.trim() === ''}
      error={save.error}
      onClose={onClose}
      onAction={() =>
        save.mutate(form, {
          onSuccess: (saved) => {
            onClose();
            navigate(`/officials/${saved.id}`);
          },
        })
      }
    >
      <div className="form-row">
        <TextInput
          label="Họ và tên"
          required
          data-autofocus
          value={form.full_name}
          onChange={(event) => set({ full_name: event.currentTarget.value })}
        />
        <TextInput
          className="form-middle"
          label="Điện thoại"
          value={form.phone ?? ''}
          onChange={(event) => set({ phone: event.currentTarget.value || null })}
        />
        <NativeSelect
          className="form-middle"
          label="Cấp"
          data={[
            { value: '', label: 'Chưa rõ' },
            ...Object.entries(levels).map(([value, label]) => ({ value, label })),
          ]}
          value={form.level ?? ''}
          onChange={(event) => set({ level: levelOf(event.currentTarget.value) })}
        />
      </div>
      <div className="form-row">
        <TextInput
          label="Chức vụ chính quyền"
          value={form.government_position ?? ''}
          onChange={(event) => set({ government_position: event.currentTarget.value || null })}
        />
        <TextInput
          label="Cơ quan, đơn vị"
          value={form.agency ?? ''}
          onChange={(event) => set({ agency: event.currentTarget.value || null })}
        />
      </div>
      <div className="form-row">
        <OrganisationPicker
          label="Chi bộ của mình (dự ở đây không tính là lượt dự)"
          value={form.own_cell_id}
          onChange={(own_cell_id) => set({ own_cell_id, member_id: null })}
          none="Chưa rõ"
          cellsOnly
        />
        <MemberPicker cell={form.own_cell_id} value={form.member_id} onChange={(member_id) => set({ member_id })} />
      </div>
      <ListEditor<TitleForm>
        items={form.titles}
        onChange={(titles) => set({ titles })}
        blank={() => emptyTitle}
        noun="chức danh"
        empty="Chưa ghi chức danh: không tính được định mức theo quy định."
      >
        {(title, change) => (
          <>
            <TitleFields value={title} onChange={change} />
            <div className="form-row">
              <DateField label="Từ ngày" value={title.valid_from} onChange={(valid_from) => change({ valid_from })} />
              <DateField label="Đến hết ngày" value={title.valid_to} onChange={(valid_to) => change({ valid_to })} />
            </div>
          </>
        )}
      </ListEditor>
    </FormDialog>
  );
}

function levelOf(code: string): OfficialForm['level'] {
  return code === 'province' || code === 'district' || code === 'commune' ? code : null;
}

/** The official as a member of the office's own register: one of the cell chosen beside it. */
function MemberPicker(props: { cell: string | null; value: string | null; onChange: (id: string | null) => void }) {
  const { asOf } = usePeriod();
  const { cell, value } = props;
  const members = useQuery(
    api.members.list.queryOptions({
      input: { as_of: asOf, ...(cell === null ? {} : { organisation_id: cell }) },
      enabled: cell !== null || value !== null,
    }),
  );
  const choices = (members.data ?? []).map(({ id, full_name, birth_date }) => ({
    value: id,
    label: full_name,
    ...(birth_date ? { context: `sinh ${birth_date.slice(0, 4)}` } : {}),
  }));
  return (
    <Picker
      label="Là đảng viên trong sổ"
      none={cell === null ? 'Chọn chi bộ trước' : 'Không nối với đảng viên nào'}
      choices={choices}
      value={value}
      onChange={props.onChange}
    />
  );
}
