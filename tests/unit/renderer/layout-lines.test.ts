import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OfficeReportLayout } from '../../../electron/contract/report-layouts.ts';
import {
  dropLine,
  type LayoutLine,
  linesOf,
  moveLine,
  removeHeading,
  sheetsOf,
  startGroup,
  startSheet,
} from '../../../renderer/features/report-layouts/layout-lines.ts';

const column = (key: string) => ({ key, label: key.toUpperCase() });
const standard: OfficeReportLayout['sheets'] = [
  {
    name: 'Một',
    groups: [
      { label: 'A', columns: [column('a'), column('b')] },
      { label: 'B', columns: [column('c')] },
    ],
  },
  { name: 'Hai', groups: [{ label: 'C', columns: [column('d'), column('e')] }] },
];
const columns = ['a', 'b', 'c', 'd', 'e'].map(column);
const lines = linesOf(standard, standard, columns);
const idOf = (label: string) =>
  lines.find(({ kind, label: own }) => kind !== 'column' && own === label)?.id ?? expect.fail(label);
/** `Một[A:a b|B:c] Hai[C:d e]` */
const words = (of: readonly LayoutLine[]) =>
  sheetsOf(of)
    .map(({ name, groups }) => {
      const inside = groups.map((group) => `${group.label}:${group.columns.map(({ key }) => key).join(' ')}`);
      return `${name}[${inside.join('|')}]`;
    })
    .join(' ');

test('the lines of a layout make that layout', () => {
  expect(sheetsOf(lines)).toEqual(standard);
});

test('a column that is not printed stands after the one it follows in the standard layout', () => {
  const own = [{ name: 'Riêng', groups: [{ label: 'X', columns: [column('d'), column('b')] }] }];
  const found = linesOf(own, standard, columns);
  expect(found.map((line) => (line.kind === 'column' ? `${line.id}${line.shown ? '' : '-'}` : line.kind))).toEqual([
    'sheet',
    'group',
    'a-',
    'd',
    'e-',
    'b',
    'c-',
  ]);
  expect(sheetsOf(found)).toEqual(own);
});

test('columns, groups and sheets move with what is under them', () => {
  expect(words(moveLine(lines, 'b', -1))).toBe('Một[A:b a|B:c] Hai[C:d e]');
  expect(words(moveLine(lines, 'b', 1))).toBe('Một[A:a|B:b c] Hai[C:d e]');
  expect(words(moveLine(lines, 'd', -1))).toBe('Một[A:a b|B:c d] Hai[C:e]');
  expect(words(moveLine(lines, 'c', 1))).toBe('Một[A:a b] Hai[C:c d e]');
  expect(words(moveLine(lines, idOf('B'), -1))).toBe('Một[B:c|A:a b] Hai[C:d e]');
  expect(words(moveLine(lines, idOf('B'), 1))).toBe('Một[A:a b] Hai[B:c|C:d e]');
  expect(words(moveLine(lines, idOf('Hai'), -1))).toBe('Hai[C:d e] Một[A:a b|B:c]');
  for (const [id, step] of [
    ['a', -1],
    ['e', 1],
    [idOf('A'), -1],
    [idOf('Hai'), 1],
  ] as const) {
    expect(moveLine(lines, id, step)).toBe(lines);
  }
});

test('a line is dropped where another stands', () => {
  expect(words(dropLine(lines, 'e', 'a'))).toBe('Một[A:e a b|B:c] Hai[C:d]');
  expect(words(dropLine(lines, 'a', 'd'))).toBe('Một[A:b|B:c] Hai[C:d a e]');
  expect(words(dropLine(lines, idOf('C'), idOf('A')))).toBe('Một[C:d e|A:a b|B:c]');
  expect(dropLine(lines, idOf('A'), 'b')).toBe(lines);
});

test('a group and a sheet are begun at a line and taken away again', () => {
  const grouped = startGroup(lines, 'b');
  expect(words(grouped)).toBe('Một[A:a|Nhóm mới:b|B:c] Hai[C:d e]');
  expect(startGroup(lines, 'a')).toBe(lines);
  expect(words(removeHeading(grouped, grouped.find(({ label }) => label === 'Nhóm mới')?.id ?? ''))).toBe(words(lines));
  expect(words(startSheet(lines, idOf('B')))).toBe('Một[A:a b] Phần 3[B:c] Hai[C:d e]');
  expect(words(removeHeading(lines, idOf('Hai')))).toBe('Một[A:a b|B:c|C:d e]');
  expect(words(removeHeading(lines, idOf('B')))).toBe('Một[A:a b c] Hai[C:d e]');
  expect(removeHeading(lines, idOf('A'))).toBe(lines);
  expect(removeHeading(lines, idOf('Một'))).toBe(lines);
});

test('whatever is done, every column stands under a group on a sheet, once', () => {
  const act = fc.record({ what: fc.nat(4), at: fc.nat(40), onto: fc.nat(40), up: fc.boolean() });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let now: readonly LayoutLine[] = lines;
      for (const { what, at, onto, up } of acts) {
        const [id, target] = [now[at % now.length]?.id ?? '', now[onto % now.length]?.id ?? ''];
        if (what === 0) now = moveLine(now, id, up ? -1 : 1);
        else if (what === 1) now = dropLine(now, id, target);
        else if (what === 2) now = startGroup(now, id);
        else if (what === 3) now = startSheet(now, id);
        else now = removeHeading(now, id);
        const printed = sheetsOf(now).flatMap(({ groups }) =>
          groups.flatMap((group) => group.columns.map(({ key }) => key)),
        );
        expect(printed.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
        expect(new Set(now.map((line) => line.id)).size).toBe(now.length);
      }
    }),
  );
});
