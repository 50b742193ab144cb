import { describe, expect, it } from 'vitest';
import { searchKey } from '../../../electron/data/vietnamese/fold.ts';
import { chordOf } from '../../../renderer/app/keys.ts';
import { fold, matchesWords } from '../../../renderer/components/fold.ts';

const press = (code: string, key: string, held: Partial<KeyboardEvent> = {}) => ({
  code,
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('keys of the window', () => {
  it('go by the place of the key: Unikey and Vietnamese layouts change the letter', () => {
    expect(chordOf(press('KeyK', 'k', { ctrlKey: true }))).toBe('ctrl+k');
    expect(chordOf(press('Digit1', 'ă', { altKey: true }))).toBe('alt+1');
    expect(chordOf(press('Semicolon', ';', { ctrlKey: true }))).toBe('ctrl+;');
    expect(chordOf(press('KeyN', 'N', { ctrlKey: true, shiftKey: true }))).toBe('ctrl+shift+n');
    expect(chordOf(press('F5', 'F5'))).toBe('f5');
    expect(chordOf(press('Escape', 'Escape'))).toBe('escape');
  });
});

describe('search in the window', () => {
  it('needs no diacritics and no order of words', () => {
    expect(matchesWords('Chi bộ thôn 4 — Đảng bộ xã Hòa Lẫm', 'hoa lam thon 4')).toBe(true);
    expect(matchesWords('Nguyễn Thị Ánh', 'anh nguyen')).toBe(true);
    expect(matchesWords('Chi bộ thôn 14', 'thon 4')).toBe(false);
  });

  it('folds as the data side does', () => {
    for (const text of ['Đặng Thị Ngọc Ánh', 'xã Hoà-Lẫm', 'ƯƠNG', 'Chi bộ số 2 (cũ)']) {
      expect(fold(text)).toBe(searchKey(text));
    }
  });
});
