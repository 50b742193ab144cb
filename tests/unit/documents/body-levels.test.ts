import { describe, expect, test } from 'vitest';
import type { Block, OfficialDocument } from '../../../electron/data/documents/model.ts';
import { type AnnexOwner, annexReference } from '../../../electron/data/documents/reference.ts';
import { typeset } from '../../../electron/data/documents/typeset.ts';
import { everyBlock } from '../../support/every-block.ts';
import { day, districtReport, hd05, hd36 } from '../../support/sample-documents.ts';

function lines(body: readonly Block[], profile = hd36): string[] {
  return typeset({ ...districtReport, body }, profile).body.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  );
}

test('grounds, articles, divisions, clauses and points (document format, 4.4)', () => {
  expect(lines(everyBlock)).toEqual([
    '- Căn cứ Điều lệ Đảng;',
    '- Căn cứ Quy chế làm việc của Huyện ủy;',
    '- Theo đề nghị của Ban Tổ chức Huyện ủy,',
    'BAN THƯỜNG VỤ HUYỆN ỦY QUYẾT ĐỊNH:',
    'Điều 1. Phân công 42 đồng chí dự sinh hoạt chi bộ (có danh sách kèm theo).',
    'Điều 2. Các đồng chí có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.',
    'Phần I\nQUY ĐỊNH CHUNG',
    'Chương I\nPHẠM VI',
    'Mục 1\nĐỐI TƯỢNG',
    'Điều 3. Phạm vi điều chỉnh và đối tượng áp dụng',
    '1. Quy định này áp dụng cho các chi bộ.',
    'a) Điểm thứ một;',
    'b) Điểm thứ hai;',
    'c) Điểm thứ ba;',
    'd) Điểm thứ bốn;',
    'đ) Điểm thứ năm;',
    '2. Khoản thứ hai.',
    'a) Lại từ đầu.',
    'Chương II\nTỔ CHỨC THỰC HIỆN',
    'Điều 4. Hiệu lực',
    'Quy định này có hiệu lực từ ngày ký.',
    '1. Các cấp ủy chịu trách nhiệm.',
    'I- TÊN MỤC',
    '1. Tên tiểu mục',
    '- Một ý.',
    '+ Một ý nhỏ.',
    'Ý kiến: ',
    '',
    '',
    '',
    'Đoạn cuối cùng.',
  ]);
});

describe('weights of the body levels', () => {
  const bold = (block: Block) =>
    typeset({ ...districtReport, body: [block] }, hd36).body.flatMap((line) =>
      line.kind === 'paragraph' ? line.runs.map((run) => run.bold) : [],
    );
  const runs = [{ text: 'Nội dung.' }];
  test.each<[string, Block, boolean[]]>([
    ['Điều with a heading', { kind: 'article', heading: 'Hiệu lực' }, [true]],
    ['Điều with its text on the line: only the number', { kind: 'article', runs }, [true, false]],
    ['khoản', { kind: 'clause', runs }, [false, false]],
    ['căn cứ: upright and regular', { kind: 'grounds', texts: ['Căn cứ Điều lệ Đảng'], end: '.' }, [false]],
    ['Chương', { kind: 'division', unit: 'chapter', name: 'Quy định chung' }, [true]],
  ])('%s', (_name, block, expected) => {
    expect(bold(block)).toEqual(expected);
  });
});

test('parts may be counted in words: a setting of the format', () => {
  const profile = { ...hd36, divisions: { ...hd36.divisions, part: 'Phần {ordinal}' } };
  const part: Block = { kind: 'division', unit: 'part', name: 'Kết quả' };
  expect(lines([part, part], profile)).toEqual(['Phần thứ nhất\nKẾT QUẢ', 'Phần thứ hai\nKẾT QUẢ']);
});

test('a body with a long name: its resolution breaks before the verb', () => {
  const body = 'Ban Thường vụ Đảng ủy Phường Trung tâm Thương mại và Dịch vụ Tổng hợp';
  expect(lines([{ kind: 'resolution', body, verb: 'quyết định' }])).toEqual([
    'BAN THƯỜNG VỤ ĐẢNG ỦY PHƯỜNG TRUNG TÂM THƯƠNG MẠI VÀ DỊCH VỤ TỔNG HỢP\nQUYẾT ĐỊNH:',
  ]);
});

