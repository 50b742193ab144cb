import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleMeanings } from '../../../electron/data/rules/rule-meanings.ts';
import { isRuleCode, ruleCodes } from '../../../electron/data/rules/rule-values.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const readme = readFileSync(join(root, 'electron', 'data', 'rules', 'README.md'), 'utf8');
const rows = readme
  .split('\n')
  .filter((line) => /^\| R\d/u.test(line))
  .map((line) => {
    const [rule = '', files = '', tests = '', settings = ''] = line.split('|').slice(1);
    return { rule: rule.trim(), files: inTicks(files), tests: inTicks(tests), settings: inTicks(settings) };
  });

function inTicks(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/gu)].map(([, inside = '']) => inside);
}

describe('the table of the handbook’s rules', () => {
  test('has R1 to R44', () => {
    expect(rows.map(({ rule }) => rule)).toEqual(Array.from({ length: 44 }, (_, index) => `R${index + 1}`));
  });

  test.each(rows)('$rule: the files are there, and the test has it in a title', ({ rule, files, tests }) => {
    for (const file of files) expect(existsSync(join(root, 'electron', 'data', file)), file).toBe(true);
    for (const file of tests) {
      const titles =
        readFileSync(join(root, 'tests', file), 'utf8').match(/^ *(?:describe|test|it|\]).*\(['"`].*$/gmu) ?? [];
      expect(
        titles.some((title) => new RegExp(`\\b${rule}\\b`, 'u').test(title)),
        file,
      ).toBe(true);
    }
  });

  test('only what is out of scope has no test', () => {
    expect(rows.filter(({ tests }) => tests.length === 0).map(({ rule }) => rule)).toEqual(['R44']);
  });

  test('every setting stands in one of the two tables, the second with files that are there', () => {
    const others = readme.split('\n').filter((line) => line.startsWith('| `'));
    const settings = [...rows.flatMap((row) => row.settings), ...others.map((line) => inTicks(line)[0] ?? '')];
    expect(new Set(settings.filter(isRuleCode))).toEqual(new Set(ruleCodes));
    for (const file of others.flatMap((line) => inTicks(line).slice(1)).filter((name) => name.includes('/')))
      expect(existsSync(join(root, 'electron', 'data', file)), file).toBe(true);
  });

  test('names the settings, and every setting that says which rule it is stands in its row', () => {
    const named = rows.flatMap(({ rule, settings }) => settings.filter(isRuleCode).map((code) => `${rule} ${code}`));
    const said = ruleCodes.flatMap((code) => {
      const { number } = ruleMeanings[code];
      return (number?.match(/R\d+/gu) ?? []).map((rule) => `${rule} ${code}`);
    });
    expect(new Set(named)).toEqual(new Set([...said, 'R11 vote_base']));
  });
});
