import type { WrittenParagraph } from '../../document.ts';
import { count } from '../../figure.ts';
import type { ReportRow } from '../../report.ts';
import { capped, clauses, type Phrase, say, written } from '../prose/phrases.ts';
import { figureRun, type Quotes } from '../prose/quotes.ts';
import { citation } from './citation.ts';
import { comparedInTime } from './comparing.ts';
import type { Bc09Data } from './data.ts';
import { periodText } from './period-words.ts';

/** Where the Word document lists every official: `Phụ lục 1`. */
export const officialsAnnex = 'Phụ lục 1';

/** II.5 Việc cấp ủy viên, cán bộ dự sinh hoạt: who is short of the quota and by how much, who missed, who is late; then all. */
export function visits(data: Bc09Data): WrittenParagraph[] {
  return [
    ...written('II.5.short', [short(data)]),
    ...written('II.5.missed', [missed(data), excused(data)]),
    ...written('II.5.reports', [reportsLate(data), reportsSubmitted(data)]),
    ...written('II.5.visits', [made(data), cellsVisited(data)]),
  ];
}

export function officialsOf({ now }: Pick<Bc09Data, 'now'>): readonly ReportRow[] {
  return now.visits.report.rows.filter(({ kind }) => kind === 'official');
}

/** Officials below the quota: of the year at its end, else of the months so far; those who lack most first. */
export function shortOfficials({ now, period }: Pick<Bc09Data, 'now' | 'period'>): ReportRow[] {
  const { visits: quotes } = now;
  const lacking = (row: ReportRow) => {
    if (period.kind === 'year') return quotes.value('shortfall', row) ?? 0;
    const quota = quotes.value('quota_to_date', row);
    return quota === null ? 0 : quota - (quotes.value('visits_year_to_date', row) ?? 0);
  };
  return officialsOf({ now })
    .filter((row) => lacking(row) > 0)
    .sort((a, b) => lacking(b) - lacking(a));
}

function short(data: Bc09Data): Phrase | null {
  const { visits: quotes } = data.now;
  const rows = shortOfficials(data);
  if (rows.length === 0) return null;
  const isYear = data.period.kind === 'year';
  const names = officialsNamed(data, rows, 'II.5.short', (row) =>
    isYear
      ? say`dự ${quotes.run('visits', row)}/${quotes.run('quota_year', row)} lượt, còn thiếu ${quotes.run('shortfall', row)}`
      : say`${quotes.run('visits_year_to_date', row)}/${quotes.run('quota_to_date', row)} lượt`,
  );
  const number = officialsRun('II.5.short', 'Cán bộ chưa đạt định mức', rows);
  const quota = isYear ? `định mức ${periodText(data.period)}` : 'định mức tính đến hết kỳ (lũy kế từ đầu năm)';
  return say`có ${number} đồng chí chưa đạt ${quota}: ${names}`;
}

function missed(data: Bc09Data): Phrase | null {
  const { visits: quotes } = data.now;
  const rows = withMost(data, 'missed_without_reason');
  if (rows.length === 0) return null;
  const names = officialsNamed(data, rows, 'II.5.missed', several(quotes, 'missed_without_reason', 'lượt'));
  return say`vắng so với lịch dự mà không có lý do ${quotes.run('missed_without_reason')} lượt: ${names}`;
}

function excused({ now: { visits: quotes } }: Bc09Data): Phrase | null {
  const said = [
    quotes.some('missed_with_reason') ? say`vắng có lý do ${quotes.run('missed_with_reason')} lượt` : [],
    quotes.some('substitute_sent') ? say`cử người dự thay ${quotes.run('substitute_sent')} lượt` : [],
  ].filter((part) => part.length > 0);
  return said.length === 0 ? null : clauses(said);
}

function reportsLate(data: Bc09Data): Phrase | null {
  const { visits: quotes } = data.now;
  const rows = withMost(data, 'reports_late');
  if (rows.length === 0) return null;
  const names = officialsNamed(data, rows, 'II.5.reports', several(quotes, 'reports_late', 'báo cáo'));
  return say`nộp chậm ${quotes.run('reports_late')} báo cáo kết quả dự sinh hoạt: ${names}`;
}

