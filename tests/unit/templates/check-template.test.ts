import { describe, expect, it, test } from 'vitest';
import { checkTemplate } from '../../../electron/data/templates/check-template.ts';
import { wordTemplate } from '../../support/word-template.ts';

const tags = {
  facts: ['Tên chi bộ', 'Tháng'],
  lists: { 'Lịch dự': ['Ngày', 'Cán bộ dự'], 'Kiến nghị': ['Nội dung ý kiến'] },
};

const problemsOf = async (...paragraphs: string[]) => checkTemplate(await wordTemplate(paragraphs), tags);

describe('a template that may be kept', () => {
  it.each([
    ['facts', '{Tên chi bộ}, tháng {Tháng}'],
    ['capitals and blanks do not matter', '{ TÊN  CHI BỘ } {tháng}'],
    ['marks typed apart (NFD) do not matter', '{Tên chi bộ}'.normalize('NFD')],
    ['a list, its end by name or without', '{#Lịch dự}{Ngày} {Cán bộ dự}{/Lịch dự} {#Lịch dự}{Ngày}{/}'],
    ['a fact of the document inside a list', '{#Lịch dự}{Ngày} {Tên chi bộ}{/Lịch dự}'],
    ['a part that is printed where there is something to say', '{#Tháng}Tháng {Tháng}{/Tháng}'],
    ['no tags at all', 'Chữ in sẵn'],
  ])('%s', async (_, text) => expect(await problemsOf(text)).toEqual([]));

  it('a list over the cells of one row of a table', async () => {
    const template = await wordTemplate(
      [],
      [
        ['Ngày', 'Cán bộ'],
        ['{#Lịch dự}{Ngày}', '{Cán bộ dự}{/Lịch dự}'],
      ],
    );
    expect(checkTemplate(template, tags)).toEqual([]);
  });
});

describe('every fault is told with its tag, what to do, and the nearest known tag', () => {
  test.each([
    ['{Ten chi bo}', 'Không có thẻ {Ten chi bo}. Có phải là {Tên chi bộ}?', '{Tên chi bộ}'],
    ['{Chữ không giống gì cả}', 'Không có thẻ {Chữ không giống gì cả}. Xem danh sách thẻ.', null],
    ['{constructor}', 'Không có thẻ {constructor}. Xem danh sách thẻ.', null],
    ['{Lịch dự}', 'Thẻ {Lịch dự} là danh sách, phải viết {#Lịch dự}…{/Lịch dự} quanh phần lặp lại.', '{#Lịch dự}'],
    ['{#Lịch dự}{Ngay}{/}', 'Không có thẻ {Ngay} trong danh sách {#Lịch dự}. Có phải là {Ngày}?', '{Ngày}'],
    ['{#Lịch dự}{Ngày}', 'Danh sách {#Lịch dự} chưa kết thúc. Thêm {/Lịch dự} sau phần lặp lại.', '{Lịch dự}'],
    [
      '{Ngày}{/Lịch dự}',
      'Có {/Lịch dự} mà không có {#Lịch dự} mở đầu. Thêm {#Lịch dự} trước phần lặp lại.',
      '{Lịch dự}',
    ],
    [
      '{#Lịch dự}{Ngày}{/Kiến nghị}',
      'Danh sách {#Lịch dự} kết thúc bằng tên khác. Đóng đúng tên danh sách đã mở.',
      '{Lịch dự}',
    ],
  ])('%s', async (text, message, nearest) => {
    const [first] = await problemsOf(text);
    expect([first?.message, first?.nearest]).toEqual([message, nearest]);
  });

  it('brackets that do not match are told with the words around them', async () => {
    expect((await problemsOf('Chi bộ {Tên chi bộ tháng 7'))[0]?.message).toMatch(
      /^Thẻ \{Tên chi bộ.* chưa có dấu \} đóng/u,
    );
    expect((await problemsOf('Chi bộ Tên chi bộ} tháng 7'))[0]?.message).toContain('có dấu } mà không có dấu { mở');
  });

  it('all faults of a file at once', async () => {
    expect(await problemsOf('{Ten chi bo} {Thang}', '{Lịch dự}')).toHaveLength(3);
  });
});
