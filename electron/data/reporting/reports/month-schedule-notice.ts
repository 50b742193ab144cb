import { SochiboError } from '../../errors.ts';
import { type MonthSchedule, readMonthSchedule } from '../../schedule/schedule-data.ts';
import { dayText, scheduleBody } from '../../schedule/schedule-document.ts';
import { firstDayOfMonth, isMonth } from '../../vietnamese/dates.ts';
import { document } from '../document.ts';

/** Thông báo lịch dự sinh hoạt chi bộ of one month, for the whole office or one organisation of it. */
export const monthScheduleNotice = document<MonthSchedule>({
  code: 'thong-bao-lich',
  title: 'Thông báo lịch dự sinh hoạt chi bộ',
  kind: { code: 'TB', name: 'Thông báo' },
  issuer: 'committee',
  subject: null,
  async list({ db }, { months }, unit) {
    const schedules = await Promise.all(
      months.map((month) => readMonthSchedule(db, month, unit === null ? {} : { organisationId: unit })),
    );
    return schedules
      .filter(({ lines }) => lines.length > 0)
      .map(({ month }) => ({ name: nameOf(month), about: { period: month, ...(unit === null ? {} : { unit }) } }));
  },
  async read({ db }, { period = '', unit }) {
    if (!isMonth(period)) {
      throw new SochiboError('wrong_arguments', 'Thông báo lịch lập theo tháng. Chọn một tháng, ví dụ 2024-07.');
    }
    return readMonthSchedule(db, period, unit === undefined ? {} : { organisationId: unit });
  },
  build: (schedule) => ({
    name: nameOf(schedule.month),
    day: firstDayOfMonth(schedule.month),
    organisationId: null,
    subject: `lịch cấp ủy viên, cán bộ dự sinh hoạt chi bộ tháng ${Number(schedule.month.slice(5))} năm ${schedule.month.slice(0, 4)}`,
    addressees: null,
    body: scheduleBody(schedule),
    recipients: ['Các đồng chí có tên trong lịch', 'Các chi bộ có cán bộ dự'],
    annexes: [],
  }),
  tags: {
    facts: ['Tháng', 'Năm'],
    lists: { 'Lịch dự': ['Ngày', 'Giờ', 'Cán bộ dự', 'Chức vụ', 'Chi bộ', 'Đảng bộ', 'Ghi chú'] },
  },
  fields: ({ month, lines }) => ({
    Tháng: String(Number(month.slice(5))),
    Năm: month.slice(0, 4),
    'Lịch dự': lines.map((line) => ({
      Ngày: dayText(line.date),
      Giờ: line.time ?? '',
      'Cán bộ dự': line.official,
      'Chức vụ': line.post ?? '',
      'Chi bộ': line.cell,
      'Đảng bộ': line.grassroots,
      'Ghi chú': line.note ?? '',
    })),
  }),
});

function nameOf(month: string): string {
  return `Thông báo lịch dự sinh hoạt tháng ${month.slice(5)}-${month.slice(0, 4)}`;
}
