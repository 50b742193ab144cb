import './ratings.css';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MeetingRatings, RatingForm, ScoredSheet } from '../../../electron/contract/ratings.ts';
import type { ScorerRole, SheetDefinition } from '../../../electron/contract/scoring-sheet.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { chordOf } from '../../app/keys.ts';
import { DateField } from '../../components/DateField.tsx';
import { formatNumber } from '../../components/format.ts';
import { CountField, ScoreField } from '../../components/small-fields.tsx';
import { ErrorState, Note } from '../../components/states.tsx';
import { codesOf, gradeWords, scorerWords } from '../../components/words.ts';
import { RatingTable } from './RatingTable.tsx';
import { withProposals } from './rating-lines.ts';
import { useRating } from './use-rating.ts';

const grades = codesOf(gradeWords);
const resultWords = { meets: 'Đạt', does_not_meet: 'Chưa đạt' } as const;

type Props = {
  page: MeetingRatings;
  sheet: NonNullable<MeetingRatings['sheet']>;
  /** The meeting has changes that are not saved: its own figures are not yet those. */
  meetingDirty: boolean;
};

/** A meeting scored by its sheet: one scorer at a time, the others beside. */
export function SheetRating({ page, sheet, meetingDirty }: Props) {
  const { definition } = sheet;
  const [role, setRole] = useState<ScorerRole>(definition.scorer_roles[0] ?? 'self');
  const rating = useRating(page, role);
  const { form, score, dirty, set } = rating;
  const offerUndo = useOfferUndo();
  const isChecklist = definition.mode === 'checklist';
  const canSave = dirty && !meetingDirty;
  const save = () => void rating.save().catch(() => undefined);
  if (score === null) return null;
  const stored = page.ratings.find((each) => each.role === role);
  const proposals = score.lines.filter(
    ({ points, proposed, applies }) => applies && points === null && proposed !== null,
  ).length;
  const onlyTotal = form.items.length === 0 && form.total !== null;
  const open = score.lines.filter(({ points }) => points === null).length;
  return (
    <section
      className="form rating"
      aria-label="Phiếu chấm điểm"
      onKeyDown={(event) => {
        // Before the meeting takes the key for itself: what is being typed here is the rating.
        if (!canSave || chordOf(event.nativeEvent) !== 'ctrl+s') return;
        event.preventDefault();
        save();
      }}
    >
      <div className="form-row">
        <NativeSelect
          label="Người chấm"
          value={role}
          data={definition.scorer_roles.map((value) => ({ value, label: scorerWords[value] }))}
          onChange={({ currentTarget: { value } }) =>
            setRole(definition.scorer_roles.find((each) => each === value) ?? role)
          }
        />
        <TextInput
          label="Họ tên người chấm"
          value={form.scorer ?? ''}
          onChange={(event) => set({ scorer: event.currentTarget.value || null })}
        />
        <DateField label="Ngày chấm" value={form.rated_on} onChange={(rated_on) => set({ rated_on })} />
      </div>
      <p className="quiet small">
        {sheet.name}, phiên bản {sheet.version}. Điểm tự tính lấy từ buổi họp đã lưu; nhập điểm khác thì ghi căn cứ.
      </p>
      {meetingDirty && (
        <Note tone="caution">Buổi họp có thay đổi chưa lưu. Lưu buổi họp (Ctrl+S) trước, rồi lưu phiếu chấm.</Note>
      )}
      {rating.error && <ErrorState error={rating.error} />}
      <RatingTable page={page} sheet={sheet} role={role} form={form} score={score} set={set} />
      <div className="rating-sum" role="status">
        <strong>{sumWords(sheet.definition, form, score)}</strong>
        {open > 0 && !onlyTotal && <span className="quiet">Còn {open} mục chưa chấm</span>}
        {proposals > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => set({ items: withProposals(form.items, score) })}>
            Nhận {proposals} đề nghị
          </Button>
        )}
      </div>
      <div className="form-row">
        {form.items.length === 0 && !isChecklist && (
          <ScoreField label="Chỉ có tổng điểm" value={form.total} onChange={(total) => set({ total })} />
        )}
        {(role === 'superior_decision' || form.items.length === 0) && <GradeField role={role} form={form} set={set} />}
        <CountField label="Tán thành" value={form.votes_for} onChange={(votes_for) => set({ votes_for })} />
        <CountField label="Số biểu quyết" value={form.votes_total} onChange={(votes_total) => set({ votes_total })} />
      </div>
      <Textarea
        label="Hạn chế và giải pháp khắc phục"
        autosize
        minRows={2}
        value={form.weaknesses ?? ''}
        onChange={(event) => set({ weaknesses: event.currentTarget.value || null })}
      />
      <div className="form-acts">
        <Button onClick={save} disabled={!canSave} loading={rating.saving}>
          Lưu phiếu chấm
        </Button>
        {dirty && (
          <Button variant="default" onClick={rating.drop}>
            Bỏ thay đổi
          </Button>
        )}
        {stored && !dirty && (
          <Button
            variant="default"
            onClick={() =>
              void rating.remove().then(
                () => offerUndo(`Đã xóa phiếu: ${scorerWords[role]}`),
                () => undefined,
              )
            }
          >
            Xóa phiếu này
          </Button>
        )}
        <span className={`small ${dirty ? 'caution' : 'quiet'}`} role="status">
          {dirty ? 'Phiếu chưa lưu, nháp đã giữ' : stored ? 'Đã lưu phiếu' : 'Chưa có phiếu'}
        </span>
      </div>
    </section>
  );
}

/** What the rating comes to as it stands. */
function sumWords({ mode, grades: bounds }: SheetDefinition, form: RatingForm, score: ScoredSheet): string {
  if (mode === 'checklist') return `Kết quả: ${score.result === null ? 'chưa đủ' : resultWords[score.result]}`;
  const total = form.items.length === 0 && form.total !== null ? form.total : score.total;
  if (total === null) return `Đã có ${formatNumber(score.so_far)} điểm`;
  const grade = form.grade ?? bounds.find(({ from }) => total >= from)?.code ?? null;
  return `Tổng điểm ${formatNumber(total)} · ${grade === null ? 'chưa xếp loại' : gradeWords[grade]}`;
}

function GradeField({
  role,
  form,
  set,
}: {
  role: ScorerRole;
  form: RatingForm;
  set: (said: Partial<RatingForm>) => void;
}) {
  return (
    <NativeSelect
      label={role === 'superior_decision' ? 'Xếp loại quyết định' : 'Xếp loại'}
      value={form.grade ?? ''}
      data={[{ value: '', label: 'Theo điểm' }, ...grades.map((value) => ({ value, label: gradeWords[value] }))]}
      onChange={({ currentTarget: { value } }) => set({ grade: grades.find((each) => each === value) ?? null })}
    />
  );
}