describe('the line under the title of an annex (sections 2 and 7)', () => {
  const issued: AnnexOwner = {
    documentKind: 'Báo cáo',
    numberAndSymbol: { number: 15, kindCode: 'BC', bodyCode: 'HU' },
    dated: { date: day('2024-02-05') },
    of: 'Ban Thường vụ Huyện uỷ',
  };
  test.each<[string, Partial<AnnexOwner>, string]>([
    ['issued', {}, 'kèm theo Báo cáo số 15-BC/HU, ngày 05/02/2024 của Ban Thường vụ Huyện uỷ'],
    [
      'a guideline of the central office, as the handbook cites it',
      {
        documentKind: 'Hướng dẫn',
        numberAndSymbol: { number: 36, kindCode: 'HD', bodyCode: 'VPTW' },
        dated: { date: day('2018-04-03') },
        of: 'Văn phòng Trung ương Đảng',
      },
      'kèm theo Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018 của Văn phòng Trung ương Đảng',
    ],
    [
      'a draft has gaps',
      {
        numberAndSymbol: { number: null, kindCode: 'BC', bodyCode: 'HU' },
        dated: { date: null, draftYear: 2024 },
      },
      'kèm theo Báo cáo số       -BC/HU, ngày      /     /2024 của Ban Thường vụ Huyện uỷ',
    ],
    [
      'minutes have neither',
      { documentKind: 'Biên bản', numberAndSymbol: null, dated: null, of: 'Chi bộ thôn 4' },
      'kèm theo Biên bản của Chi bộ thôn 4',
    ],
  ])('%s', (_name, change, line) => {
    const printed = annexReference({ ...issued, ...change }, hd36);
    expect(printed.replace(/ {2,}/gu, '  ')).toBe(line.replace(/ {2,}/gu, '  '));
  });

  test("an annex follows its document's number and date, and its spelling", () => {
    const annex = { reference: { of: 'Ban Thường vụ Huyện uỷ' }, title: 'Danh sách', body: [], landscape: false };
    const of = (document: OfficialDocument, profile = hd36) => typeset(document, profile).annexes[0]?.reference;
    const document: OfficialDocument = { ...districtReport, annexes: [annex] };
    expect(of(document)).toBe('(kèm theo Báo cáo số 05-BC/HU, ngày 05/02/2024 của Ban Thường vụ Huyện uỷ)');
    expect(of(document, { ...hd05, spelling: 'new' })).toContain('Ban Thường vụ Huyện ủy)');
  });
});

test('two annexes in Arabic digits, or Roman where the office wants them; one has no number', () => {
  const annex = { reference: null, title: 'Danh sách', body: [], landscape: false };
  const labels = (count: number, profile = hd36) =>
    typeset({ ...districtReport, annexes: Array.from({ length: count }, () => annex) }, profile).annexes.map(
      ({ label }) => label,
    );
  expect(labels(1)).toEqual(['Phụ lục']);
  expect(labels(2)).toEqual(['Phụ lục 1', 'Phụ lục 2']);
  expect(labels(2, { ...hd36, annex: { ...hd36.annex, numbering: 'roman' } })).toEqual(['Phụ lục I', 'Phụ lục II']);
});

describe('Như trên stands first in a letter and a submission (section 3.3)', () => {
  const recipients = (change: Partial<OfficialDocument>, names: string[]) => {
    const { signature } = typeset(
      {
        ...districtReport,
        ...change,
        signature: { kind: 'authority', recipients: names, authority: 'T/M', position: null, name: null },
      },
      hd05,
    );
    return signature.kind === 'authority' ? signature.recipients : null;
  };
  const addressees = { names: ['Ban Tổ chức Tỉnh ủy'], submission: false };
  const letter = { form: 'letter', subject: 'đôn đốc' } as const;
  test('letter', () => {
    expect(recipients({ title: letter, addressees }, ['Lưu'])).toEqual(['- Như trên;', '- Lưu.']);
  });
  test('already there', () => {
    expect(recipients({ title: letter, addressees }, ['Như trên', 'Lưu'])).toEqual(['- Như trên;', '- Lưu.']);
  });
  test('a report that is not addressed', () => {
    expect(recipients({}, ['Lưu'])).toEqual(['- Lưu.']);
  });
});
