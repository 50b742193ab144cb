import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { VisitReportForm } from '../../../electron/contract/visits.ts';
import { DateField } from '../../components/DateField.tsx';
import { codesOf, gradeWords } from '../../components/words.ts';

type TextKey = Exclude<keyof VisitReportForm, 'date_made' | 'proposed_grade' | 'number'>;

/** The four duties of an official are the blocks of the report; then what he thinks of the meeting. */
const blocks: readonly (readonly [TextKey, string])[] = [
  ['observed', '1. Tình hình nắm được (việc chấp hành chế độ, nội dung sinh hoạt)'],
  ['conveyed', '2. Nội dung đã thông tin, truyền đạt, giải đáp'],
  ['proposed', '3. Ý kiến, kiến nghị của chi bộ và hướng giải quyết'],
  ['difficulties', '4. Khó khăn, vướng mắc phản ánh lên cấp trên'],
];
const remarks: readonly (readonly [TextKey, string])[] = [
  ['strengths', 'Ưu điểm'],
  ['weaknesses', 'Hạn chế'],
  ['lessons', 'Đã rút kinh nghiệm'],
  ['own_proposals', 'Đề xuất của cán bộ dự'],
];
const grades = codesOf(gradeWords);

type Props = { form: VisitReportForm; set: (change: Partial<VisitReportForm>) => void; readOnly: boolean };

export function ReportFields({ form, set, readOnly }: Props) {
  const area = ([key, label]: readonly [TextKey, string], rows: number) => (
    <Textarea
      key={key}
      label={label}
      rows={rows}
      readOnly={readOnly}
      value={form[key] ?? ''}
      onChange={(event) => set({ [key]: event.currentTarget.value || null })}
    />
  );
  return (
    <>
      <div className="form-row">
        <TextInput
          label="Số báo cáo"
          className="form-middle"
          readOnly={readOnly}
          value={form.number ?? ''}
          onChange={(event) => set({ number: event.currentTarget.value || null })}
        />
        <DateField
          label="Ngày lập"
          className="form-middle"
          value={form.date_made}
          onChange={(date_made) => !readOnly && set({ date_made })}
        />
        <NativeSelect
          label="Đề nghị xếp loại buổi sinh hoạt"
          disabled={readOnly}
          value={form.proposed_grade ?? ''}
          data={[{ value: '', label: 'Chưa đề nghị' }, ...grades.map((value) => ({ value, label: gradeWords[value] }))]}
          onChange={(event) =>
            set({ proposed_grade: grades.find((grade) => grade === event.currentTarget.value) ?? null })
          }
        />
      </div>
      {blocks.map((block) => area(block, 3))}
      <div className="form-row">{remarks.slice(0, 2).map((remark) => area(remark, 2))}</div>
      <div className="form-row">{remarks.slice(2).map((remark) => area(remark, 2))}</div>
    </>
  );
}
