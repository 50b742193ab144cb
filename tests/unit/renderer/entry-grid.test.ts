import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountRow } from '../../../electron/contract/meeting-counts.ts';
import type { PlanEntry, PlanRow } from '../../../electron/contract/themes.ts';
import { pasteAt, readBlock, withTyping } from '../../../renderer/components/entry-grid/entries.ts';
import { countDoubts, countSheetOf, replacesRoll } from '../../../renderer/features/meetings/count-columns.ts';
import { planChanges } from '../../../renderer/features/themes/plan-sheet.ts';

describe('a block from Excel', () => {
  it('is read line by line, quoted cells whole', () => {
    expect(readBlock('3\t19:30\r\n4\t20:00\r\n')).toEqual([
      ['3', '19:30'],
      ['4', '20:00'],
    ]);
    expect(readBlock('"mưa lũ,\n""cấp 3"""\t\n\tb')).toEqual([
      ['mưa lũ, "cấp 3"', ''],
      ['', 'b'],
    ]);
  });

  it('comes back as it was written', () => {
    // No spaces: a cell is read without those at its ends (U+1680 lies between à and ỹ).
    const cell = fc.stringMatching(/^[a-zà-ỹ0-9:;,"]{0,6}$/u).filter((text) => !/\s/u.test(text));
    const quoted = (text: string) => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1 }), (block) => {
        expect(readBlock(`${block.map((line) => line.map(quoted).join('\t')).join('\r\n')}\r\n`)).toEqual(block);
      }),
    );
  });

  it('is put down from the current cell; what would fall outside is left out', () => {
    const grid = { rows: ['a', 'b'], columns: ['x', 'y'] };
    const block = [['1', '2', '3'], ['4'], ['5']];
    expect(pasteAt(block, { row: 'a', column: 'y' }, grid)).toEqual([
      { row: 'a', column: 'y', text: '1' },
      { row: 'b', column: 'y', text: '4' },
    ]);
  });

  it('an empty line among others leaves its row as it is; fewer lines than rows leave the rest', () => {
    const grid = { rows: ['a', 'b', 'c', 'd'], columns: ['x', 'y'] };
    const block = readBlock('1\t2\r\n\t\r\n\r\n5\t\r\n');
    expect(pasteAt(block.slice(0, 2), { row: 'a', column: 'x' }, grid).map(({ row }) => row)).toEqual(['a', 'a']);
    expect(pasteAt(block, { row: 'a', column: 'x' }, grid).filter(({ row }) => row !== 'a')).toEqual([
      { row: 'd', column: 'x', text: '5' },
      { row: 'd', column: 'y', text: '' },
    ]);
    expect(pasteAt([['']], { row: 'a', column: 'x' }, grid)).toEqual([{ row: 'a', column: 'x', text: '' }]);
  });

  it('a text that is the stored one again is not typed', () => {
    const stored = () => '16';
    const typed = withTyping(new Map(), [{ row: 'a', column: 'x', text: '17' }], stored);
    expect(typed.get('a')).toEqual({ x: '17' });
    expect(withTyping(typed, [{ row: 'a', column: 'x', text: '16' }], stored).size).toBe(0);
  });
});

const row: CountRow = {
  ...{ cell_id: 'c', cell: 'Chi bộ thôn 1', grassroots: 'Xã', meeting_id: null, called: false, due_on: '2024-07-03' },
  ...{ kind: 'regular', date: null, started_at: null, ended_at: null, members_total: null, exempt: null, due: null },
  ...{ present: null, absent_excused: null, absent_unexcused: null, theme: null, score: null, grade: null },
  ...{ not_held_reason: null, expected: { members_total: 17, exempt: 1, due: 16 } },
};

