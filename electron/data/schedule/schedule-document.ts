import type { Signing } from '../../contract/settings.ts';
import type { Block, OfficialDocument, TableCell } from '../documents/model.ts';
import { partyOrganisationName } from '../organisations/party-organisation-name.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import type { MonthSchedule, ScheduleLine } from './schedule-data.ts';

/**
 * Thông báo lịch dự sinh hoạt chi bộ of a month: a draft without number and day, signed by the first signer of the office
 * and, beside those it names, sent to whom the office sends its documents (Thiết lập).
 */
export function scheduleDocument(
  { month, issuer, superior, seat, bodyCode, lines }: MonthSchedule,
  { signers: [signer], recipients }: Pick<Signing, 'signers' | 'recipients'>,
): OfficialDocument {
  const monthText = nameOfMonth(month);
  return {
    header: {
      superior: superior === null ? null : partyOrganisationName(superior),
      issuer: [issuer],
      numberAndSymbol: { number: null, kindCode: 'TB', bodyCode },
      placeAndDate: { place: seat, date: null, draftYear: Number(month.slice(0, 4)) },
    },
    title: {
      form: 'titled',
      documentKind: 'Thông báo',
      subject: `lịch cấp ủy viên, cán bộ dự sinh hoạt chi bộ ${monthText}`,
      hyphens: true,
    },
    addressees: null,
    body: scheduleBody({ month, issuer, lines }),
    signature: {
      kind: 'authority',
      recipients: ['Các đồng chí có tên trong lịch', 'Các chi bộ có cán bộ dự', ...recipients],
      ...signatory(signer),
    },
    annexes: [],
    duplex: false,
  };
}

/** What the notice says: the plan of the month and what is asked of those who are in it. */
export function scheduleBody({ month, issuer, lines }: Pick<MonthSchedule, 'month' | 'issuer' | 'lines'>): Block[] {
  return [
    paragraph(
      `Căn cứ văn bản phân công cấp ủy viên, cán bộ dự sinh hoạt chi bộ, ${issuer} thông báo lịch dự ${nameOfMonth(month)} như sau:`,
    ),
    table(lines),
    paragraph(
      'Đề nghị các đồng chí có tên dự đúng lịch; trường hợp không dự được, báo trước lý do để bố trí người dự thay hoặc đổi lịch. Các chi bộ có cán bộ dự chuẩn bị nội dung và gửi tài liệu trước ngày sinh hoạt.',
    ),
  ];
}

function nameOfMonth(month: string): string {
  return `tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`;
}

/** Who signs for a body stands under its name; the head of an advisory body signs with one line. */
function signatory(signer: Signing['signers'][number] | undefined) {
  const { authority = '', title = '', name = '' } = signer ?? {};
  return authority === ''
    ? { authority: title, position: null, name: name || null }
    : { authority, position: title || null, name: name || null };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: [{ text }] };
}

function table(lines: readonly ScheduleLine[]): Block {
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
        [dayText(line.date), line.time].filter((text) => text !== null).join('\n'),
        [line.official, line.post].filter((text) => text !== null).join('\n'),
        [line.cell, line.grassroots === line.cell ? null : line.grassroots, line.place].filter(Boolean).join('\n'),
        line.note ?? '',
      ].map((text): TableCell => ({ text })),
    ),
  };
}

/** `Thứ Năm 03/09/2026`: whether it is a Sunday matters to who has to come. */
export function dayText(date: string | null): string {
  const day = date === null ? null : parseIsoDate(date);
  if (day === null) return 'Chưa ấn định';
  return `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${day.split('-').reverse().join('/')}`;
}

const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;
