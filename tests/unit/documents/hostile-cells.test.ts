import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeText, unguarded } from '../../../electron/data/documents/xlsx-cells.ts';
import { cleanText } from '../../../electron/data/vietnamese/clean-text.ts';
import { toTsv } from '../../../renderer/components/data-table/clipboard.ts';
import { numberOfRuns } from '../../support/hostile/runs.ts';

/** What stands before a formula in the hope that only the first letter is looked at. */
const before = fc
  .array(fc.constantFrom(' ', '\t', '\r', '\n', '\u00a0', '\u200b', '\ufeff', '\u3000', '\u0000', '\u202e', '\u00ad'))
  .map((signs) => signs.join(''));
const formula = fc
  .tuple(
    fc.constantFrom('=', '@', '+', '-', '\uff1d', '\uff20', '\uff0b', '\uff0d'),
    fc.constantFrom('A1', 'SUM(A1)', "cmd|'/C calc'!A0", 'HYPERLINK("http://x","y")', '1+cmd|x!y', 'DDE("x")'),
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...'=+-@|!( 1a\t\r\n\'"')).map((signs) => signs.join('')),
);
/** A cell that a spreadsheet takes for a formula when it is opened, pasted or saved as CSV and opened again. */
const runs = /^\s*(?:[=@\uff1d\uff20]|[+\-\uff0b\uff0d](?:[A-Za-z]|.*[|!=]))/u;
const column = { key: 'text', heading: 'Tên', width: 80, text: (row: string) => row };

test('a formula is never first in a cell, in a workbook and on the clipboard, whatever stands before it', () => {
  fc.assert(
    fc.property(before, formula, (blanks, text) => {
      expect(safeText(`${blanks}${text}`)).toBe(`'${cleanText(text)}`);
      expect(toTsv([`${blanks}${text}`], [column]).split('\r\n')[1]).not.toMatch(runs);
    }),
    { numRuns: numberOfRuns(300) },
  );
});

test('any text keeps what it says, runs nothing, and stays in its cell', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const cell = safeText(text);
      expect(cell).not.toMatch(runs);
      expect(unguarded(cell)).toBe(unguarded(cleanText(text)));
      const [, line = '', ...more] = toTsv([text], [column]).split('\r\n');
      expect([line.includes('\t'), more]).toEqual([false, []]);
      expect(line).not.toMatch(runs);
    }),
    { numRuns: numberOfRuns(1000) },
  );
});

test('a text that is longer than Excel reads is cut, not the file broken', () => {
  for (const letter of ['x', '\ud83d\ude42', '=']) {
    const cell = safeText(letter.repeat(40_000));
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell.length).toBeGreaterThan(32_760);
    expect(cell.isWellFormed()).toBe(true);
    expect(cell.endsWith('\u2026')).toBe(true);
  }
});
