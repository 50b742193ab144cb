import type { DocumentSource } from '../../document.ts';
import type { Period } from '../../period.ts';

/** Votes whose extract goes into the dossier of a person. */
const kinds = ['admission', 'discipline', 'expulsion', 'election'];

/** Meetings of the period in which a person was voted on. */
export async function aboutPersons(
  { db }: DocumentSource,
  { months, lastMonth }: Period,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('vote')
    .innerJoin('meeting', 'meeting.id', 'vote.meeting_id')
    .select('meeting.id')
    .distinct()
    .where('vote.kind', 'in', kinds)
    .where('meeting.period', '>=', months[0])
    .where('meeting.period', '<=', lastMonth)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
