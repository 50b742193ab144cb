import { NativeSelect } from '@mantine/core';
import { ScoreField } from '../../components/small-fields.tsx';
import { codesOf, gradeWords } from '../../components/words.ts';
import type { StepProps } from './step-props.ts';

const grades = codesOf(gradeWords);

/** The cell's own score and grade of the meeting. */
export function RatingStep({ form, set }: StepProps) {
  return (
    <div className="form-row">
      <ScoreField label="Điểm tự chấm (0–100)" value={form.score} onChange={(score) => set({ score })} />
      <NativeSelect
        label="Xếp loại"
        data={[{ value: '', label: 'Chưa xếp loại' }, ...grades.map((value) => ({ value, label: gradeWords[value] }))]}
        value={form.grade ?? ''}
        onChange={(event) => set({ grade: grades.find((grade) => grade === event.currentTarget.value) ?? null })}
      />
    </div>
  );
}
