import { isOverdue, type PetitionResult, resultOf } from '../../petitions/life-cycle.ts';
import type { Petition } from '../../petitions/petition-book.ts';
import type { RuleCode } from '../../rules/rule-values.ts';
import { combine, count, ratio, type SumFigure, unknown } from '../figure.ts';
import { type BuiltReport, type Figures, type ReportRow, report, rulesInPeriod } from '../report.ts';
import { petitionList } from './bc-04/details.ts';
import { listedPetitions } from './bc-04/listed.ts';
import { type Bc04Data, readBc04 } from './bc-04/read.ts';

const ruleCodes: readonly RuleCode[] = ['petition_done', 'petition_carried_over'];

/**
 * BC-04 Biểu tổng hợp ý kiến, kiến nghị qua dự sinh hoạt chi bộ: one row a field. Mentions and matters are counted
 * separately (R37): a mention counts as its matter stands on the last day that is known of. The list of petitions goes
 * with it as a second sheet.
 */
export const bc04 = report<Bc04Data>({
  code: 'BC-04',
  title: 'Biểu tổng hợp ý kiến, kiến nghị qua dự sinh hoạt chi bộ',
  foldsPast: true,
  read: readBc04,
  build: buildBc04,
});

export function buildBc04(data: Bc04Data): BuiltReport {
  const { scope, rules, book, fields } = data;
  const listed = listedPetitions(data);
  const isSilent = book.petitions.length === 0;
  const rows = [...fields, ...unsorted(data)].map(({ code, label }): ReportRow => {
    const ofField = ({ field }: Petition) => (field ?? '') === code;
    const figures = figuresOf(data, { raised: listed.raised, carriedOver: listed.carriedOver }, ofField);
    return {
      key: code === '' ? 'unsorted' : code,
      name: label,
      kind: 'field',
      parent: null,
      texts: {},
      figures: isSilent ? Object.fromEntries(Object.keys(figures).map((key) => [key, unknown])) : figures,
    };
  });
  const keys = Object.keys(rows[0]?.figures ?? {});
  return {
    rules: rulesInPeriod(rules, ruleCodes, scope.period),
    rows,
    total: Object.fromEntries(keys.map((key) => [key, combine(rows.map(({ figures }) => figures[key] ?? unknown))])),
    notes: [
      ...(scope.organisedOn === null
        ? []
        : ['Kiến nghị của chi bộ đã sáp nhập, chia tách, giải thể ghi ở chi bộ kế tục.']),
      'Lượt: mỗi lần nêu. Việc: việc nêu nhiều lần tính một lần, theo lần nêu đầu.',
      'Quá hạn: hết hạn trước ngày cuối kỳ mà chưa có trả lời, gồm cả việc kỳ trước chuyển sang.',
    ],
    lists: [petitionList(data, listed)],
  };
}

/** A row for petitions whose field nobody chose, where there are any: the rows add up to the total. */
function unsorted({ book, fields }: Bc04Data): { code: string; label: string }[] {
  const known = new Set(fields.map(({ code }) => code));
  const others = new Set(book.petitions.map(({ field }) => field ?? '').filter((code) => !known.has(code)));
  return [...others].map((code) => ({ code, label: code === '' ? 'Chưa phân lĩnh vực' : code }));
}

function figuresOf(
  data: Bc04Data,
  listed: { raised: readonly Petition[]; carriedOver: readonly Petition[] },
  ofField: (petition: Petition) => boolean,
): Figures {
  const { scope, book } = data;
  const mentions = listed.raised.filter(ofField);
  const matterIds = new Set(listed.raised.map(({ matterId }) => matterId));
  const matters = [...matterIds].flatMap((id) => book.get(id) ?? []).filter(ofField);
  const carriedOver = listed.carriedOver.filter(ofField);
  const first = mentions.filter(({ id, matterId }) => id === matterId);
  const late = [...first, ...carriedOver].filter(({ due_date, standing }) => isOverdue(due_date, standing, scope.asOf));
  return {
    ...resultFigures(data, mentions, { prefix: '', all: 'petitions' }),
    ...resultFigures(data, matters, { prefix: 'matters_', all: 'matters' }),
    carried_over: counted(carriedOver),
    overdue: counted(late),
  };
}

function resultFigures(
  { rules, scope }: Bc04Data,
  petitions: readonly Petition[],
  { prefix, all }: { prefix: string; all: string },
): Figures {
  const rule = rules.on('petition_done', scope.period.dateTo).value;
  const withResult = (...results: PetitionResult[]) =>
    counted(petitions.filter(({ standing }) => results.includes(resultOf(standing, rule, scope.asOf))));
  return {
    [all]: counted(petitions),
    [`${prefix}answered_on_spot`]: withResult('on_spot'),
    [`${prefix}resolved`]: withResult('resolved'),
    [`${prefix}in_progress`]: withResult('in_progress'),
    [`${prefix}unresolved`]: withResult('unresolved'),
    [`${prefix}resolution_rate`]: ratio(withResult('on_spot', 'resolved'), counted(petitions)),
  };
}

function counted(petitions: readonly Petition[]): SumFigure {
  return count(
    'petition',
    petitions.map(({ id }) => id),
  );
}
