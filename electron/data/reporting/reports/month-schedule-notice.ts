import type { Table, TableCell } from '../../documents/model.ts';
import { SochiboError } from '../../errors.ts';
import { partyOrganisationName } from '../../organisations/party-organisation-name.ts';
import { type MonthSchedule, readMonthSchedule, type ScheduleLine } from '../../schedule/schedule-data.ts';
import { firstDayOfMonth, formatShortDate, isMonth, parseIsoDate } from '../../vietnamese/dates.ts';
import { type DraftBlock, document } from '../document.ts';
import { count } from '../figure.ts';
import { fact, monthText } from './letters/wording.ts';
import { say } from './prose/phrases.ts';

/** Thông báo lịch dự sinh hoạt chi bộ of one month, for the whole office, one organisation of it or one official (`id`). */
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
  async read({ db }, { period = '', unit, id }) {
    if (!isMonth(period)) {
      throw new SochiboError('wrong_arguments', 'Thông báo lịch lập theo tháng. Chọn một tháng, ví dụ 2024-07.');
    }
    return readMonthSchedule(db, period, { organisationId: unit, officialId: id });
  },
  build: (schedule) => ({
    name: nameOf(schedule.month),
    day: firstDayOfMonth(schedule.month),
    organisationId: null,
    subject: `lịch cấp ủy viên, cán bộ dự sinh hoạt chi bộ ${monthText(schedule.month)}`,
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
      Ngày: dayText(line),
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

/** What the notice says: the plan of the month and what is asked of those who are in it. */
function scheduleBody({ month, issuer, lines }: MonthSchedule): DraftBlock[] {
  const visits = fact(
    'visits',
    `Lượt dự theo lịch ${monthText(month)}`,
    count(
      'planned_visit',
      lines.map(({ planId }) => planId),
    ),
  );
  const expected = lines.some(({ date, expectedOn }) => date === null && expectedOn !== null)
    ? 'Ngày dự chưa ấn định riêng được ghi theo ngày sinh hoạt hằng tháng của chi bộ. '
    : '';
  return [
    {
      kind: 'written',
      key: 'opening',
      runs: say`Căn cứ văn bản phân công cấp ủy viên, cán bộ dự sinh hoạt chi bộ, Ban Thường vụ ${issuer} thông báo lịch dự ${monthText(month)} gồm ${visits} lượt như sau:`,
    },
    table(lines, partyOrganisationName(issuer)),
    {
      kind: 'written',
      key: 'request',
      runs: [
        `${expected}Đề nghị các đồng chí có tên dự đúng lịch; trường hợp không dự được, báo trước lý do để bố trí người dự thay hoặc đổi lịch. Các chi bộ có cán bộ dự chuẩn bị nội dung và gửi tài liệu trước ngày sinh hoạt.`,
      ],
    },
  ];
}

/** Cells of the office's own organisation (`own`) are named without it: the header does. */
function table(lines: readonly ScheduleLine[], own: string): Table {
  return {
    kind: 'table',
    columns: [
      { width: 6, align: 'center' },
      { width: 15, align: 'center' },
      { width: 31, align: 'left' },
      { width: 32, align: 'left' },
      { width: 16, align: 'left' },
    ],
    head: [['TT', 'Ngày, giờ', 'Cán bộ dự', 'Chi bộ', 'Ghi chú'].map((text): TableCell => ({ text, bold: true }))],
    rows: lines.map((line, index) =>
      [
        String(index + 1),
        [dayText(line), line.time].filter((text) => text !== null).join('\n'),
        [line.official, line.post].filter((text) => text !== null).join('\n'),
        [line.cell, [line.cell, own].includes(line.grassroots) ? null : line.grassroots, line.place]
          .filter(Boolean)
          .join('\n'),
        line.note ?? '',
      ].map((text): TableCell => ({ text })),
    ),
  };
}

/** `Thứ Năm 03/9/2026`: whether it is a Sunday matters to who has to come. */
function dayText({ date, expectedOn }: ScheduleLine): string {
  const day = parseIsoDate(date ?? expectedOn ?? '');
  if (day === null) return 'Chưa ấn định';
  return `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${formatShortDate(day)}`;
}

const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;
