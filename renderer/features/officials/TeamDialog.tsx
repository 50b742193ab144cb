import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TeamForm, TeamRecord } from '../../../electron/contract/assignments.ts';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { DateField } from '../../components/DateField.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { Picker } from '../../components/Picker.tsx';
import { ListEditor } from '../meetings/ListEditor.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useOfficialChoices } from './use-lists.ts';

type Member = TeamForm['members'][number];
const roleWords = { leader: 'Tổ trưởng', deputy: 'Tổ phó', member: 'Tổ viên' } as const;

/** A guidance team: its area, its leader and members, and whether the whole team is assigned to the area. */
export function TeamDialog({ team, onClose }: { team: TeamRecord | null; onClose: () => void }) {
  const { asOf } = usePeriod();
  const [initial] = useState<TeamForm>(() => ({
    name: team?.name ?? '',
    area_id: team?.area_id ?? null,
    valid_from: team?.valid_from ?? null,
    valid_to: team?.valid_to ?? null,
    members: team?.members.map(({ official_id, role }) => ({ official_id, role })) ?? [
      { official_id: '', role: 'leader' },
    ],
    assign_from: team === null ? `${asOf.slice(0, 4)}-01-01` : null,
  }));
  const [form, setForm] = useState(initial);
  const set = (change: Partial<TeamForm>) => setForm((old) => ({ ...old, ...change }));
  const choices = useOfficialChoices();
  const save = useChange((value: TeamForm) => client.officials.saveTeam({ id: team?.id ?? null, form: value }));
  const members = form.members.filter(({ official_id }) => official_id !== '');
  return (
    <FormDialog
      title={team === null ? 'Lập tổ chỉ đạo' : `Sửa: ${team.name}`}
      action="Lưu"
      size={680}
      dirty={form !== initial}
      busy={save.isPending}
      disabled={form.name.trim() === '' || members.length === 0}
      error={save.error}
      onClose={onClose}
      onAction={() => save.mutate({ ...form, members }, { onSuccess: onClose })}
    >
      <div className="form-row">
        <TextInput
          label="Tên tổ"
          required
          data-autofocus
          placeholder="Tổ chỉ đạo xã …"
          value={form.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <OrganisationPicker
          label="Địa bàn"
          value={form.area_id}
          onChange={(area_id) => set({ area_id })}
          none="Chọn đảng bộ xã"
        />
      </div>
      <ListEditor<Member>
        items={form.members}
        onChange={(next) => set({ members: next })}
        blank={() => ({ official_id: '', role: form.members.length === 0 ? 'leader' : 'member' })}
        noun="thành viên"
        empty="Chưa có ai trong tổ."
      >
        {(member, change) => (
          <div className="form-row">
            <Picker
              label="Cán bộ"
              none="Chọn cán bộ"
              choices={choices}
              value={member.official_id || null}
              onChange={(official_id) => change({ official_id: official_id ?? '' })}
              required
            />
            <NativeSelect
              className="form-middle"
              label="Vai trò"
              data={Object.entries(roleWords).map(([value, label]) => ({ value, label }))}
              value={member.role}
              onChange={(event) => change({ role: roleOf(event.currentTarget.value) })}
            />
          </div>
        )}
      </ListEditor>
      <div className="form-row">
        <DateField
          className="form-middle"
          label="Tổ lập từ ngày"
          value={form.valid_from}
          onChange={(valid_from) => set({ valid_from })}
        />
        {form.assign_from !== null && (
          <DateField
            className="form-middle"
            label="Phân công từ ngày"
            value={form.assign_from}
            onChange={(assign_from) => assign_from !== null && set({ assign_from })}
            required
          />
        )}
      </div>
      <Checkbox
        label="Phân công cả tổ về địa bàn: tổ trưởng, tổ viên; người rời tổ kết thúc phân công"
        checked={form.assign_from !== null}
        onChange={(event) => set({ assign_from: event.currentTarget.checked ? `${asOf.slice(0, 7)}-01` : null })}
      />
    </FormDialog>
  );
}

function roleOf(code: string): Member['role'] {
  return code === 'leader' || code === 'deputy' ? code : 'member';
}
