import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { boxPitfalls } from '../../support/pitfalls/boxes.ts';
import { pitfallsElsewhere } from '../../support/pitfalls/elsewhere.ts';
import { sheetPitfalls } from '../../support/pitfalls/sheets.ts';

const testsDir = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(testsDir, path), 'utf8');

/** The sub-rows of the handbook, members-and-statistics 6.1. */
const handbook = read('fixtures/pitfalls.txt')
  .split('\n')
  .flatMap((line) => /^\d{1,2}[a-z]/u.exec(line)?.[0] ?? []);

test('every sub-row of the handbook’s list of pitfalls, 1a to 16b, has its row or its test', () => {
  expect([handbook.length, handbook.at(0), handbook.at(-1)]).toEqual([85, '1a', '16b']);
  const inSheets = Object.keys(sheetPitfalls).flatMap((title) => title.match(/(?<!\S)\d{1,2}[a-z](?!\S)/gu) ?? []);
  const rows = new Set([...boxPitfalls.map(([no]) => no), ...inSheets, ...Object.keys(pitfallsElsewhere)]);
  expect(handbook.filter((no) => !rows.has(no))).toEqual([]);
});

test.each(Object.entries(pitfallsElsewhere))('%s is tested where the list says', (_, [file, name]) => {
  expect(name).not.toBe('');
  expect(read(file)).toContain(name);
});
