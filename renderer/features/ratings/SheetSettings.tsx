import { Checkbox, MultiSelect, TextInput } from '@mantine/core';
import type { SheetPage } from '../../../electron/contract/ratings.ts';
import type { SheetDefinition } from '../../../electron/contract/scoring-sheet.ts';
import { offered } from '../../components/code-choices.ts';
import { DateField } from '../../components/DateField.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { CountField } from '../../components/small-fields.tsx';
import { codesOf, meetingKindWords, scorerWords } from '../../components/words.ts';
import { MinutesBySize } from './MinutesBySize.tsx';
import { NumberField } from './NumberField.tsx';

type Props = {
  page: SheetPage;
  name: string;
  scope: string | null;
  definition: SheetDefinition;
  setName: (name: string) => void;
  setScope: (id: string | null) => void;
  set: (change: Partial<SheetDefinition>) => void;
};

const kinds = codesOf(meetingKindWords);
const roles = codesOf(scorerWords);

/** What a sheet is besides its lines: where it applies, who scores, its grades and its minutes. */
export function SheetSettings({ page, name, scope, definition, setName, setScope, set }: Props) {
  const { meeting_kinds, scorer_roles, required_minutes, issued_with, grades } = definition;
  const minutes = (value: number | null) => (value === 0 ? null : value);
  return (
    <div className="form scoring-settings">
      <TextInput label="Tên mẫu" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <div className="form-row">
        <TextInput
          label="Căn cứ (số, ký hiệu)"
          value={issued_with?.number_symbol ?? ''}
          onChange={(event) => {
            const number_symbol = event.currentTarget.value;
            set({ issued_with: number_symbol ? { number_symbol, date: issued_with?.date ?? null } : null });
          }}
        />
        <DateField
          label="Ngày văn bản"
          value={issued_with?.date ?? null}
          onChange={(date) => issued_with && set({ issued_with: { ...issued_with, date } })}
        />
        <DateField
          label="Không áp dụng trước ngày"
          value={definition.not_before}
          onChange={(not_before) => set({ not_before })}
        />
      </div>
      <div className="form-row">
        <OrganisationPicker label="Phạm vi" value={scope} onChange={setScope} none="Mọi chi bộ của sổ" />
        <MultiSelect
          label="Loại hình chi bộ"
          placeholder={definition.cell_types.length === 0 ? 'Mọi loại hình' : ''}
          data={offered(page.cell_types, definition.cell_types)}
          value={definition.cell_types}
          onChange={(cell_types) => set({ cell_types })}
        />
      </div>
      <Checkbox.Group
        label="Loại buổi chấm bằng mẫu này"
        value={meeting_kinds}
        onChange={(chosen) => set({ meeting_kinds: kinds.filter((kind) => chosen.includes(kind)) })}
      >
        <div className="form-acts">
          {kinds.map((kind) => (
            <Checkbox key={kind} size="xs" value={kind} label={meetingKindWords[kind]} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox.Group
        label="Người chấm"
        value={scorer_roles}
        onChange={(chosen) => set({ scorer_roles: roles.filter((role) => chosen.includes(role)) })}
      >
        <div className="form-acts">
          {roles.map((role) => (
            <Checkbox key={role} size="xs" value={role} label={scorerWords[role]} />
          ))}
        </div>
      </Checkbox.Group>
      <p className="quiet small">
        Văn bản ban hành mẫu lấy xếp loại của: {scorerWords[definition.deciding_role].toLocaleLowerCase('vi')}
        {definition.fallback_role && `; nếu chưa có, ${scorerWords[definition.fallback_role].toLocaleLowerCase('vi')}`}.
        Danh sách, BC-05 và BC-07 lấy theo thứ tự ở Quy định, dòng “Xếp loại được in”, cho mọi mẫu.
      </p>
      <div className="form-row">
        <CountField
          label="Thời lượng tối thiểu (phút)"
          value={required_minutes.default}
          onChange={(value) => set({ required_minutes: { ...required_minutes, default: minutes(value) } })}
        />
        <CountField
          label="Khi kết hợp chuyên đề (phút)"
          value={required_minutes.combined}
          onChange={(value) => set({ required_minutes: { ...required_minutes, combined: minutes(value) } })}
        />
      </div>
      <MinutesBySize
        value={required_minutes.by_member_count}
        onChange={(by_member_count) => set({ required_minutes: { ...required_minutes, by_member_count } })}
      />
      {definition.mode === 'points' && (
        <div className="form-row">
          <NumberField
            label="Tổng điểm"
            value={definition.total_points}
            onChange={(total) => set({ total_points: Math.max(0, total ?? 0) })}
          />
          {grades.map((grade, index) => (
            <NumberField
              key={grade.code}
              label={`${grade.label} từ`}
              value={grade.from}
              onChange={(from) =>
                set({ grades: grades.map((each, at) => (at === index ? { ...each, from: from ?? 0 } : each)) })
              }
            />
          ))}
        </div>
      )}
    </div>
  );
}
