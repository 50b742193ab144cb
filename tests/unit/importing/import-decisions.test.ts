import { describe, expect, test } from 'vitest';
import type { SheetDecision } from '../../../electron/contract/import-decisions.ts';
import {
  decidedRecognition,
  fieldName,
  missingFields,
} from '../../../electron/data/importing/conversation/decided-recognition.ts';
import { DecisionsBySheet } from '../../../electron/data/importing/conversation/decisions.ts';
import { editedSheet } from '../../../electron/data/importing/conversation/edited-sheet.ts';
import { personScore } from '../../../electron/data/importing/conversation/person-score.ts';
import type { Identity } from '../../../electron/data/importing/match/member-book.ts';
import { distinctNames } from '../../../electron/data/importing/open-workbook.ts';
import { recogniseSheet } from '../../../electron/data/importing/recognise/recognise-sheet.ts';
import { decodeLegacyText } from '../../../electron/data/importing/workbook/decode-legacy-text.ts';
import type { SheetGrid } from '../../../electron/data/importing/workbook/sheet-grid.ts';
import { memberRow } from '../../support/rows.ts';
import { type Box, dictionary, sheetOf } from '../../support/sheet.ts';

const place = { file: 'a.xlsx', sheet: 'Sheet1' };

function texts(sheet: SheetGrid): unknown[][] {
  return Array.from(sheet.rows, ({ number, cells }) => [
    number,
    ...Array.from(cells.values(), (value) => (value.type === 'text' ? value.text : value)),
  ]);
}

function decided(rows: readonly (readonly Box[])[], decision: Omit<SheetDecision, 'file' | 'sheet'>) {
  const sheet = sheetOf(rows);
  const found = decidedRecognition(sheet, recogniseSheet(sheet, dictionary), { ...place, ...decision }, dictionary);
  return found && { ...found, fields: found.columns.map(fieldName), missing: missingFields(found) };
}

describe('what a clerk says of a sheet', () => {
  const roster = [
    ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Ghi chú'],
    [1, 'Lò Văn An', '01/01/1980', '03/02/2010', '03/02/2011', '0912000000'],
  ];

  test('a field that is given to a column leaves the one that had it', () => {
    expect(decided(roster, { columns: { F: 'phone', C: null } })?.fields).toEqual([
      'order',
      'full_name',
      null,
      'admission_date',
      'full_member_date',
      'phone',
    ]);
    expect(decided(roster, { columns: { F: 'full_name' } })?.fields).toEqual([
      'order',
      null,
      'birth_date',
      'admission_date',
      'full_member_date',
      'full_name',
    ]);
  });

  test('months and stacked columns are fields like others; a column without a heading may be one', () => {
    const found = decided(roster, { columns: { E: 'gender, ethnicity, religion', H: 'card_number' } });
    expect(found?.fields).toContain('gender, ethnicity, religion');
    expect(found?.columns.find(({ column }) => column === 5)?.meaning?.stack?.fields).toHaveLength(3);
    expect(found?.columns.at(-1)).toMatchObject({ column: 8, meaning: { field: 'card_number' } });
    expect(decided(roster, { kind: 'planned_visits', columns: { C: 'plan:7' } })?.columns[2]).toMatchObject({
      meaning: { field: 'plan' },
      index: 7,
    });
  });

  test('a kind without its columns says what is missing', () => {
    expect(
      decided(
        [
          ['Số', 'Ai'],
          [1, 'Lò Văn An'],
        ],
        { kind: 'members' },
      )?.missing,
    ).toEqual(['full_name']);
    expect(
      decided(
        [
          ['Số', 'Ai'],
          [1, 'Lò Văn An'],
        ],
        {},
      ),
    ).toBeNull();
  });
});

