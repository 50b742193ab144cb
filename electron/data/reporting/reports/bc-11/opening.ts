import type { Block } from '../../../documents/model.ts';
import { formatShortDate, type IsoDate } from '../../../vietnamese/dates.ts';
import { formatPercent1, ratioPercent } from '../../../vietnamese/numbers.ts';
import type { ClockTime } from '../../../vietnamese/times.ts';
import type { Absences, MinutesData } from './minutes-data.ts';
import { capitalised, count, gap, item, labelled, longGap, person, sentence } from './wording.ts';

const modes = { in_person: null, online: 'trực tuyến', hybrid: 'trực tiếp kết hợp trực tuyến' } as const;

/** The first part of the minutes: time, place, who is there and who is not (document format, 6.2). */
export function openingBlocks(data: MinutesData): Block[] {
  const mode = data.mode === null ? null : modes[data.mode];
  return [
    labelled('Thời gian', `${clockText(data.startedAt)}, ngày ${dateText(data.date)}`),
    labelled('Địa điểm', data.place ?? longGap),
    // R8: a meeting that was not held in one room says so.
    ...(mode === null ? [] : [labelled('Hình thức', `${mode}${guidance(data.modeGuidance)}`)]),
    { kind: 'paragraph', runs: [{ text: 'Thành phần:', bold: true }] },
    ...attendance(data),
    ...guests(data),
    labelled('Chủ trì', person(data.chair)),
    labelled('Thư ký', person(data.secretary)),
    ...(data.duesAnnounced
      ? [labelled('Đảng phí', 'đã thông báo tình hình đóng đảng phí của đảng viên trong chi bộ')]
      : []),
  ];
}

function guidance(text: string | null): string {
  return text === null ? '' : ` (theo ${text})`;
}

/** `19 giờ 30 phút` */
export function clockText(time: ClockTime | null): string {
  const [hours, minutes] = time === null ? [gap, gap] : [String(Number(time.slice(0, 2))), time.slice(3)];
  return `${hours} giờ ${minutes} phút`;
}

/** `05/7/2024`, or `……/……/……` */
export function dateText(date: IsoDate | null): string {
  return date === null ? `${gap}/${gap}/${gap}` : formatShortDate(date);
}

function attendance({ members, due, present, absentExcused, absentUnexcused }: MinutesData): Block[] {
  const exemptWhoCame = present.exempt ?? 0;
  return [
    item({
      text:
        `Tổng số đảng viên: ${count(members.total)} đồng chí (chính thức: ${count(members.full)}, ` +
        `dự bị: ${count(members.probationary)}); sinh hoạt tạm thời đến: ${count(members.temporarilyReceived)} đồng chí.`,
    }),
    item({
      text:
        `Miễn công tác và sinh hoạt đảng: ${count(members.exempt)} đồng chí; ` +
        `sinh hoạt tạm thời nơi khác: ${count(members.temporarilyAway)} đồng chí; ` +
        `đi làm ăn xa: ${count(members.workingAway)} đồng chí.`,
    }),
    item({
      text:
        `Có mặt: ${count(present.total)}/${count(due)} đồng chí phải dự, đạt ${rate(present.total, due)} ` +
        `(chính thức: ${count(present.full)}, dự bị: ${count(present.probationary)}, ` +
        `sinh hoạt tạm thời: ${count(present.temporarilyReceived)}).`,
    }),
    // R11: exempt members who come stand outside the rate.
    ...(exemptWhoCame > 0 ? [item({ text: `Đảng viên được miễn sinh hoạt có mặt: ${exemptWhoCame} đồng chí.` })] : []),
    item({ text: absenceText('Vắng có lý do', absentExcused, true) }),
    item({ text: absenceText('Vắng không lý do', absentUnexcused, false) }),
  ];
}

/** `90,5%`, `95,0%`: a share in percent, one decimal, half up (R12); `-` when nobody was due. */
export function rate(part: number | null, whole: number | null): string {
  if (part === null || whole === null) return `${gap}%`;
  const percent = ratioPercent(part, whole);
  return percent === null ? '-' : `${formatPercent1(percent)}%`;
}

/** Names with their reasons; members who are counted but not named leave a gap for their names. */
function absenceText(label: string, absences: Absences, reasons: boolean): string {
  const number = absences.count ?? (absences.people.length > 0 ? absences.people.length : null);
  const names = absences.people.map(({ name, reason }) => (reasons ? `${name} (${reason ?? longGap})` : name));
  if (number === null || number > names.length) names.push(longGap);
  const list = names.length === 0 ? '' : `: ${names.join('; ')}`;
  return sentence(`${label}: ${count(number)} đồng chí${list}`);
}

function guests({ guests: invited }: MinutesData): Block[] {
  const label = 'Khách mời, đại biểu cấp trên dự';
  if (invited === null) return [labelled(label, longGap)];
  if (invited.length === 0) return [labelled(label, 'không có')];
  return [
    { kind: 'paragraph', runs: [{ text: `${label}:`, bold: true }] },
    ...invited.map((guest) => item({ text: sentence(capitalised(person(guest))) })),
  ];
}
