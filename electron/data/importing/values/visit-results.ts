import { cleanLine } from '../../vietnamese/clean-text.ts';
import { personName } from './visitors.ts';

/** What became of a planned visit, as reported. */
export interface VisitResult {
  state: 'attended' | 'missed' | 'substitute_sent' | 'rescheduled';
  reason: string | null;
  substitute: string | null;
  /** Month number, 1 to 12. */
  rescheduledTo: number | null;
}

const attended = /^(?:đã|có)\s+dự/iu;
const missed = /^(?:vắng|không dự|không tham dự|chưa dự)(?:\s*(?:[-–:,]|\(|do|vì)\s*(.+?)\)?)?$/iu;
const substituted = /^(?:cử người\s+)?(?:dự\s+)?thay(?:\s*:\s*([^()]+?)(?:\s*\(([^()]*)\))?)?$/iu;
const rescheduled = /(?:chuyển|dời|lùi|đổi)(?:\s+(?:lịch|sang|đến|qua))*\s+tháng\s+(\d{1,2})/iu;

/** Reads `Đã dự`, `Vắng - ốm`, `Thay: Ma Thị Hoè (đi học)`, `Cử người dự thay`, `Chuyển tháng 4`; null for anything else. */
export function parseVisitResult(written: string): VisitResult | null {
  const text = cleanLine(written);
  const nothing = { reason: null, substitute: null, rescheduledTo: null };
  const moved = Number(rescheduled.exec(text)?.[1] ?? 0);
  if (moved >= 1 && moved <= 12) return { ...nothing, state: 'rescheduled', rescheduledTo: moved };
  const sent = substituted.exec(text);
  if (sent) {
    const substitute = sent[1] === undefined ? null : personName(sent[1]);
    return { ...nothing, state: 'substitute_sent', substitute, reason: capitalised(sent[2]) };
  }
  const absent = missed.exec(text);
  if (absent) return { ...nothing, state: 'missed', reason: capitalised(absent[1]) };
  return attended.test(text) ? { ...nothing, state: 'attended' } : null;
}

/** With a capital first letter; null when there is nothing. */
export function capitalised(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed.slice(0, 1).toLocaleUpperCase('vi') + trimmed.slice(1);
}
