import type { FormColumn, FormRow } from '../../documents/xlsx-form.ts';
import { firstDayOfMonth, lastDayOfMonth, type Month } from '../../vietnamese/dates.ts';
import type { AskedCell } from '../asked-cells.ts';
import type { CollectionForm } from '../collection-form.ts';

const yesNo = { labels: ['Có', 'Không'], open: false };
const kinds = { labels: ['Thường kỳ', 'Chuyên đề', 'Thường kỳ + chuyên đề', 'Đột xuất', 'Đại hội'], open: false };
const grades = { labels: ['Tốt', 'Khá', 'Trung bình', 'Kém'], open: false };
const reasons = {
  labels: ['Thiên tai, thời tiết', 'Dịch bệnh', 'Bí thư đi vắng', 'Không đủ số đảng viên', 'Ghép vào tháng sau'],
  open: true,
};

const text = (key: string, heading: string, width: number): FormColumn => ({
  key,
  heading,
  width,
  type: 'text',
  input: true,
});
const count = (key: string, heading: string): FormColumn => ({ key, heading, width: 8, type: 'int', input: true });

/** The monthly return: one line a cell with what BC-05 counts (R3, R4, R6, R9-R11) and who came from above (R32). */
export const meetingForm: CollectionForm = {
  kind: 'meetings',
  title: 'Biểu tình hình sinh hoạt chi bộ tháng',
  sheet: 'Sinh hoạt chi bộ',
  guidance: [
    'Điền vào các ô trắng, mỗi chi bộ một dòng; ô xám do văn phòng ghi sẵn. Số đảng viên ghi sẵn theo sổ: khác thực tế thì sửa.',
    'Tháng có thêm buổi sinh hoạt: chép cả dòng của chi bộ rồi chèn xuống dưới. Chi bộ chưa có số liệu: để trống cả dòng.',
  ],
  columns,
  rows,
};

function columns(period: Month, cells: readonly AskedCell[]): FormColumn[] {
  const officials = [...new Set(cells.flatMap((cell) => cell.officials))];
  return [
    { key: 'order', heading: 'TT', width: 5, type: 'int', input: false },
    { key: 'cell', heading: 'Chi bộ', width: 28, type: 'text', input: false },
    { key: 'secretary', heading: 'Bí thư', width: 18, type: 'text', input: false },
    { key: 'meeting_day', heading: 'Ngày SH cố định', width: 8, type: 'int', input: false },
    {
      ...text('held', 'Có họp', 8),
      choices: yesNo,
      prompt: 'Có: tháng này đã sinh hoạt. Không: ghi lý do ở cột bên phải.',
    },
    { ...text('kind', 'Loại hình sinh hoạt', 14), choices: kinds, prompt: 'Để trống là sinh hoạt thường kỳ.' },
    {
      ...text('date', 'Ngày họp', 12),
      type: 'date',
      range: { from: firstDayOfMonth(period), to: lastDayOfMonth(period) },
      prompt: 'Gõ ngày/tháng/năm.',
    },
    { ...text('start', 'Giờ bắt đầu', 8), type: 'time' },
    { ...text('end', 'Giờ kết thúc', 8), type: 'time' },
    count('members_total', 'Tổng số đảng viên'),
    count('full_members', 'Chính thức'),
    count('probationary', 'Dự bị'),
    count('exempt', 'Miễn sinh hoạt'),
    count('working_away', 'Đi làm ăn xa'),
    count('temporarily_away', 'SHTT đi nơi khác'),
    count('temporarily_received', 'SHTT nơi khác đến'),
    count('suspended', 'Đình chỉ SH'),
    count('due', 'Phải dự'),
    count('present', 'Có mặt'),
    count('present_exempt', 'Được miễn mà vẫn dự'),
    count('absent_excused', 'Vắng có lý do'),
    count('absent_unexcused', 'Vắng không lý do'),
    text('theme', 'Chuyên đề', 24),
    { ...text('score', 'Điểm', 7), type: 'decimal1', range: { from: 0, to: 100 } },
    { ...text('grade', 'Xếp loại', 11), choices: grades },
    text('resolution_number', 'Số nghị quyết, kết luận', 12),
    { ...text('visitors', 'Cán bộ cấp trên dự', 24), choices: { labels: officials, open: true } },
    text('other_day_reason', 'Lý do họp khác ngày cố định', 18),
    { ...text('other_day_approved', 'Cấp trên đồng ý ngày khác', 10), choices: yesNo },
    { ...text('not_held_reason', 'Lý do không họp', 18), choices: reasons },
    text('note', 'Ghi chú', 22),
  ];
}

function rows(cells: readonly AskedCell[]): FormRow[] {
  return cells.map(({ id, name, secretary, meetingDay, members }, index) => ({
    id,
    values: {
      order: index + 1,
      cell: name,
      secretary,
      meeting_day: meetingDay,
      ...(members === null
        ? {}
        : {
            members_total: members.total,
            full_members: members.full,
            probationary: members.probationary,
            exempt: members.exempt,
            working_away: members.workingAway,
            temporarily_away: members.temporarilyAway,
            temporarily_received: members.temporarilyReceived,
            suspended: members.suspended,
          }),
    },
  }));
}
