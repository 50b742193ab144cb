import { Checkbox, FileInput, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssignForm } from '../../../electron/contract/assignments.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { DateField } from '../../components/DateField.tsx';
import { formatDate } from '../../components/format.ts';
import { Picker } from '../../components/Picker.tsx';
import { CountField } from '../../components/small-fields.tsx';
import { assignmentRoleWords, codesOf } from '../../components/words.ts';
import { attachFile, isTooLarge } from './attach-file.ts';
import { FormDialog } from './FormDialog.tsx';
import { ManyPicker } from './ManyPicker.tsx';
import { useOfficialChoices, useTargetChoices } from './use-lists.ts';

type Props = { officials?: readonly string[]; targets?: readonly string[]; onClose: () => void };
type Decision = { id: string | null; number: string; date: string | null; file: File | null };

const roles = codesOf(assignmentRoleWords).filter((role) => role !== 'team_leader' && role !== 'team_member');

/** Assigns one or several officials to cells or communes, by decision; a commune may stand for all its cells. */
export function AssignDialog({ officials = [], targets = [], onClose }: Props) {
  const { asOf } = usePeriod();
  const offerUndo = useOfferUndo();
  const [initial] = useState<AssignForm>(() => ({
    official_ids: [...officials],
    target_ids: [...targets],
    each_cell: false,
    role: 'attend',
    decision: null,
    min_visits: null,
    valid_from: `${asOf.slice(0, 4)}-01-01`,
    valid_to: null,
    note: null,
  }));
  const [form, setForm] = useState(initial);
  const [decision, setDecision] = useState<Decision>({ id: null, number: '', date: null, file: null });
  const [begins, setBegins] = useState<string | null>(initial.valid_from);
  const set = (change: Partial<AssignForm>) => setForm((old) => ({ ...old, ...change }));
  const officialChoices = useOfficialChoices();
  const targetChoices = useTargetChoices();
  const change = useChange(async (from: string) => {
    const result = await client.officials.assign({ ...form, valid_from: from, decision: decisionOf(decision) });
    if (decision.file && result.decision_id) await attachFile('decision', result.decision_id, decision.file);
    return result;
  });
  const isReady = form.official_ids.length > 0 && form.target_ids.length > 0 && begins !== null;
  return (
    <FormDialog
      title="Phân công dự sinh hoạt"
      action="Phân công"
      size={760}
      dirty={form !== initial || decision.number !== '' || decision.id !== null}
      busy={change.isPending}
      disabled={!isReady || (decision.file !== null && isTooLarge(decision.file))}
      error={change.error}
      onClose={onClose}
      onAction={() =>
        begins &&
        change.mutate(begins, {
          onSuccess: ({ created }) => {
            onClose();
            if (!decision.file) void offerUndo(`Đã ghi ${created} phân công`);
          },
        })
      }
    >
      <ManyPicker
        label="Cán bộ"
        none="Thêm cán bộ"
        choices={officialChoices}
        values={form.official_ids}
        onChange={(official_ids) => set({ official_ids })}
        autoFocus={officials.length === 0}
      />
      <ManyPicker
        label="Chi bộ, đảng bộ được phân công"
        none="Thêm chi bộ hoặc đảng bộ"
        choices={targetChoices}
        values={form.target_ids}
        onChange={(target_ids) => set({ target_ids })}
        autoFocus={officials.length > 0}
      />
      <Checkbox
        label="Với đảng bộ: phân công từng chi bộ trong đó, không phải cả địa bàn"
        checked={form.each_cell}
        onChange={(event) => set({ each_cell: event.currentTarget.checked })}
      />
      <div className="form-row">
        <NativeSelect
          label="Vai trò"
          data={roles.map((value) => ({ value, label: assignmentRoleWords[value] }))}
          value={form.role}
          onChange={(event) => set({ role: roles.find((role) => role === event.currentTarget.value) ?? 'attend' })}
        />
        <CountField
          className="form-middle"
          label="Số lần/năm"
          value={form.min_visits}
          onChange={(min_visits) => set({ min_visits })}
        />
        <DateField className="form-middle" label="Từ ngày" value={begins} onChange={setBegins} required />
        <DateField
          className="form-middle"
          label="Đến hết ngày"
          value={form.valid_to}
          onChange={(valid_to) => set({ valid_to })}
        />
      </div>
      <p className="quiet small">
        Để trống số lần: mỗi cán bộ theo quy định đang có hiệu lực với nhóm chức danh của mình.
      </p>
      <DecisionFields value={decision} onChange={(part) => setDecision((old) => ({ ...old, ...part }))} />
    </FormDialog>
  );
}

function decisionOf({ id, number, date }: Decision): AssignForm['decision'] {
  if (id !== null) return { id };
  return number.trim() === '' ? null : { number_symbol: number, date, issuing_body: null, subject: null };
}

/** The document of the assignment: one that is there, or a new one with its number and day; and a scan of it. */
function DecisionFields({ value, onChange }: { value: Decision; onChange: (change: Partial<Decision>) => void }) {
  const decisions = useQuery(api.officials.decisions.queryOptions());
  const choices = (decisions.data ?? []).map(({ id, number_symbol, date, assignments }) => ({
    value: id,
    label: number_symbol,
    context: [date && `ngày ${formatDate(date)}`, `${assignments} phân công`].filter(Boolean).join(', '),
  }));
  const hasDecision = value.id !== null || value.number.trim() !== '';
  const isLarge = value.file !== null && isTooLarge(value.file);
  return (
    <div className="form-row">
      <Picker
        label="Văn bản phân công"
        none="Văn bản mới, hoặc không có"
        choices={choices}
        value={value.id}
        onChange={(id) => onChange({ id })}
      />
      {value.id === null && (
        <>
          <TextInput
            className="form-middle"
            label="Số, ký hiệu"
            value={value.number}
            onChange={(event) => onChange({ number: event.currentTarget.value })}
          />
          <DateField
            className="form-middle"
            label="Ngày ký"
            value={value.date}
            onChange={(date) => onChange({ date })}
          />
        </>
      )}
      <FileInput
        className="form-middle"
        label="Tệp văn bản"
        placeholder="Chọn tệp…"
        disabled={!hasDecision}
        clearable
        clearButtonProps={{ 'aria-label': 'Bỏ tệp' }}
        value={value.file}
        error={isLarge ? 'Tệp lớn quá 20 MB.' : null}
        onChange={(file) => onChange({ file })}
      />
    </div>
  );
}
