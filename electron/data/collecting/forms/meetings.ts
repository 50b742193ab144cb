import type { Kysely } from 'kysely';
import type { FormColumn, FormRow } from '../../documents/form-workbook.ts';
import type { Tables } from '../../schema/database.ts';
import { firstDayOfMonth, lastDayOfMonth, type Month } from '../../vietnamese/dates.ts';
import { type AskedCell, type AskedUnit, countHeard, organisationsAsked } from '../asked-cells.ts';
import type { CollectionForm } from '../collection-form.ts';
import { grades, yesNo } from '../form-choices.ts';

const kinds = { labels: ['Thường kỳ', 'Chuyên đề', 'Thường kỳ + chuyên đề', 'Đột xuất', 'Đại hội'], open: false };

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
const count = (key: string, heading: string, group: string): FormColumn => ({
  ...{ key, heading, group, width: 5.5, upright: true },
  ...{ type: 'int', input: true },
});

/** The monthly return: one line a cell with what BC-05 counts (R3, R4, R6, R9-R11) and who came from above (R32). */
export const meetingForm: CollectionForm = {
  kind: 'meetings',
  title: 'Biểu tình hình sinh hoạt chi bộ tháng',
  sheet: 'Sinh hoạt chi bộ',
  guidance: [
    'Điền vào các ô trắng, mỗi chi bộ một dòng; ô xám do văn phòng ghi sẵn. Số đảng viên ghi sẵn theo sổ: khác thực tế thì sửa.',
    'Tháng có thêm buổi sinh hoạt: chép cả dòng của chi bộ rồi chèn xuống dưới. Chi bộ chưa có số liệu: để trống cả dòng.',
  ],
  addressees: organisationsAsked,
  content: async (_db, period, { cells }) => ({ columns: columns(period, cells), rows: rows(cells) }),
  heard,
};

/** Cells with a meeting, or a month without one. */
async function heard(db: Kysely<Tables>, period: Month, units: readonly AskedUnit[]): Promise<Map<string, number>> {
  const known = await db
    .selectFrom('meeting')
    .select('cell_id')
    .where('period', '=', period)
    .where('state', '!=', 'planned')
    .execute();
  return countHeard(units, new Set(known.map(({ cell_id }) => cell_id)));
}

function columns(period: Month, cells: readonly AskedCell[]): FormColumn[] {
  const [listed, turnout] = ['Đảng viên của chi bộ', 'Đi họp'];
  const officials = [...new Set(cells.flatMap((cell) => cell.officials))];
  return [
    { key: 'order', heading: 'TT', width: 5, type: 'int', input: false },
    { key: 'cell', heading: 'Chi bộ', width: 24, type: 'text', input: false },
    { key: 'secretary', heading: 'Bí thư', width: 15, type: 'text', input: false },
    { key: 'meeting_day', heading: 'Ngày SH cố định', width: 5.5, upright: true, type: 'int', input: false },
    {
      ...text('held', 'Có họp', 7),
      choices: yesNo,
      prompt: 'Có: tháng này đã sinh hoạt. Không: ghi lý do ở cột bên phải.',
    },
    { ...text('kind', 'Loại hình sinh hoạt', 12), choices: kinds, prompt: 'Để trống là sinh hoạt thường kỳ.' },
    {
      ...text('date', 'Ngày họp', 11),
      type: 'date',
      range: { from: firstDayOfMonth(period), to: lastDayOfMonth(period) },
      prompt: 'Gõ ngày/tháng/năm.',
    },
    { ...text('start', 'Giờ bắt đầu', 7), type: 'time' },
    { ...text('end', 'Giờ kết thúc', 7), type: 'time' },
    count('members_total', 'Tổng số đảng viên', listed),
    count('full_members', 'Chính thức', listed),
    count('probationary', 'Dự bị', listed),
    count('exempt', 'Miễn sinh hoạt', listed),
    count('working_away', 'Đi làm ăn xa', listed),
    count('temporarily_away', 'SHTT đi nơi khác', listed),
    count('temporarily_received', 'SHTT nơi khác đến', listed),
    count('suspended', 'Đình chỉ SH', listed),
    count('due', 'Phải dự', turnout),
    count('present', 'Có mặt', turnout),
    count('present_exempt', 'Được miễn mà vẫn dự', turnout),
    count('absent_excused', 'Vắng có lý do', turnout),
    count('absent_unexcused', 'Vắng không lý do', turnout),
    text('theme', 'Chuyên đề', 20),
    { ...text('score', 'Điểm', 6), type: 'decimal1', range: { from: 0, to: 100 } },
    { ...text('grade', 'Xếp loại', 9), choices: grades },
    text('resolution_number', 'Số nghị quyết, kết luận', 10),
    { ...text('visitors', 'Cán bộ cấp trên dự', 20), choices: { labels: officials, open: true } },
    text('other_day_reason', 'Lý do họp khác ngày cố định', 14),
    { ...text('other_day_approved', 'Cấp trên đồng ý ngày khác', 8), choices: yesNo },
    { ...text('not_held_reason', 'Lý do không họp', 14), choices: reasons },
    text('note', 'Ghi chú', 16),
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
