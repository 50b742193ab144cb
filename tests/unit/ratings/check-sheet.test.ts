import { describe, expect, it } from 'vitest';
import type { Band, Criterion, SheetDefinition } from '../../../electron/contract/scoring-sheet.ts';
import { checkSheet, hasErrors } from '../../../electron/data/ratings/check-sheet.ts';
import { loadPresets } from '../../../electron/data/ratings/sheet-file.ts';
import { resourcesDir } from '../../support/office.ts';
import { preset } from '../../support/scoring-sheets.ts';

const anPhu = preset('an-phu-hd42');

/** The sheet with one of its top lines changed. */
function withLine(number: string, change: (line: Criterion) => Criterion): SheetDefinition {
  const walk = (lines: readonly Criterion[]): Criterion[] =>
    lines.map((line) => {
      const parts = { ...line, criteria: walk(line.criteria) };
      return line.number === number ? change(parts) : parts;
    });
  return { ...anPhu, criteria: walk(anPhu.criteria) };
}

const band = (differing: Partial<Band>): Band => ({
  ...{ measure: 'attendance_percent', from: null, to: null, from_inclusive: true, to_inclusive: false },
  ...{ points: 4, label: null, evidence: null },
  ...differing,
});
const withBands = (...bands: Band[]) => withLine('2a', (line) => ({ ...line, bands }));
const about = (sheet: SheetDefinition) =>
  checkSheet(sheet).map(({ severity, criterion, message }) => `${severity} ${criterion}: ${message}`);

describe('the checks of handbook 5.7', () => {
  it('find nothing wrong with the four presets but the rule of Phú Thọ that nobody knows whole', () => {
    const found = loadPresets(resourcesDir).map(({ code, definition }) => [code, about(definition)]);
    expect(Object.fromEntries(found)).toEqual({
      'an-phu-hd42': [],
      'hd12-checklist': [],
      'hd42-2025': [],
      'phu-tho-khoi-hd12': ['warning null: Quy tắc xếp loại năm chưa đủ: chương trình chỉ đề nghị khi quy tắc nói rõ.'],
    });
  });

  it('Σ points differs from the declared total: an error, and so for a group', () => {
    expect(about({ ...anPhu, total_points: 95 })).toEqual([
      'error null: Tổng điểm các tiêu chí là 100, khác tổng điểm ghi của mẫu là 95.',
    ]);
    expect(about(withLine('3a', (line) => ({ ...line, max_points: 4 })))).toEqual([
      'error null: Tổng điểm các tiêu chí là 101, khác tổng điểm ghi của mẫu là 100.',
      'error 3: Mục 3: ghi 10 điểm nhưng các tiêu chí con cộng lại là 11.',
    ]);
  });

  it('a gap, an overlap and a missing band from 0 are warnings that name the line', () => {
    expect(about(withBands(band({ from: 90 }), band({ from: 65, to: 85 }), band({ from: 0, points: 1 })))).toEqual([
      'warning 2a: Mục 2a: hở giữa mức đến 85 và mức từ 90 (attendance_percent).',
    ]);
    expect(about(withBands(band({ from: 75 }), band({ from: 90 }), band({ from: 0, points: 1 })))).toEqual([
      'warning 2a: Mục 2a: mức từ 90 (attendance_percent) chồng lên mức từ 75 đứng trên.',
    ]);
    expect(about(withBands(band({ from: 90 }), band({ from: 65 })))).toEqual([
      'warning 2a: Mục 2a: mức cuối không bắt đầu từ 0, giá trị thấp hơn 65 không có điểm.',
    ]);
  });

  it('the printed sheet: more than 50, then 40 to below 50, leaves exactly 50 without points', () => {
    const bands = [
      band({ measure: 'speaker_percent', from: 50, from_inclusive: false, points: 5 }),
      band({ measure: 'speaker_percent', from: 40, to: 50, points: 4 }),
      band({ measure: 'speaker_percent', from: 0, points: 2 }),
    ];
    expect(about(withLine('4e', (line) => ({ ...line, bands })))).toEqual([
      'warning 4e: Mục 4e: hở giữa mức đến 50 và mức từ 50 (speaker_percent).',
    ]);
  });

  it('a fact there is not, and one compared with the wrong kind of value', () => {
    const asks = (fact: string, value: number | boolean) =>
      about(withLine('3e', (line) => ({ ...line, suggest_full_when: { fact, op: '==', value } })));
    expect(asks('weather', 1)).toEqual([
      'error 3e: Mục 3e: không có số liệu "weather". Chọn trong danh sách số liệu của chương trình.',
    ]);
    expect(asks('documents_on_app', 1)).toEqual(['error 3e: Mục 3e: "documents_on_app" phải so với có hoặc không.']);
  });

  it('points carried over to a line there is not, or to one with fixed bands', () => {
    const carry = (target: string) =>
      checkSheet(
        withLine('4c', (line) => ({ ...line, when_not_applicable: { action: 'add_to', target, evidence: null } })),
      );
    expect(carry('9z')[0]).toMatchObject({ severity: 'error', criterion: '4c' });
    expect(carry('4e')[0]?.message).toContain('mục 4e nhận điểm chuyển sang phải là mục chấm có/không hoặc chấm số');
    expect(hasErrors(carry('4b'))).toBe(false);
  });

  it('the same number twice', () => {
    expect(about(withLine('3b', (line) => ({ ...line, number: '3a' })))).toContain(
      'error 3a: Mục 3a: số hiệu bị trùng. Mỗi tiêu chí phải có số hiệu riêng.',
    );
  });
});
