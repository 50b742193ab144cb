import type { Kysely } from 'kysely';
import type { ExpiringRecord } from '../../contract/member-events.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { addDays, daysBetween, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { type Expiry, type ExpiryRules, expiriesOf, expiryWords, paperworkDue } from './expiry-rules.ts';
import { statusSince } from './status-since.ts';

/**
 * Statuses that come to an end, or are to be looked at again, by `day` plus the days of the rule `expiry_alert`, those
 * past their day first (R23, R24, R25, probation, ceremonies, reviews). With `organisationId`, of that organisation and what is under it.
 */
export async function statusesToExpire(
  db: Kysely<Tables>,
  day: IsoDate,
  organisationId?: string,
): Promise<ExpiringRecord[]> {
  const [rules, history] = await Promise.all([readRules(db), readOrganisationHistory(db)]);
  const lastDay = addDays(day, rules.on('expiry_alert', day).value.days);
  const expiryRules: ExpiryRules = {
    probation: rules.on('probation', day).value,
    temporaryTransfer: rules.on('temporary_transfer', day).value,
    temporaryExemption: rules.on('temporary_exemption', day).value,
    permanentTransfer: rules.on('permanent_transfer', day).value,
  };
  const [ending, inTransit] = await Promise.all([
    endingStatuses(db, day, expiryRules),
    transfersInTransit(db, day, expiryRules),
  ]);
  const places = history.placesOn(day);
  const wanted = organisationId === undefined ? null : new Set(history.under(organisationId, day));
  return [...ending, ...inTransit]
    .filter((found) => found.day <= lastDay && (wanted === null || wanted.has(found.cell_id)))
    .map(({ sort_key, ...found }) => ({
      record: {
        ...found,
        id: `${found.member_id}:${found.what}`,
        cell: places.get(found.cell_id)?.name ?? '',
        grassroots: places.get(found.cell_id)?.grassroots ?? '',
        words: expiryWords[found.what],
        days_left: daysBetween(day, found.day),
      },
      order: found.day + sort_key,
    }))
    .sort((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)))
    .map(({ record }) => record);
}

type Found = Expiry & { member_id: string; full_name: string; sort_key: string; cell_id: string };

async function endingStatuses(db: Kysely<Tables>, day: IsoDate, rules: ExpiryRules): Promise<Found[]> {
  const rows = await db
    .selectFrom('member_status as status')
    .innerJoin('member', 'member.id', 'status.member_id')
    .select(['member.id as member_id', 'member.full_name', 'member.sort_key'])
    .select(['member.admission_date', 'member.admission_decision_date'])
    .select(['status.cell_id', 'status.kind', 'status.standing'])
    .select(['status.expected_end', 'status.review_on'])
    .where(inForce('status', day))
    .where((eb) =>
      eb.or([
        eb('status.kind', 'in', WATCHED),
        eb('status.standing', '=', 'probationary').and('status.kind', 'not in', GONE),
      ]),
    )
    .execute();
  const memberIds = rows.map(({ member_id }) => member_id);
  const since = await statusSince(db, memberIds, day);
  return rows.flatMap(({ member_id, full_name, sort_key, cell_id, ...status }) =>
    expiriesOf({ ...status, since: since(member_id, status.kind) }, rules).map((expiry) => ({
      ...expiry,
      member_id,
      full_name,
      sort_key,
      cell_id,
    })),
  );
}

const WATCHED = [
  'temporarily_away',
  'temporarily_received',
  'temporarily_exempt',
  'exempt',
  'reduced',
  'suspended',
] as const;
const GONE = ['transferred_out', 'name_removed', 'withdrawn', 'expelled', 'deceased'] as const;

/** Transfers out whose receipt has not come (R25). One read from a roster has no paper to wait for. */
async function transfersInTransit(db: Kysely<Tables>, day: IsoDate, rules: ExpiryRules): Promise<Found[]> {
  const rows = await db
    .selectFrom('membership_event as event')
    .innerJoin('member', 'member.id', 'event.member_id')
    .select(['member.id as member_id', 'member.full_name', 'member.sort_key'])
    .select(['event.paper_date', 'event.from_cell_id'])
    .where('event.code', '=', 'CHUYEN_DI')
    .where('event.received_on', 'is', null)
    .where('event.date', '<=', day)
    .execute();
  return rows.flatMap(({ paper_date, from_cell_id, ...who }) => {
    const paper = parseIsoDate(paper_date ?? '');
    if (paper === null || from_cell_id === null) return [];
    return [{ ...who, cell_id: from_cell_id, what: 'transfer_paperwork', day: paperworkDue(paper, rules) }];
  });
}
