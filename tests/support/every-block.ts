import type { Block } from '../../electron/data/documents/model.ts';

const run = (text: string) => [{ text }];

/** A body with one of everything: the shape of a decision, then of a regulation (document format, 4.4). */
export const everyBlock: readonly Block[] = [
  {
    kind: 'grounds',
    texts: ['Căn cứ Điều lệ Đảng', 'Căn cứ Quy chế làm việc của Huyện ủy;', 'Theo đề nghị của Ban Tổ chức Huyện ủy.'],
    end: ',',
  },
  { kind: 'resolution', body: 'Ban Thường vụ Huyện ủy', verb: 'quyết định' },
  { kind: 'article', runs: run('Phân công 42 đồng chí dự sinh hoạt chi bộ (có danh sách kèm theo).') },
  { kind: 'article', runs: run('Các đồng chí có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.') },
  { kind: 'division', unit: 'part', name: 'Quy định chung' },
  { kind: 'division', unit: 'chapter', name: 'Phạm vi' },
  { kind: 'division', unit: 'section', name: 'Đối tượng' },
  { kind: 'article', heading: 'Phạm vi điều chỉnh và đối tượng áp dụng' },
  { kind: 'clause', runs: run('Quy định này áp dụng cho các chi bộ.') },
  ...['một', 'hai', 'ba', 'bốn', 'năm'].map((word): Block => ({ kind: 'point', runs: run(`Điểm thứ ${word};`) })),
  { kind: 'clause', runs: run('Khoản thứ hai.') },
  { kind: 'point', runs: run('Lại từ đầu.') },
  { kind: 'division', unit: 'chapter', name: 'Tổ chức thực hiện' },
  { kind: 'article', heading: 'Hiệu lực', runs: run('Quy định này có hiệu lực từ ngày ký.') },
  { kind: 'clause', runs: run('Các cấp ủy chịu trách nhiệm.') },
  { kind: 'heading', level: 1, text: 'Tên mục' },
  { kind: 'heading', level: 2, text: 'Tên tiểu mục' },
  { kind: 'item', mark: '-', runs: run('Một ý.') },
  { kind: 'item', mark: '+', runs: run('Một ý nhỏ.') },
  { kind: 'dotted', lines: 3, lead: 'Ý kiến:' },
  { kind: 'dotted', lines: 1 },
  { kind: 'paragraph', runs: run('Đoạn cuối cùng.') },
];
