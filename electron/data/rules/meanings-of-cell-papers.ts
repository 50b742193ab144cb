import { maybe, meetingKindWords, number, oneOf, rows, text, toggle } from './rule-fields.ts';
import type { RuleMeaning } from './rule-meaning.ts';
import type { RuleCode } from './rule-values.ts';

/** How minutes and resolutions of cells are laid out. */
export const cellPaperRules = {
  minutes_layout: {
    label: 'Thể thức biên bản',
    group: 'Văn bản của chi bộ',
    number: 'BC-11',
    affects: 'Đầu biên bản, hàng gạch dưới tên biên bản và ô chữ ký của biên bản.',
    fields: [
      toggle('numbered', 'In số và ký hiệu (BB/CB)'),
      toggle('place_and_date', 'In địa danh và ngày'),
      toggle('hyphens', 'In năm gạch nối dưới tên biên bản'),
      oneOf('secretary_side', 'Người ghi biên bản ký', { left: 'Bên trái', right: 'Bên phải' }),
      oneOf('secretary_role', 'Ghi là', { recorder: 'NGƯỜI GHI BIÊN BẢN', secretary: 'THƯ KÝ' }),
      toggle('certified', 'In chỗ xác nhận của chi bộ (T/M CHI BỘ) dưới chữ ký'),
    ],
  },
  minutes_sections: {
    label: 'Các phần của biên bản',
    group: 'Văn bản của chi bộ',
    number: 'BC-11',
    affects:
      'Thứ tự và tên các phần của biên bản. Phần chuyên đề chỉ in ở buổi có chuyên đề, phần bầu cử chỉ ở đại hội; buổi chuyên đề không in phần nội dung chung.',
    fields: [
      rows('', 'Phần', [
        oneOf('part', 'Nội dung', {
          opening: 'Mở đầu, thành phần',
          content: 'Nội dung sinh hoạt',
          theme: 'Chuyên đề',
          discussion: 'Thảo luận, kết luận',
          election: 'Bầu cử',
          vote: 'Biểu quyết, chấm điểm',
          closing: 'Kết thúc',
        }),
        text('heading', 'Tên phần'),
      ]),
    ],
  },
  minutes_agenda: {
    label: 'Nội dung in sẵn trong biên bản',
    group: 'Văn bản của chi bộ',
    number: 'BC-11',
    affects: 'Các mục in sẵn để ghi tay: mẫu biên bản trống, biên bản của buổi chưa ghi nội dung.',
    fields: [rows('', 'Mục', [oneOf('kind', 'Loại buổi', meetingKindWords), text('title', 'Nội dung')])],
  },
  resolution_layout: {
    label: 'Nghị quyết sinh hoạt chi bộ',
    group: 'Văn bản của chi bộ',
    number: 'BC-12',
    affects: 'Tháng được kiểm điểm và tháng được giao việc trong nghị quyết; hạn gửi và đăng nghị quyết.',
    fields: [
      number('own_month_from_day', 'Kiểm điểm chính tháng họp nếu họp từ ngày', null),
      maybe('posted_within_days', 'Gửi và đăng trong', 'ngày', 'không nêu'),
    ],
  },
} as const satisfies Partial<Record<RuleCode, RuleMeaning>>;
