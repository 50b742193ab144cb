import type { Table, TableCell } from '../../../documents/model.ts';
import { formatShortDate } from '../../../vietnamese/dates.ts';
import type { DocumentDraft, DraftBlock } from '../../document.ts';
import { rate } from '../bc-11/opening.ts';
import { count, gap, grades, score } from '../bc-11/wording.ts';
import { writtenText } from '../bc-12/resolution-text.ts';
import { gradeOf, printedLines, type RatingSheetData, totalOf } from './rating-sheet-data.ts';

/** The heads attested for this form (cells handbook, BC-06). */
export const ratingHeads = [
  'TT',
  'Tiêu chí đánh giá',
  'Thang điểm',
  'Chi ủy, Bí thư chi bộ chấm',
  'Cấp ủy viên cấp trên chấm',
] as const;

/** BC-06 Phiếu đánh giá chất lượng sinh hoạt chi bộ; what nobody has scored stays empty, to be written in. */
export function buildRatingSheet(data: RatingSheetData): DocumentDraft {
  return {
    name: ratingSheetName(data),
    day: data.day,
    organisationId: data.cellId,
    subject: ratedMeeting(data),
    addressees: null,
    body: [attendance(data), ratingTable(data), ...foot(data)],
    recipients: [`${data.superior} (báo cáo)`],
    annexes: [],
    omits: ['number'],
    recorded: { number: null, date: data.date },
  };
}

export function ratingSheetName({ blank, cell, date, day }: RatingSheetData): string {
  return `Phiếu đánh giá${blank ? ' mẫu' : ''} ${cell} ${date ?? day.slice(0, 7)}`;
}

/** `chất lượng sinh hoạt chi bộ thường kỳ tháng 7 năm 2024` */
export function ratedMeeting({ meeting }: RatingSheetData): string {
  return `chất lượng ${meeting}`;
}

function attendance({ date, attendance: { members, due, present } }: RatingSheetData): DraftBlock {
  const day = date === null ? `${gap}/${gap}/${gap}` : formatShortDate(date);
  return {
    kind: 'paragraph',
    runs: [
      {
        text: `Ngày sinh hoạt: ${day}. Tổng số đảng viên: ${count(members.total)}; phải dự: ${count(due)}; có mặt: ${count(present.total)}, đạt ${rate(present.total, due)}.`,
      },
    ],
  };
}

function ratingTable(data: RatingSheetData): Table {
  const { sheet, own, visitor } = data;
  const isChecklist = sheet.definition.mode === 'checklist';
  const points = (value: number | null) => {
    if (value === null) return '';
    return isChecklist ? (value > 0 ? 'Đạt' : 'Không đạt') : score(value);
  };
  const graded = (value: ReturnType<typeof gradeOf>) => (value === null ? '' : grades[value]);
  const foot = (label: string, max: string, ours: string, theirs: string): TableCell[] => [
    { text: label, columnSpan: 2, bold: true },
    { text: max, bold: true },
    { text: ours, bold: true },
    { text: theirs, bold: true },
  ];
  return {
    kind: 'table',
    columns: [
      { width: 2, align: 'center' },
      { width: 14, align: 'left' },
      { width: 4, align: 'center' },
      { width: 5, align: 'center' },
      { width: 5, align: 'center' },
    ],
    head: [ratingHeads.map((text) => ({ text }))],
    rows: [
      ...printedLines(data).map(({ number, label, isGroup, max, own: ours, visitor: theirs }) =>
        [number, label, max === null ? '' : score(max), points(ours), points(theirs)].map((text) => ({
          text,
          bold: isGroup,
        })),
      ),
      ...(isChecklist
        ? []
        : [foot('Tổng điểm', score(sheet.definition.total_points), points(totalOf(own)), points(totalOf(visitor)))]),
      foot('Xếp loại', '', graded(gradeOf(own)), graded(gradeOf(visitor))),
    ],
  };
}

/** The vote of the cell, and what it will do better (HD 42 mục 5). */
function foot({ own, blank, sheet }: RatingSheetData): DraftBlock[] {
  const { votes_for: votesFor = null, votes_total: votesTotal = null, weaknesses = null } = own?.form ?? {};
  return [
    {
      kind: 'paragraph',
      runs: [
        {
          text: `Biểu quyết của chi bộ về kết quả tự đánh giá: ${count(votesFor)}/${count(votesTotal)} đảng viên nhất trí.`,
        },
      ],
    },
    { kind: 'paragraph', runs: [{ text: 'Hạn chế và giải pháp khắc phục:', bold: true }] },
    ...writtenText('weaknesses', weaknesses, blank || own === null, 4),
    { kind: 'paragraph', runs: [{ text: `Mẫu chấm: ${sheet.name}.`, italic: true }] },
  ];
}
