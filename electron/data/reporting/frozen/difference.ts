import type { Difference } from '../../../contract/frozen.ts';
import { ruleMeanings } from '../../rules/rule-meanings.ts';
import type { Figure, FigureRow } from '../figure.ts';
import { changedWords } from './changed-words.ts';
import type { FrozenContent, FrozenRow } from './content.ts';

type Changes = Omit<Difference, 'frozen'>;
type FigureChange = Difference['figures'][number];
type RecordChange = FigureChange['records'][number];

/** A row of a report, or its last line, whose key is `total`. */
type Line = Pick<FrozenRow, 'key' | 'name' | 'texts' | 'figures' | 'values'>;

/**
 * What is not the same in two answers to one question: figure by figure with the records behind each, words, rows and
 * rules (handbook R40). A figure of the same value that rests on other records has changed, too.
 */
export function differences(then: FrozenContent, now: FrozenContent): Changes {
  const [before, after] = [linesOf(then), linesOf(now)];
  const kept = [...before.values()].flatMap((was) => {
    const is = after.get(was.key);
    return is ? [{ was, is }] : [];
  });
  const changes = {
    figures: kept.flatMap(({ was, is }) => changedFigures(was, is, then, now)),
    texts: [
      ...kept.flatMap(({ was, is }) => changedTexts(was, is, then)),
      ...changedWords(then.document, now.document),
    ],
    rows_added: missingFrom(before, after),
    rows_removed: missingFrom(after, before),
    rules: changedRules(then.rules, now.rules),
  };
  return { ...changes, same: Object.values(changes).every(({ length }) => length === 0) };
}

function linesOf({ rows, total }: FrozenContent): ReadonlyMap<string, Line> {
  const last: Line = { key: 'total', name: 'Tổng cộng', texts: {}, ...total };
  return new Map([...rows, last].map((line) => [line.key, line]));
}

function missingFrom(some: ReadonlyMap<string, Line>, others: ReadonlyMap<string, Line>) {
  return [...others.values()]
    .filter(({ key }) => !some.has(key))
    .map(({ key, name }) => ({ row: key, row_name: name }));
}

function changedFigures(was: Line, is: Line, then: FrozenContent, now: FrozenContent): FigureChange[] {
  return then.columns.flatMap(({ key, label, type, group }) => {
    const [before, after] = [was.figures[key], is.figures[key]];
    if (type === 'text' || !before || !after) return [];
    const records = changedRecords(before, after, then, now);
    const [value, later] = [was.values[key] ?? null, is.values[key] ?? null];
    if (value === later && records.length === 0) return [];
    const names = { row: was.key, row_name: was.name, column: key, label: inFull(group, label) };
    return [{ ...names, type, was: value, now: later, records }];
  });
}

function changedTexts(was: Line, is: Line, { columns }: FrozenContent): Difference['texts'] {
  const words = (heading: string) => {
    const column = columns.find(({ key }) => key === heading);
    return column ? inFull(column.group, column.label) : heading;
  };
  const names = { row: was.key, row_name: was.name };
  const headings = new Set([...Object.keys(was.texts), ...Object.keys(is.texts)]);
  return [
    ...(was.name === is.name ? [] : [{ ...names, label: 'Tên', was: was.name, now: is.name }]),
    ...[...headings].flatMap((heading) => {
      const [before, after] = [was.texts[heading] ?? null, is.texts[heading] ?? null];
      return before === after ? [] : [{ ...names, label: words(heading), was: before, now: after }];
    }),
  ];
}

function inFull(group: string | null, label: string): string {
  return group === null ? label : `${group}: ${label}`;
}

function changedRecords(was: Figure, is: Figure, then: FrozenContent, now: FrozenContent): RecordChange[] {
  return (['numerator', 'denominator'] as const).flatMap((part) => {
    const [before, after] = [byRecord(sideOf(was, part)), byRecord(sideOf(is, part))];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): RecordChange[] => {
      const [old, current] = [before.get(key), after.get(key)];
      const row = old?.row ?? current?.row;
      if (!row || (old?.amount === current?.amount && old?.times === current?.times)) return [];
      const { label, context } = (old ? then : now).words.of(row.entity, row.id);
      return [
        {
          ...{ entity: row.entity, id: row.id, context },
          label: row.note === null ? label : `${label}, ${row.note}`,
          change: old === undefined ? 'added' : current === undefined ? 'removed' : 'changed',
          part: was.how === 'ratio' || is.how === 'ratio' ? part : null,
          was: old?.amount ?? null,
          now: current?.amount ?? null,
        },
      ];
    });
  });
}

/** The rows above or below the line of a rate; of other figures all stand above it. */
function sideOf(figure: Figure, part: 'numerator' | 'denominator'): readonly FigureRow[] {
  if (figure.how === 'ratio') return figure[part].rows;
  return figure.how === 'unknown' || part === 'denominator' ? [] : figure.rows;
}

/** A record may stand in a figure several times (a cell in two quarters: its note; a quota in two parts). */
function byRecord(rows: readonly FigureRow[]): Map<string, { row: FigureRow; amount: number; times: number }> {
  const found = new Map<string, { row: FigureRow; amount: number; times: number }>();
  for (const row of rows) {
    const key = [row.entity, row.id, row.note ?? ''].join('\t');
    const known = found.get(key);
    found.set(key, { row, amount: (known?.amount ?? 0) + row.amount, times: (known?.times ?? 0) + 1 });
  }
  return found;
}

function changedRules(then: FrozenContent['rules'], now: FrozenContent['rules']): Difference['rules'] {
  const versionsOf = (rules: FrozenContent['rules'], wanted: string) => {
    const versions = rules.filter(({ name }) => name === wanted).map(({ version }) => version);
    return versions.length === 0 ? null : versions.join(', ');
  };
  return [...new Set([...then, ...now].map(({ name }) => name))].flatMap((name) => {
    const [was, is] = [versionsOf(then, name), versionsOf(now, name)];
    return was === is ? [] : [{ name, label: ruleLabel(name), was, now: is }];
  });
}

/** What a rule is called; its code for one that this program does not know. */
export function ruleLabel(name: string): string {
  const meanings: Readonly<Record<string, { label: string }>> = ruleMeanings;
  return meanings[name]?.label ?? name;
}
