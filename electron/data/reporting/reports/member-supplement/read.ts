import type { DocumentAbout } from '../../../../contract/documents.ts';
import { SochiboError } from '../../../errors.ts';
import { eventRecords } from '../../../members/event-records.ts';
import { readStatusRows } from '../../../members/plan-event.ts';
import { latestOf } from '../../../members/status-period.ts';
import { type NetChanges, readNetChanges } from '../../../people/record-history/net-changes.ts';
import type { MemberHistoryKind } from '../../../schema/column-types.ts';
import { isInForce } from '../../../schema/dated.ts';
import { formatDate, type IsoDate, parsePartialIso } from '../../../vietnamese/dates.ts';
import type { DocumentSource } from '../../document.ts';
import { officeBooks } from '../../office-books.ts';
import { parsePeriod } from '../../period.ts';

export interface SupplementData {
  year: number;
  day: IsoDate;
  /** As printed; empty where the office does not know. */
  member: { name: string; birth: string; dossierNo: string; cardNo: string; admitted: string; full: string };
  /** Where he or she belonged at the end of the year, or last. */
  cell: { id: string; name: string } | null;
  /** What the log of the year says. */
  net: NetChanges;
  /** What has dates of its own, whenever it was written down. */
  events: { id: string; date: string | null; label: string; words: string }[];
  past: PastRow[];
  posts: PostRow[];
  relatives: { id: string; relation: string; name: string }[];
}

export interface PastRow {
  id: string;
  kind: MemberHistoryKind;
  from_date: string | null;
  to_date: string | null;
  content: string;
  place: string | null;
  document: string | null;
  note: string | null;
}

export interface PostRow {
  id: string;
  position: 'secretary' | 'deputy_secretary' | 'committee_member';
  cell: string;
  valid_from: string | null;
  valid_to: string | null;
  decision: string | null;
  end_reason: string | null;
}

/** A member's record and what the year did to it. Throws `wrong_arguments` for what is no year, `not_found`. */
export async function readSupplement(
  source: DocumentSource,
  { period: key, id }: DocumentAbout,
): Promise<SupplementData> {
  const period = parsePeriod(key ?? '');
  if (period.kind !== 'year') {
    throw new SochiboError('wrong_arguments', 'Phiếu bổ sung lập theo năm. Chọn kỳ là một năm, ví dụ 2024.');
  }
  const { db } = source;
  const memberId = id ?? '';
  const member = await db
    .selectFrom('member')
    .leftJoin('member_detail as detail', 'detail.member_id', 'member.id')
    .select(['full_name', 'birth_date', 'party_card_no', 'old_card_no', 'admission_date', 'full_member_date'])
    .select('detail.dossier_no')
    .where('member.id', '=', memberId)
    .executeTakeFirst();
  if (!member) throw new SochiboError('not_found', 'Không có đảng viên này trong sổ.');
  const { year, dateTo } = period;
  const [statuses, { places }] = await Promise.all([readStatusRows(db, memberId), officeBooks(source)]);
  const [net, events, past, posts, relatives] = await Promise.all([
    // Years as the office's own clock has them, which is what its clerks mean.
    readNetChanges(db, memberId, { from: startOf(year), before: startOf(year + 1) }),
    eventRecords(db, memberId, statuses),
    db.selectFrom('member_history').selectAll().where('member_id', '=', memberId).orderBy('position').execute(),
    db.selectFrom('cell_committee_member').selectAll().where('member_id', '=', memberId).execute(),
    db.selectFrom('member_relative').selectAll().where('member_id', '=', memberId).execute(),
  ]);
  const home = statuses.find((status) => status.kind !== 'temporarily_received' && isInForce(status, dateTo));
  const cellId = (home ?? latestOf(statuses).home ?? statuses.at(-1))?.cell_id ?? null;
  return {
    year,
    day: dateTo,
    member: {
      name: member.full_name,
      birth: dateText(member.birth_date),
      dossierNo: member.dossier_no ?? '',
      cardNo: member.party_card_no ?? member.old_card_no ?? '',
      admitted: dateText(member.admission_date),
      full: dateText(member.full_member_date),
    },
    cell: cellId === null ? null : { id: cellId, name: places.nameOn(cellId, dateTo) },
    net,
    events: events.map(({ id: event, date, label, words }) => ({ id: event, date, label, words })),
    past,
    posts: posts.map((post) => ({ ...post, cell: places.nameOn(post.organisation_id, dateTo) })),
    relatives: relatives.map(({ id: relative, relation, full_name: name }) => ({ id: relative, relation, name })),
  };
}

const startOf = (year: number): string => new Date(year, 0, 1).toISOString();

/** `05/1990`; empty for nothing. */
export function dateText(date: string | null): string {
  const read = parsePartialIso(date ?? '');
  return read === null ? '' : formatDate(read);
}
