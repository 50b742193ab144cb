import type { SheetRow, Workbook } from '../../../documents/workbook.ts';
import { partyOrganisationName } from '../../../organisations/party-organisation-name.ts';
import { count, grades } from '../bc-11/wording.ts';
import { ratedMeeting, ratingHeads, ratingSheetName } from './build-rating-sheet.ts';
import { gradeOf, type PrintedLine, printedLines, type RatingSheetData, totalOf } from './rating-sheet-data.ts';

const keys = ['number', 'label', 'max', 'own', 'visitor'] as const;
const widths = [6, 52, 11, 15, 15] as const;

/** BC-06 as a sheet of figures, to be filled in and added up there. */
export function ratingWorkbook(data: RatingSheetData, place: string): Workbook {
  const { cell, superior, date, day, own, sheet } = data;
  const { votes_for: votesFor = null, votes_total: votesTotal = null, weaknesses = null } = own?.form ?? {};
  return {
    title: ratingSheetName(data),
    author: cell,
    date: day,
    sheets: [
      {
        name: 'BC-06',
        header: {
          superior: partyOrganisationName(superior),
          issuer: [cell],
          placeAndDate: date === null ? { place, date: null, draftYear: Number(day.slice(0, 4)) } : { place, date },
        },
        annexLine: null,
        titleLines: ['Phiếu đánh giá'],
        subtitleLines: [ratedMeeting(data), sheet.name],
        unitLine: null,
        columns: keys.map((key, index) => ({
          key,
          label: ratingHeads[index] ?? '',
          type: index < 2 ? 'text' : 'percent1',
          width: widths[index] ?? 12,
          ...(index === 0 ? { align: 'center' as const } : {}),
        })),
        columnNumbers: true,
        frozenColumns: 2,
        rows: rowsOf(data),
        notes: [
          `Biểu quyết của chi bộ: ${count(votesFor)}/${count(votesTotal)} đảng viên nhất trí.`,
          `Hạn chế và giải pháp: ${weaknesses ?? ''}`.trim(),
        ],
        signature: {
          left: {
            role: 'Cấp ủy viên cấp trên dự',
            hint: '(Ký, ghi rõ họ tên)',
            name: data.visitor?.form.scorer ?? null,
          },
          right: { placeAndDate: null, authority: 'T/M Chi bộ', position: 'Bí thư', hint: null, name: null },
        },
        orientation: 'portrait',
        missingText: '',
      },
    ],
  };
}

/** A checklist says yes or no; lines of points add up in a formula where the sheet's total is their plain sum. */
function rowsOf(data: RatingSheetData): SheetRow[] {
  const lines = printedLines(data);
  const { sheet, own, visitor } = data;
  const isChecklist = sheet.definition.mode === 'checklist';
  const shown = (value: number | null) => (value === null || !isChecklist ? value : value > 0 ? 'Đạt' : 'Không đạt');
  const rows = lines.map(
    ({ isGroup, own: ours, visitor: theirs, ...line }): SheetRow => ({
      kind: isGroup ? 'group' : 'data',
      cells: { ...line, own: shown(ours), visitor: shown(theirs) },
    }),
  );
  const leaves = lines.flatMap(({ isGroup }, index) => (isGroup ? [] : [index]));
  const addsUp = (key: 'max' | 'own' | 'visitor', total: number | null) =>
    total !== null && leaves.every((index) => lines[index]?.[key] !== null) && sumOf(lines, leaves, key) === total;
  const totals = { max: sheet.definition.total_points, own: totalOf(own), visitor: totalOf(visitor) };
  const added = (['max', 'own', 'visitor'] as const).filter((key) => addsUp(key, totals[key]));
  const formulas = Object.fromEntries(added.map((key) => [key, { kind: 'sum' as const, rows: leaves }]));
  const graded = (value: ReturnType<typeof gradeOf>) => (value === null ? null : grades[value]);
  return [
    ...rows,
    ...(isChecklist ? [] : [{ kind: 'total' as const, cells: { label: 'Tổng điểm', ...totals }, formulas }]),
    {
      kind: 'subtotal',
      cells: { label: 'Xếp loại', max: null, own: graded(gradeOf(own)), visitor: graded(gradeOf(visitor)) },
    },
  ];
}

/** In hundredths, so that tenths add up. */
function sumOf(lines: readonly PrintedLine[], leaves: readonly number[], key: 'max' | 'own' | 'visitor'): number {
  return leaves.reduce((sum, index) => sum + Math.round((lines[index]?.[key] ?? 0) * 100), 0) / 100;
}