describe('boxes', () => {
  test('are edited over what was read, in blank rows too; the file stays as it is', () => {
    const sheet = sheetOf([['A', 'B'], [], ['C', 'D']]);
    const boxes = [
      { ...place, row: 1, column: 'B', text: 'mới' },
      { ...place, row: 2, column: 'A', text: 'thêm' },
      { ...place, row: 3, column: 'A', text: ' ' },
      { ...place, row: 3, column: 'B', text: 'trước' },
      { ...place, row: 3, column: 'B', text: 'sau' },
    ];
    const decisions = new DecisionsBySheet({ sheets: [], boxes, rows: [] });
    expect(texts(editedSheet(sheet, decisions.of('a.xlsx', 'Sheet1')))).toEqual([
      [1, 'A', 'mới'],
      [2, 'thêm'],
      [3, 'sau'],
    ]);
    expect(texts(sheet)).toEqual([
      [1, 'A', 'B'],
      [3, 'C', 'D'],
    ]);
    expect(editedSheet(sheet, decisions.of('a.xlsx', 'Sheet2'))).toBe(sheet);
  });

  test('pitfall 6: a column is read in the encoding that the clerk chooses, back and forth', () => {
    const sheet = sheetOf([
      ['Hä vµ tªn', 'Daân toäc'],
      ['NguyÔn ThÞ Hoµ', 'Taøy'],
    ]);
    decodeLegacyText(sheet);
    const read = (encodings: NonNullable<SheetDecision['encodings']>) =>
      editedSheet(sheet, { sheet: { ...place, encodings }, boxes: [], choices: new Map() });
    expect(texts(read({ A: 'unicode' }))).toEqual([
      [1, 'Hä vµ tªn', 'Dân tộc'],
      [2, 'NguyÔn ThÞ Hoµ', 'Tày'],
    ]);
    expect(texts(read({ A: 'tcvn3', B: 'vni' }))).toEqual(texts(sheet));
    expect(read({ A: 'unicode' }).decoded.map(({ column }) => column)).toEqual([2]);
    expect(read({ A: 'tcvn3' }).decoded.find(({ column }) => column === 1)).toMatchObject({
      boxes: 2,
      samples: [
        { before: 'Hä vµ tªn', after: 'Họ và tên' },
        { before: 'NguyÔn ThÞ Hoµ', after: 'Nguyễn Thị Hoà' },
      ],
    });
  });
});

test('files of one name get names of their own', () => {
  expect(distinctNames(['a.xlsx', 'a.xlsx', 'b', 'a (2).xlsx', 'a.xlsx'])).toEqual([
    'a.xlsx',
    'a (2).xlsx',
    'b',
    'a (2) (2).xlsx',
    'a (3).xlsx',
  ]);
});

describe('pitfall 10: how far two records look like one person', () => {
  const base: Omit<Identity, 'cellId'> = {
    name: 'Lò Thị Hoà',
    birthDate: '1975-09-02',
    admissionDate: null,
    oldCard: null,
    newCard: null,
    personalId: null,
  };
  const member = memberRow('m', 'Lò Thị Hòa', { birth_date: '1975-09-02', personal_id: '034075000001' });
  const score = (identity: Partial<typeof base>, sameCell = false) =>
    personScore(member, { ...base, ...identity }, { sameCell });

  test('a number decides, then name and whole birth date, then year and cell', () => {
    const byNumber = score({ personalId: '034075000001' });
    const byDate = score({}, true);
    const byYear = score({ birthDate: '1975' }, true);
    expect(byNumber).toEqual({ score: 100, because: ['trùng số định danh'] });
    expect(byDate.because).toEqual(['trùng họ tên, ngày sinh, chi bộ']);
    expect(byYear.because).toEqual(['trùng họ tên, năm sinh, chi bộ']);
    expect([byNumber.score > byDate.score, byDate.score > byYear.score]).toEqual([true, true]);
  });

  test('another birth date speaks against it, another name with the same number too', () => {
    expect(score({ birthDate: '1980-01-01' }, true).score).toBeLessThan(score({ birthDate: null }, true).score);
    expect(score({ name: 'Vi Văn Ba', personalId: '034075000001' }).score).toBeLessThan(90);
    expect(score({ name: 'Vi Văn Ba' }, true).score).toBe(0);
  });
});
