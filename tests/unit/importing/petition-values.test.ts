import { describe, expect, test } from 'vitest';
import {
  petitionAuthority,
  petitionResult,
  repeatedNumber,
} from '../../../electron/data/importing/values/petition-values.ts';

describe('what lists of petitions say', () => {
  test.each([
    ['Giải đáp tại chỗ', 'on_spot'],
    ['Trả lời ngay tại hội nghị', 'on_spot'],
    ['Đã giải quyết xong', 'resolved'],
    ['đã giải quyết', 'resolved'],
    ['Đang giải quyết', 'in_progress'],
    ['Đang xem xét', 'in_progress'],
    ['Chưa giải quyết', 'unresolved'],
    ['Không giải quyết được', 'unresolved'],
    ['?', null],
  ])('the result %s is %s', (written, result) => {
    expect(petitionResult(written)).toBe(result);
  });

  test.each([
    ['Chi bộ', 'cell'],
    ['Xã', 'commune'],
    ['Cấp xã', 'commune'],
    ['HUYỆN', 'district'],
    ['Tỉnh', 'province'],
    ['TW', 'central'],
    ['Trung ương', 'central'],
    ['Nhà nước', null],
  ])('the authority %s is %s', (written, authority) => {
    expect(petitionAuthority(written)).toBe(authority);
  });

  test.each([
    ['Trùng kiến nghị số 8', '8'],
    ['Nhắc lại ý kiến STT 12', '12'],
    ['Theo Công văn số 8', null],
    ['', null],
  ])('R37 the note "%s" repeats row %s', (note, row) => {
    expect(repeatedNumber(note)).toBe(row);
  });
});
