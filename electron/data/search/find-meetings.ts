import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { formatDate, parseIsoDate } from '../vietnamese/dates.ts';
import { closeness, typedWords } from './closeness.ts';
import type { Ranked } from './found.ts';

/** `7/2024`, `T7-2024`, `tháng 7 năm 2024` */
const typedMonth = /(?:tháng\s*|thang\s*|\bt|\b)(0?[1-9]|1[0-2])\s*(?:[/.-]|năm|nam)\s*(\d{4})\b/iu;

/**
 * Meetings of a cell in a month, where both were typed (`thôn 4 7/2024`): without a month a cell has far too many. The
 * cell is known by the name it had when it met.
 */
export async function findMeetings(db: Kysely<Tables>, text: string, limit: number): Promise<Ranked[]> {
  const month = typedMonth.exec(text);
  const words = typedWords(text.replace(typedMonth, ' '));
  if (month === null || words.folded.length === 0) return [];
  const period = `${month[2]}-${month[1]?.padStart(2, '0')}`;
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('organisation_version as version', 'version.organisation_id', 'meeting.cell_id')
    .leftJoin('organisation_version as above', (join) =>
      join
        .onRef('above.organisation_id', '=', 'version.parent_id')
        .on(sql<boolean>`coalesce(above.valid_from, '') <= coalesce(meeting.date, meeting.period || '-28')`)
        .on(sql<boolean>`coalesce(above.valid_to, '9') >= coalesce(meeting.date, meeting.period || '-28')`),
    )
    .select(['meeting.id', 'meeting.date', 'version.name', 'above.name as parent'])
    .select((eb) =>
      closeness(words, {
        nameKey: sql<string>`name_key(${eb.ref('version.name')})`,
        searchKey: eb.ref('version.search_key'),
      }).as('rank'),
    )
    .where('meeting.period', '=', period)
    .where(sql<boolean>`coalesce(version.valid_from, '') <= coalesce(meeting.date, meeting.period || '-28')`)
    .where(sql<boolean>`coalesce(version.valid_to, '9') >= coalesce(meeting.date, meeting.period || '-28')`)
    .where((eb) => eb.and(words.folded.map((word) => eb('version.search_key', 'like', `%${word}%`))))
    .orderBy('rank')
    .orderBy('version.sort_key')
    .orderBy('meeting.date')
    .limit(limit)
    .execute();
  return rows.map(({ rank, id, date, name, parent }) => {
    const day = date === null ? null : parseIsoDate(date);
    return {
      rank,
      found: {
        entity: 'meeting',
        id,
        label: `${name}, tháng ${Number(month[1])}/${month[2]}`,
        context: [parent ?? '', day === null ? '' : `họp ${formatDate(day)}`].filter(Boolean).join(' · '),
      },
    };
  });
}
