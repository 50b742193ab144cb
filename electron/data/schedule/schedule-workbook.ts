import type { Workbook } from '../documents/workbook.ts';
import { partyOrganisationName } from '../organisations/party-organisation-name.ts';
import { lastDayOfMonth, parseIsoDate } from '../vietnamese/dates.ts';
import type { MonthSchedule } from './schedule-data.ts';

/** The month's schedule as a workbook: one line a visit. */
export function scheduleWorkbook({ month, issuer, superior, lines }: MonthSchedule): Workbook {
  const monthText = `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;
  return {
    title: `Lịch dự sinh hoạt chi bộ ${monthText}`,
    author: issuer,
    date: lastDayOfMonth(month),
    sheets: [
      {
        name: `Lịch ${month}`,
        header: {
          superior: superior === null ? null : partyOrganisationName(superior),
          issuer: [issuer],
          placeAndDate: null,
        },
        annexLine: null,
        titleLines: ['Lịch cấp ủy viên, cán bộ dự sinh hoạt chi bộ'],
        subtitleLines: [monthText.slice(0, 1).toLocaleUpperCase('vi') + monthText.slice(1)],
        unitLine: null,
        columns: [
          { key: 'number', label: 'TT', type: 'int', width: 5, align: 'center' },
          { key: 'date', label: 'Ngày', type: 'date', width: 12 },
          { key: 'time', label: 'Giờ', type: 'text', width: 8, align: 'center' },
          { key: 'official', label: 'Họ và tên cán bộ dự', type: 'text', width: 26 },
          { key: 'post', label: 'Chức vụ, đơn vị công tác', type: 'text', width: 34 },
          { key: 'phone', label: 'Điện thoại', type: 'text', width: 14 },
          { key: 'cell', label: 'Chi bộ', type: 'text', width: 36 },
          { key: 'grassroots', label: 'Đảng bộ', type: 'text', width: 28 },
          { key: 'place', label: 'Địa điểm', type: 'text', width: 22 },
          { key: 'note', label: 'Ghi chú', type: 'text', width: 26 },
        ],
        columnNumbers: true,
        frozenColumns: 2,
        rows: lines.map((line, index) => ({
          kind: 'data',
          cells: {
            number: index + 1,
            date: parseIsoDate(line.date ?? line.expectedOn ?? ''),
            time: line.time,
            official: line.official,
            post: line.post,
            phone: line.phone,
            cell: line.cell,
            grassroots: line.grassroots,
            place: line.place,
            note: line.note,
          },
        })),
        notes: [],
        signature: {
          left: { role: 'Người lập biểu', hint: '(Ký, ghi rõ họ tên)', name: null },
          right: { placeAndDate: null, authority: 'T/M Ban Thường vụ', position: null, hint: null, name: null },
        },
        orientation: 'landscape',
        missingText: '',
      },
    ],
  };
}
