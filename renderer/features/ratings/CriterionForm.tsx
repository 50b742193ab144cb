import { NativeSelect, TextInput } from '@mantine/core';
import type { SheetPage } from '../../../electron/contract/ratings.ts';
import type { Criterion } from '../../../electron/contract/scoring-sheet.ts';
import { BandsEditor } from './BandsEditor.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import { NumberField } from './NumberField.tsx';

type Props = {
  facts: SheetPage['facts'];
  isChecklist: boolean;
  line: Criterion;
  onChange: (line: Criterion) => void;
};

const kinds = [
  { value: 'group', label: 'Nhóm (cộng các tiêu chí con)' },
  { value: 'yes_no', label: 'Có / Không (đủ điểm hoặc 0)' },
  { value: 'score', label: 'Người chấm nhập điểm' },
  { value: 'bands', label: 'Theo mức, từ số liệu buổi họp' },
] as const;

const actions = [
  { value: 'full_points', label: 'Tính đủ điểm' },
  { value: 'skip_and_rescale', label: 'Bỏ qua, quy đổi theo các mục còn lại' },
  { value: 'add_to', label: 'Chuyển điểm sang mục khác' },
] as const;

/** One line of the sheet: what it is, what it is worth, and what the meeting says of it. */
export function CriterionForm({ facts, isChecklist, line, onChange }: Props) {
  const set = (change: Partial<Criterion>) => onChange({ ...line, ...change });
  const offered = kinds.filter(
    ({ value }) =>
      (!isChecklist || (value !== 'bands' && value !== 'score')) && (value !== 'group' || line.kind === 'group'),
  );
  const rule = line.when_not_applicable;
  return (
    <>
      <div className="form-row">
        <TextInput
          className="form-narrow"
          label="Số hiệu"
          value={line.number}
          onChange={(event) => set({ number: event.currentTarget.value })}
        />
        <TextInput
          label="Tiêu chí"
          value={line.label}
          onChange={(event) => set({ label: event.currentTarget.value })}
        />
      </div>
      <div className="form-row">
        <NativeSelect
          size="xs"
          label="Cách chấm"
          value={line.kind}
          data={[...offered]}
          onChange={({ currentTarget }) =>
            set({ kind: kinds.find(({ value }) => value === currentTarget.value)?.value ?? line.kind })
          }
        />
        {!isChecklist && (
          <NumberField
            label="Điểm tối đa"
            className="form-narrow"
            value={line.max_points}
            onChange={(max_points) => set({ max_points: max_points === null ? null : Math.max(0, max_points) })}
          />
        )}
      </div>
      <TextInput
        size="xs"
        label="Ghi chú in trên phiếu"
        value={line.note ?? ''}
        onChange={(event) => set({ note: event.currentTarget.value || null })}
      />
      {line.kind === 'bands' && <BandsEditor facts={facts} line={line} onChange={onChange} />}
      {(line.kind === 'yes_no' || line.kind === 'score') && (
        <ConditionEditor
          label="Đề nghị đủ điểm khi (người chấm quyết định)"
          facts={facts}
          value={line.suggest_full_when}
          onChange={(suggest_full_when) => set({ suggest_full_when })}
        />
      )}
      <ConditionEditor
        label="Chỉ áp dụng khi"
        facts={facts}
        value={line.applies_when}
        onChange={(applies_when) =>
          set({
            applies_when,
            when_not_applicable:
              applies_when === null ? null : (rule ?? { action: 'full_points', target: null, evidence: null }),
          })
        }
      />
      {line.applies_when !== null && (
        <div className="form-row">
          <NativeSelect
            size="xs"
            label="Khi không áp dụng"
            value={rule?.action ?? 'skip_and_rescale'}
            data={[...actions]}
            onChange={({ currentTarget }) => {
              const action = actions.find(({ value }) => value === currentTarget.value)?.value ?? 'full_points';
              set({ when_not_applicable: { action, target: rule?.target ?? null, evidence: null } });
            }}
          />
          {rule?.action === 'add_to' && (
            <TextInput
              size="xs"
              className="form-narrow"
              label="Sang mục"
              value={rule.target ?? ''}
              onChange={(event) => set({ when_not_applicable: { ...rule, target: event.currentTarget.value || null } })}
            />
          )}
        </div>
      )}
    </>
  );
}
