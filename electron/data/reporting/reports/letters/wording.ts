import type { Assignment } from '../../../assignments/assignment-book.ts';
import type { CitedDocument } from '../../../documents/citation.ts';
import type { Grade, MeetingKind } from '../../../schema/column-types.ts';
import { cleanText } from '../../../vietnamese/clean-text.ts';
import { formatShortDate, parseIsoDate } from '../../../vietnamese/dates.ts';
import { formatDecimal, formatInteger, formatPercent1 } from '../../../vietnamese/numbers.ts';
import type { DraftBlock, FigureRun, WrittenParagraph } from '../../document.ts';
import { type Figure, figureValue } from '../../figure.ts';

/** Room for a number or a short word that the office writes by hand (R42: missing is not 0). */
export const gap = '……';

export const meetingNames: Readonly<Record<MeetingKind, string>> = {
  regular: 'sinh hoạt thường kỳ',
  thematic: 'sinh hoạt chuyên đề',
  regular_with_thematic: 'sinh hoạt thường kỳ kết hợp chuyên đề',
  extraordinary: 'sinh hoạt đột xuất',
  cell_committee: 'họp chi ủy',
  congress: 'đại hội chi bộ',
};

export const roleNames: Readonly<Record<Assignment['role'], string>> = {
  attend: 'dự sinh hoạt',
  area_in_charge: 'phụ trách địa bàn',
  follow: 'theo dõi',
  team_leader: 'tổ trưởng',
  team_member: 'tổ viên',
};

export const gradeNames: Readonly<Record<Grade, string>> = {
  good: 'Tốt',
  fair: 'Khá',
  average: 'Trung bình',
  poor: 'Kém',
};

/** `tháng 02 năm 2026`: months 1 and 2 with a zero, as in dates (document format, section 8). */
export function monthText(month: string): string {
  const number = Number(month.slice(5, 7));
  return `tháng ${number < 3 ? `0${number}` : number} năm ${month.slice(0, 4)}`;
}

/** `05/7/2024`; a gap where there is no day. */
export function dayText(date: string | null): string {
  const day = date === null ? null : parseIsoDate(date);
  return day === null ? `${gap}/${gap}/${gap}` : formatShortDate(day);
}

/** `19 giờ 30 phút` */
export function clockText(time: string | null): string {
  const [hours, minutes] = time === null ? [gap, gap] : [String(Number(time.slice(0, 2))), time.slice(3)];
  return `${hours} giờ ${minutes} phút`;
}

/** A text of the office, or room to write it. */
export function orGap(text: string | null): string {
  return text === null || text.trim() === '' ? '………………' : text;
}

/** A figure of the sentence; a gap where it is not known. */
export function fact(key: string, label: string, figure: Figure): FigureRun {
  const value = figureValue(figure);
  return { key, label, figure, text: value === null ? gap : numberText(figure, value) };
}

function numberText(figure: Figure, value: number): string {
  if (figure.how === 'ratio') return `${value === 100 ? '100' : formatPercent1(value)}%`;
  return formatInteger(value);
}

/** A score as people write it: `92`, `89,5`. */
export function scoreText(score: number | null): string {
  if (score === null) return gap;
  return Number.isInteger(score) ? formatInteger(score) : formatDecimal(score, 1);
}

/** What an official typed, one paragraph a line, `-` and `+` as items; lines to write on where there is nothing. */
export function typed(key: string, text: string | null, lead = ''): DraftBlock[] {
  const lines = cleanText(text ?? '')
    .split(/\n+/u)
    .filter((line) => line.trim() !== '');
  const label = lead === '' ? '' : `${lead}: `;
  if (lines.length === 0) return [{ kind: 'dotted', lines: 2, ...(lead === '' ? {} : { lead: `${lead}:` }) }];
  return lines.map((line, index): WrittenParagraph => {
    const [, mark, rest] = /^([-+]) ?(.+)$/u.exec(line) ?? [];
    const words = ended(rest ?? line);
    const runs = [index === 0 ? label + words : words];
    const named = { kind: 'written' as const, key: index === 0 ? key : `${key}/${index + 1}` };
    return label === '' && (mark === '-' || mark === '+') ? { ...named, mark, runs } : { ...named, runs };
  });
}

/** Ends with a full stop unless it already ends a sentence. */
export function ended(text: string): string {
  return /[.!?…:;]["”]?$/u.test(text) ? text : `${text}.`;
}

const kindNames: Readonly<Record<string, string>> = {
  QĐ: 'Quyết định',
  KH: 'Kế hoạch',
  TB: 'Thông báo',
  CV: 'Công văn',
  NQ: 'Nghị quyết',
  QC: 'Quy chế',
  HD: 'Hướng dẫn',
  KL: 'Kết luận',
};

/** A decision of the office's books as other documents cite it; its kind is read from its symbol. */
export function cited({
  numberSymbol,
  date,
  issuingBody,
  subject = null,
}: {
  numberSymbol: string;
  date: string | null;
  issuingBody: string | null;
  subject?: string | null;
}): CitedDocument {
  const code = /^\d+-(?<code>[^/]+)\//u.exec(numberSymbol)?.groups?.code ?? '';
  return {
    kind: kindNames[code] ?? 'Văn bản',
    number: numberSymbol,
    date: date === null ? null : parseIsoDate(date),
    of: issuingBody,
    subject: subject === null ? null : aboutText(subject),
  };
}

/** Begins with a small letter, without the state's `V/v`. */
function aboutText(subject: string): string {
  const bare = subject.replace(/^v\/v\s*/iu, '');
  return bare.slice(0, 1).toLocaleLowerCase('vi') + bare.slice(1);
}
