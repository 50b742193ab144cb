import type { Annex, Table, TableCell } from '../../../documents/model.ts';
import { formatInteger, formatPercent1 } from '../../../vietnamese/numbers.ts';
import { figureValue, isNotApplicable } from '../../figure.ts';
import type { ReportRow } from '../../report.ts';
import type { Quotes } from '../prose/quotes.ts';
import { formText } from './cells.ts';
import { type Bc09Data, hasMeetings, type QuotedReports } from './data.ts';
import { periodText } from './period-words.ts';

/** A short table of one return form: some of its columns, under headings that fit a page across. */
interface Compact {
  report: keyof QuotedReports;
  heading: string;
  columns: readonly (readonly [key: string, heading: string])[];
}

const compact: readonly Compact[] = [
  {
    report: 'visits',
    heading: 'Họ và tên, chức vụ',
    columns: [
      ['quota_year', 'Định mức năm'],
      ['quota_to_date', 'Định mức đến kỳ'],
      ['visits', 'Số lần dự trong kỳ'],
      ['visits_year_to_date', 'Lũy kế từ đầu năm'],
      ['quota_rate', 'Đạt tỷ lệ (%)'],
      ['missed_with_reason', 'Vắng có lý do'],
      ['missed_without_reason', 'Vắng không lý do'],
      ['substitute_sent', 'Cử người dự thay'],
      ['reports_submitted', 'Báo cáo đã nộp'],
      ['reports_due', 'Báo cáo phải nộp'],
    ],
  },
  {
    report: 'petitions',
    heading: 'Lĩnh vực',
    columns: [
      ['petitions', 'Số lượt nêu'],
      ['matters', 'Số việc'],
      ['matters_answered_on_spot', 'Giải đáp tại chỗ'],
      ['matters_resolved', 'Đã giải quyết'],
      ['matters_in_progress', 'Đang giải quyết'],
      ['matters_unresolved', 'Chưa giải quyết'],
      ['matters_resolution_rate', 'Tỷ lệ giải quyết (%)'],
      ['carried_over', 'Kỳ trước chuyển sang'],
      ['overdue', 'Quá hạn'],
    ],
  },
  {
    report: 'meetings',
    heading: 'Tên đảng bộ, chi bộ',
    columns: [
      ['cells', 'Số chi bộ'],
      ['cells_met', 'Có sinh hoạt'],
      ['met_on_set_day', 'Đúng ngày'],
      ['cells_not_met', 'Không sinh hoạt'],
      ['cells_not_reported', 'Chưa báo cáo'],
      ['members', 'Số đảng viên'],
      ['due', 'Phải dự'],
      ['present', 'Có mặt'],
      ['attendance_rate', 'Tỷ lệ dự (%)'],
      ['thematic_rate', 'Tỷ lệ CĐ (%)'],
      ['cells_visited', 'Cấp trên dự'],
    ],
  },
  {
    report: 'grades',
    heading: 'Tên đảng bộ, chi bộ',
    columns: [
      ['months_good', 'Số kỳ loại tốt'],
      ['months_fair', 'Số kỳ loại khá'],
      ['months_average', 'Số kỳ loại trung bình'],
      ['months_poor', 'Số kỳ loại kém'],
      ['months_not_graded', 'Số kỳ chưa xếp loại'],
      ['average_score', 'Điểm bình quân'],
    ],
  },
];

/**
 * BC-02, BC-04, BC-05 and BC-07 as short tables: a line for each official, field or organisation and the total (of one
 * organisation, a line for each cell). The whole forms have up to forty columns and several hundred rows, which no Word
 * page holds: they go with the report as workbooks of their own, and the text refers to them by code.
 */
export function annexes(data: Bc09Data): Annex[] {
  if (!hasMeetings(data)) return [];
  return compact.flatMap((form): Annex[] => {
    const { report, total } = data.now[form.report].report;
    if (form.columns.every(([key]) => known(total, key) === null)) return [];
    const unit = data.unit === null ? '' : `, ${data.unit.name}`;
    return [
      {
        reference: { of: `Ban Thường vụ ${data.office.name}` },
        title: `${report.title} ${periodText(data.period)}${unit}`,
        body: [table(data.now[form.report], form), noteOf(report.code)],
        landscape: true,
      },
    ];
  });
}

function noteOf(code: string): Annex['body'][number] {
  const text = `Bảng rút gọn, số liệu đầy đủ tại ${formText(code)}. Dấu …: chưa có số liệu. Dấu -: không áp dụng.`;
  return { kind: 'paragraph', align: 'left', runs: [{ text, italic: true }] };
}

function table(quotes: Quotes, { heading, columns }: Compact): Table {
  const { rows, total, form } = quotes.report;
  const types = columns.map(([key]) => form.columns.find((column) => column.key === key)?.type ?? 'int');
  const cellsOf = (figures: ReportRow['figures']) =>
    columns.map(([key], index) => cellText(figures, key, types[index] === 'percent1'));
  return {
    kind: 'table',
    columns: [
      { width: 5, align: 'center' },
      { width: 21, align: 'left' },
      ...columns.map(() => ({ width: 74 / columns.length, align: 'right' as const })),
    ],
    head: [['TT', heading, ...columns.map(([, label]) => label)].map(bold)],
    rows: [
      ...shownRows(rows).map((row, index) =>
        [String(index + 1), nameOf(row), ...cellsOf(row.figures)].map((text): TableCell => ({ text })),
      ),
      ['', 'Tổng cộng', ...cellsOf(total)].map(bold),
    ],
  };
}

/** The rows at the top; of a single organisation, those under it. */
function shownRows(rows: readonly ReportRow[]): readonly ReportRow[] {
  const tops = rows.filter(({ parent }) => parent === null);
  const [only, ...others] = tops;
  const parts =
    only?.kind === 'organisation' && others.length === 0 ? rows.filter((row) => row.parent === only.key) : [];
  return parts.length > 0 ? parts : tops;
}

function nameOf({ name, texts }: ReportRow): string {
  const post = texts['Chức vụ, đơn vị công tác'] ?? null;
  return post === null ? name : `${name}, ${post}`;
}

/** As the return forms print a figure: `…` not known, `-` not for this row (handbook section 4, R42). */
function cellText(figures: ReportRow['figures'], key: string, percent: boolean): string {
  const value = known(figures, key);
  if (value !== null) return percent ? formatPercent1(value) : formatInteger(value);
  const figure = figures[key];
  return figure && isNotApplicable(figure) ? '-' : '…';
}

function known(figures: ReportRow['figures'], key: string): number | null {
  const figure = figures[key];
  if (!figure) throw new TypeError(`the report does not compute its column ${key}`);
  return figureValue(figure);
}

function bold(text: string): TableCell {
  return { text, bold: true };
}
