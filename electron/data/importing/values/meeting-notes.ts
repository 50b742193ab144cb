import { canonicalName } from '../../vietnamese/names.ts';

/** What the remarks of a register tell, as far as it is counted or asked for. */
export interface MeetingNote {
  temporarilyReceived: number;
  suspended: number;
  /** Exempt members who came; the register counts them as present (R11). */
  presentExempt: number;
  absentees: { name: string; reason: string | null }[];
  otherDayReason: string | null;
  /** Whether the committee agreed to the other day; null without a remark on the day. */
  otherDayApproved: boolean | null;
  notHeldReason: string | null;
}

const people = String.raw`(\d+)\s*(?:đ\/c|đồng chí|đảng viên|ĐV)`;
const received = new RegExp(`${people}.*(?:sinh hoạt tạm thời|SHTT) đến`, 'iu');
const suspended = new RegExp(`${people}.*đình chỉ`, 'iu');
const presentExempt = new RegExp(`${people}.*miễn.*(?:dự|tham gia)`, 'iu');
const absence = /^vắng(?: có lý do| có phép)?\s*:\s*(.+)$/iu;
const absentee = /^(\p{Lu}[^()]*?)\s*(?:\(([^()]*)\))?$/u;
const notHeld = /(?:không|chưa)\s+(?:họp|sinh hoạt|SH\b|tổ chức)/iu;
const otherDay = /^(?:chuyển|đổi|lùi|dời|hoãn|kỳ tháng|(?:họp|sinh hoạt)\s+(?:sớm|muộn|bù))/iu;
const approved = /(?<!chưa\s)(?:đồng ý|nhất trí|đã xin ý kiến|cho phép)/iu;

/** Reads the remarks of one meeting, separated by `;`. */
export function parseMeetingNote(note: string): MeetingNote {
  const found: MeetingNote = {
    temporarilyReceived: 0,
    suspended: 0,
    presentExempt: 0,
    absentees: [],
    otherDayReason: null,
    otherDayApproved: null,
    notHeldReason: null,
  };
  let listing = false;
  for (const remark of note.split(/\s*;\s*/u)) {
    const list = absence.exec(remark)?.[1];
    const person = absentee.exec(list ?? remark);
    listing = list !== undefined || (listing && person?.[2] !== undefined);
    if (listing && person) {
      found.absentees.push({ name: canonicalName(person[1] ?? ''), reason: person[2] ?? null });
    } else readRemark(remark, found);
  }
  return found;
}

function readRemark(remark: string, found: MeetingNote): void {
  const count = (pattern: RegExp) => Number(pattern.exec(remark)?.[1] ?? 0);
  found.temporarilyReceived += count(received);
  found.suspended += count(suspended);
  found.presentExempt += count(presentExempt);
  if (notHeld.test(remark)) found.notHeldReason ??= remark;
  if (otherDay.test(remark)) {
    found.otherDayReason ??= remark;
    found.otherDayApproved = approved.test(remark);
  }
}