describe('totals as they are typed', () => {
  const { columns, read } = countSheetOf('2024-07', [row]);
  const tidy = (key: string, text: string) => columns.find((column) => column.key === key)?.tidy?.(text);
  const wrong = (key: string, text: string) => columns.find((column) => column.key === key)?.check(text) ?? null;

  it('a number is read as spreadsheets write it', () => {
    expect(['1.234', '1 234', '16,0', '16.00', '16'].map((text) => tidy('members_total', text))).toEqual([
      ...['1234', '1234', '16', '16', '16'],
    ]);
    for (const text of ['16,5', '1.23', '-1', '1.2345']) expect(wrong('members_total', text), text).not.toBeNull();
  });

  it('what does not add up is remarked', () => {
    const counts = { ...row, due: 16, present: 14, absent_excused: 1, absent_unexcused: 1 };
    expect(countDoubts(counts)).toEqual({});
    expect(countDoubts({ ...counts, absent_unexcused: null })).toEqual({});
    expect(countDoubts({ ...counts, absent_unexcused: 0 }).due).toContain('cộng lại 15, khác số phải dự 16');
    expect(countDoubts({ ...counts, present: 17 }).present).toContain('(16)');
    expect(countDoubts({ ...counts, members_total: 5, exempt: 6 }).exempt).toContain('(5)');
  });

  it('a day alone is one of the month', () => {
    expect(tidy('date', '3')).toBe('03/07/2024');
    expect(tidy('date', '5/8')).toBe('05/08/2024');
    expect(wrong('date', '32')).not.toBeNull();
  });

  it('kinds and grades by their short words', () => {
    expect([tidy('kind', 'kh'), tidy('grade', 'tb'), tidy('grade', 'TỐT')]).toEqual([
      'Kết hợp CĐ',
      'Trung bình',
      'Tốt',
    ]);
    expect(wrong('grade', 'xuất sắc')).not.toBeNull();
    expect([tidy('started_at', '19h30'), tidy('score', '89.5')]).toEqual(['19:30', '89,5']);
    expect([wrong('score', '101'), wrong('due', '-3')]).not.toContain(null);
  });

  it('make the row to save; what is not understood makes none (R42)', () => {
    expect(read(row, { date: '3', due: '16', present: '14', score: '92' })).toMatchObject({
      ...{ date: '2024-07-03', due: 16, present: 14, score: 92, absent_excused: null },
    });
    expect(read({ ...row, due: 16 }, { due: '' })).toMatchObject({ due: null });
    expect(read(row, { due: 'mười' })).toBeNull();
  });

  it('over a roll-call are told apart from others', () => {
    const called = { ...row, called: true, due: 16, present: 14 };
    const typed = (cells: Record<string, string>) => read(called, cells) ?? called;
    expect(replacesRoll(called, typed({ started_at: '19:30' }))).toBe(false);
    expect(replacesRoll(called, typed({ present: '13' }))).toBe(true);
  });
});

describe('a plan as it is typed', () => {
  const entry = (id: string, title: string): PlanEntry => ({
    ...{ id, title, theme_id: null, preparer: `người của ${id}`, preparer_id: null, planned_month: null },
    ...{ required_by: null, note: null, meetings: [] },
  });
  const plan: PlanRow = {
    ...{ cell_id: 'c', cell: 'Thôn 1', grassroots: 'Xã', cell_type: null },
    quarters: [1, 2, 3, 4].map((quarter) => ({
      quarter,
      held: 0,
      entries: quarter === 1 ? [entry('p', 'Học Bác'), entry('q', 'Đất đai')] : [],
    })),
  };
  const themes = [
    {
      ...{ id: 't', title: 'Môi trường', required_by: null, required_year: null, required_quarter: null },
      ...{ cell_types: [], cell_type_labels: [], valid_from: null, valid_to: null, planned: 0 },
    },
  ];
  const typed = (cells: Record<string, string>) => {
    const { entries, removed } = planChanges([plan], new Map([['c', cells]]), themes);
    return [entries.map(({ id, title, theme_id, preparer }) => [id, title, theme_id, preparer]), removed];
  };

  it('changes a title in its place, adds and takes out; a title of the catalogue is that theme', () => {
    expect(typed({ q1: 'Học Bác; Đất đai và môi trường' })).toEqual([
      [['q', 'Đất đai và môi trường', null, 'người của q']],
      [],
    ]);
    expect(typed({ q1: 'Đất đai' })).toEqual([[], ['p']]);
    expect(typed({ q2: 'môi trường' })).toEqual([[[undefined, 'môi trường', 't', null]], []]);
    expect(typed({ q1: '' })).toEqual([[], ['p', 'q']]);
  });
});
