import { describe, expect, test } from 'vitest';
import { type CitedDocument, citations, citeDocument } from '../../../electron/data/documents/citation.ts';
import { day } from '../../support/sample-documents.ts';

const resolution: CitedDocument = {
  kind: 'Nghị quyết',
  number: '12-NQ/ĐU',
  date: day('2026-09-05'),
  of: 'Đảng uỷ xã An Bình',
  subject: 'về nâng cao chất lượng sinh hoạt chi bộ',
};

describe('citing a document (document format, 4.4, last row)', () => {
  test('the first time in full, a comma before "ngày", later its number alone', () => {
    const cite = citations();
    expect([cite(resolution), cite(resolution)]).toEqual([
      'Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng uỷ xã An Bình về nâng cao chất lượng sinh hoạt chi bộ',
      'Nghị quyết 12-NQ/ĐU',
    ]);
  });

  test('another document of the same kind is cited in full too', () => {
    const cite = citations();
    cite(resolution);
    expect(cite({ ...resolution, number: '13-NQ/ĐU' })).toContain('Nghị quyết số 13-NQ/ĐU, ngày');
  });

  test.each<[string, Partial<CitedDocument>, string]>([
    [
      'zeros as in short dates (section 8)',
      { date: day('2018-04-03'), of: null, subject: null },
      'Nghị quyết số 12-NQ/ĐU, ngày 03/4/2018',
    ],
    ['month 2', { date: day('2017-02-06'), of: null, subject: null }, 'Nghị quyết số 12-NQ/ĐU, ngày 06/02/2017'],
    [
      '"về" is added',
      { date: null, of: 'Đảng uỷ', subject: 'công tác cán bộ' },
      'Nghị quyết số 12-NQ/ĐU của Đảng uỷ về công tác cán bộ',
    ],
    ['nothing else known', { date: null, of: null, subject: null }, 'Nghị quyết số 12-NQ/ĐU'],
  ])('%s', (_name, change, text) => {
    expect(citeDocument({ ...resolution, ...change }, 'first')).toBe(text);
  });
});
