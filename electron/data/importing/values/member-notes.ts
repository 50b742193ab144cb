import type { StatusKind } from '../../schema/column-types.ts';
import { type IsoDate, toIsoDate } from '../../vietnamese/dates.ts';

/** What the note of a roster says about a member. `place`: from where or to where, as written. */
export type MemberFact =
  | { type: 'status'; kind: StatusKind; event: string; since: IsoDate | null; place: string | null }
  | { type: 'moved_to'; place: string; since: IsoDate | null }
  | { type: 'came_from'; place: string; since: IsoDate | null };

const date = String.raw`(?<date>\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4})`;
const since = String.raw`(?:\s*,?\s*(?:từ|ngày|từ ngày)\s*${date})?`;
const party = '(?:SHĐ|SH|sinh hoạt(?: đảng)?)';

/** Membership events by their codes (handbook 1.6; TAM_MIEN is R23's temporary exemption of those who work away). */
const statusNotes: readonly (readonly [RegExp, StatusKind, string])[] = (
  [
    [`miễn (?:công tác và )?${party}`, 'exempt', 'MIEN_SH'],
    [String.raw`(?:đi )?làm ăn xa(?:\s*\((?<place>[^)]*)\))?`, 'temporarily_exempt', 'TAM_MIEN'],
    [String.raw`(?:SHTT|sinh hoạt tạm thời) đến(?: từ)?\s+(?<place>.+?)`, 'temporarily_received', 'TAM_THOI_DEN'],
    [String.raw`(?:SHTT|sinh hoạt tạm thời) (?:tại|ở|đi)\s+(?<place>.+?)`, 'temporarily_away', 'TAM_THOI_DI'],
    ['(?:đã )?(?:từ trần|qua đời|chết)', 'deceased', 'TU_TRAN'],
    [String.raw`(?:đã )?xóa tên\s*(?:\(?(?:theo )?QĐ(?: số \S+)?)?`, 'name_removed', 'XOA_TEN'],
    [String.raw`(?:đã )?khai trừ\s*(?:\(?(?:theo )?QĐ(?: số \S+)?)?`, 'expelled', 'KHAI_TRU'],
    ['(?:đã )?(?:xin ra|cho ra)(?: khỏi)? đảng', 'withdrawn', 'XIN_RA'],
    [`đình chỉ ${party}`, 'suspended', 'DINH_CHI'],
  ] as const
).map(([words, kind, event]) => [pattern(words), kind, event]);

const movedTo = pattern(String.raw`(?:đã )?chuyển ${party}(?: chính thức)? (?:đến|về)\s+(?<place>.+?)`);
const cameFrom = pattern(String.raw`(?:mới )?chuyển (?:${party} )?(?:đến )?từ\s+(?<place>.+?)(?: đến)?`);

function pattern(words: string): RegExp {
  return new RegExp(String.raw`^${words}${since}\)?\.?$`, 'iu');
}

function dateOf(match: RegExpExecArray): IsoDate | null {
  const [, day, month, year] = /^(\d+)\D(\d+)\D(\d+)$/u.exec(match.groups?.date ?? '') ?? [];
  return toIsoDate(Number(year), Number(month), Number(day));
}

/** Reads one remark (a note has them separated by `;`); null when it is none of the known ones. */
export function parseMemberFact(remark: string): MemberFact | null {
  for (const [expression, kind, event] of statusNotes) {
    const match = expression.exec(remark);
    if (match) return { type: 'status', kind, event, since: dateOf(match), place: match.groups?.place ?? null };
  }
  const came = cameFrom.exec(remark);
  if (came) return { type: 'came_from', place: came.groups?.place ?? '', since: dateOf(came) };
  const moved = movedTo.exec(remark);
  if (moved) return { type: 'moved_to', place: moved.groups?.place ?? '', since: dateOf(moved) };
  return null;
}

export function parseMemberNote(note: string): MemberFact[] {
  return note
    .split(/\s*;\s*/u)
    .map(parseMemberFact)
    .filter((fact) => fact !== null);
}