function reportsSubmitted({ now: { visits: quotes } }: Bc09Data): Phrase | null {
  if (!quotes.some('reports_due')) return null;
  return say`đã nộp ${quotes.run('reports_submitted')}/${quotes.run('reports_due')} báo cáo kết quả dự sinh hoạt`;
}

/** How many, where it was more than one. */
function several(quotes: Quotes, column: string, unit: string) {
  return (row: ReportRow): Phrase =>
    (quotes.value(column, row) ?? 0) > 1 ? say`${quotes.run(column, row)} ${unit}` : [];
}

function made(data: Bc09Data): Phrase | null {
  const { visits: quotes } = data.now;
  const rows = officialsOf(data);
  if (rows.length === 0 || quotes.value('visits') === null) return null;
  const by = data.assignedBy.map(citation);
  const under = by.length === 0 ? '' : `theo ${by.join(' và ')}, `;
  const officials = officialsRun('II.5.officials', 'Cán bộ được phân công dự sinh hoạt', rows);
  const change = comparedInTime(data, { report: 'visits', column: 'visits', unit: 'lượt' });
  const elsewhere = data.unit === null ? '' : ' (tính cả các địa bàn khác được phân công)';
  const lead = say`${under}${officials} đồng chí được phân công đã dự ${quotes.run('visits')} lượt sinh hoạt${elsewhere}${change}`;
  if (quotes.value('quota_rate') === null) return lead;
  const [toDate, quota] = [quotes.run('visits_year_to_date'), quotes.run('quota_to_date')];
  if (data.period.kind === 'year') return say`${lead}; định mức cả năm ${quota} lượt, đạt ${quotes.run('quota_rate')}`;
  return say`${lead}; lũy kế từ đầu năm ${toDate}/${quota} lượt theo định mức, đạt ${quotes.run('quota_rate')}`;
}

function cellsVisited(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  if (meetings.value('cells_visited') === null) return null;
  if (!meetings.some('cells_visited')) return say`không có chi bộ nào có cấp trên dự sinh hoạt trong kỳ`;
  const change = comparedInTime(data, { report: 'meetings', column: 'cells_visited', unit: 'chi bộ' });
  const [visited, cells] = [meetings.run('cells_visited'), meetings.run('cells')];
  return say`${visited}/${cells} chi bộ có cấp trên dự sinh hoạt${change}, với ${meetings.run('visits')} lượt`;
}

/** Officials with something in a column, most first. */
function withMost({ now }: Bc09Data, column: string): ReportRow[] {
  const { visits: quotes } = now;
  const amount = (row: ReportRow) => quotes.value(column, row) ?? 0;
  return officialsOf({ now })
    .filter((row) => amount(row) > 0)
    .sort((a, b) => amount(b) - amount(a));
}

/** `các đồng chí Nguyễn Văn An (Chánh Văn phòng; 4/6 lượt) và …`; with `detail`, the post and what it says of each. */
export function officialsNamed(
  { exceptions }: Pick<Bc09Data, 'exceptions'>,
  rows: readonly ReportRow[],
  key: string,
  detail: ((row: ReportRow) => Phrase) | null,
): Phrase {
  const names = capped(rows, exceptions.names, {
    named: (row) => {
      const post = row.texts['Chức vụ, đơn vị công tác'] ?? null;
      const said = detail === null ? [] : [post === null ? [] : [post], detail(row)].filter((part) => part.length > 0);
      return said.length === 0 ? [row.name] : say`${row.name} (${clauses(said)})`;
    },
    others: (left) =>
      say`${officialsRun(`${key}/others`, 'Các đồng chí khác', left)} đồng chí khác (${officialsAnnex})`,
  });
  return say`${rows.length > 1 ? 'các đồng chí' : 'đồng chí'} ${names}`;
}

function officialsRun(key: string, label: string, rows: readonly ReportRow[]) {
  return figureRun(
    key,
    label,
    count(
      'official',
      rows.map((row) => row.key),
    ),
  );
}
