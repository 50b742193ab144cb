import type { DraftBlock } from '../../document.ts';
import { count, figureValue } from '../../figure.ts';
import type { ReportRow } from '../../report.ts';
import type { FinishedReport } from '../../run-report.ts';
import { fact } from '../letters/wording.ts';
import { compared } from '../prose/comparison.ts';
import { clauses, decapitalised, type Phrase, say, sentence, written } from '../prose/phrases.ts';
import { Quotes } from '../prose/quotes.ts';

/** What the letter to officials is made of: BC-02 of the period, and of the one before. */
export interface OfficialsLetter {
  now: FinishedReport;
  before: FinishedReport;
  advisoryBody: string;
}

/** An official of whom the letter asks something. */
export interface Reminded {
  row: ReportRow;
  /** Visits missing to the quota asked by the end of the period. */
  missing: number;
  /** Reports of the period that have not come. */
  reports: number;
}

/** Officials short of the quota or with reports missing, those furthest behind first; all figures are BC-02's. */
export function remindedIn(report: Pick<FinishedReport, 'rows'>): Reminded[] {
  const value = (row: ReportRow, column: string) =>
    figureValue(row.figures[column] ?? { how: 'unknown', applies: true });
  const behind = (row: ReportRow, asked: string, done: string) => {
    const [quota, made] = [value(row, asked), value(row, done)];
    return quota === null || made === null ? 0 : Math.max(0, quota - made);
  };
  return report.rows
    .filter(({ kind }) => kind === 'official')
    .map((row) => ({
      row,
      missing: behind(row, 'quota_to_date', 'visits_year_to_date'),
      reports: behind(row, 'reports_due', 'reports_submitted'),
    }))
    .filter(({ missing, reports }) => missing > 0 || reports > 0)
    .sort((a, b) => b.missing - a.missing || b.reports - a.reports);
}

/** `đôn đốc nộp báo cáo kết quả dự sinh hoạt tháng 7/2024`: what is asked of somebody and nothing else. */
export function officialsLetterSubject(now: Pick<FinishedReport, 'rows' | 'scope'>): string {
  const reminded = remindedIn(now);
  const asked = [
    ...(reminded.some(({ missing }) => missing > 0) ? ['dự sinh hoạt chi bộ'] : []),
    ...(reminded.some(({ reports }) => reports > 0) ? ['nộp báo cáo kết quả dự sinh hoạt'] : []),
  ];
  const about = asked.length === 0 ? ['dự sinh hoạt chi bộ'] : asked;
  return `đôn đốc ${about.join(', ')} ${decapitalised(now.scope.period.label)}`;
}

export function officialsLetterBody({ now, before, advisoryBody }: OfficialsLetter): DraftBlock[] {
  const reminded = remindedIn(now);
  const quotes = new Quotes(now);
  const short = reminded.filter(({ missing }) => missing > 0);
  const owing = reminded.filter(({ reports }) => reports > 0);
  const { period } = now.scope;
  return [
    ...written('situation', [situation(quotes, new Quotes(before), short)]),
    ...section('short', short.length === 0 ? null : say`Chưa đạt định mức đến kỳ:`, short, (one) =>
      shortText(quotes, one),
    ),
    ...section('owing', owing.length === 0 ? null : owingLine(quotes, owing), owing, (one) => owingText(quotes, one)),
    ...written('request', [
      short.length === 0
        ? null
        : say`Đề nghị các đồng chí chưa đạt định mức sắp xếp công việc, dự sinh hoạt tại chi bộ được phân công trong kỳ sinh hoạt tới; không dự được thì báo lý do với ${advisoryBody} trước ngày sinh hoạt để bố trí người dự thay hoặc đổi lịch`,
      owing.length === 0
        ? null
        : say`Đề nghị các đồng chí chưa nộp báo cáo kết quả dự sinh hoạt ${decapitalised(period.label)} gửi về ${advisoryBody} trước ngày ……/……/……`,
    ]),
  ];
}

/** How far the whole list has come, beside the period before of the same year: a quota begins anew in January. */
function situation(quotes: Quotes, earlier: Quotes, short: readonly Reminded[]): Phrase {
  const { period } = quotes.report.scope;
  const people = fact(
    'short',
    `Cán bộ chưa đạt định mức đến kỳ, ${decapitalised(period.label)}`,
    count(
      'official',
      short.map(({ row }) => row.key),
    ),
  );
  const previous = earlier.report.scope.period;
  const beside =
    previous.year === period.year
      ? compared(
          quotes.figure('quota_rate'),
          [{ name: decapitalised(previous.label), run: earlier.run('quota_rate') }],
          'lượt',
        )
      : [];
  if (quotes.value('quota_to_date') === null) {
    return say`${period.label}, các đồng chí được phân công đã dự ${quotes.run('visits')} lượt sinh hoạt chi bộ`;
  }
  return say`Tính từ đầu năm đến hết ${decapitalised(period.label)}, các đồng chí được phân công đã dự ${quotes.run('visits_year_to_date')} lượt sinh hoạt chi bộ, định mức đến kỳ là ${quotes.run('quota_to_date')} lượt, đạt ${quotes.run('quota_rate')}${beside}; còn ${people} đồng chí chưa đạt định mức`;
}

function owingLine(quotes: Quotes, owing: readonly Reminded[]): Phrase {
  const late = quotes.some('reports_late') ? say`; ${quotes.run('reports_late')} báo cáo nộp chậm` : [];
  const people = fact(
    'owing',
    'Cán bộ chưa nộp đủ báo cáo',
    count(
      'official',
      owing.map(({ row }) => row.key),
    ),
  );
  return say`Đã nộp ${quotes.run('reports_submitted')}/${quotes.run('reports_due')} báo cáo kết quả dự${late}; ${people} đồng chí chưa nộp đủ:`;
}

function shortText(quotes: Quotes, { row }: Reminded): Phrase {
  return say`${nameOf(row)}: đã dự ${quotes.run('visits_year_to_date', row)}/${quotes.run('quota_to_date', row)} lượt${missedText(quotes, row)}`;
}

/** Plans that came to nothing say why somebody is behind. */
function missedText(quotes: Quotes, row: ReportRow): Phrase {
  const said = [
    quotes.some('missed_without_reason', row)
      ? say`vắng theo lịch không lý do ${quotes.run('missed_without_reason', row)} lần`
      : null,
    quotes.some('missed_with_reason', row) ? say`vắng có lý do ${quotes.run('missed_with_reason', row)} lần` : null,
  ].filter((phrase) => phrase !== null);
  return said.length === 0 ? [] : say`; ${clauses(said)}`;
}

function owingText(quotes: Quotes, { row }: Reminded): Phrase {
  return say`${nameOf(row)}: đã nộp ${quotes.run('reports_submitted', row)}/${quotes.run('reports_due', row)} báo cáo`;
}

/** `Đồng chí Mai Xuân Định, Trưởng phòng Tư pháp` */
export function nameOf({ name, texts }: ReportRow): string {
  const post = texts['Chức vụ, đơn vị công tác'] ?? null;
  return `Đồng chí ${name}${post === null ? '' : `, ${post}`}`;
}

function section(
  key: string,
  line: Phrase | null,
  people: readonly Reminded[],
  text: (one: Reminded) => Phrase,
): DraftBlock[] {
  if (line === null) return [];
  return [
    { kind: 'written', key, runs: line },
    ...people.map(
      (one): DraftBlock => ({ kind: 'written', key: `${key}/${one.row.key}`, mark: '-', runs: sentence(text(one)) }),
    ),
  ];
}
