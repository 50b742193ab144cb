import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import { isCounted } from '../members/counted.ts';
import { type NationalField, nationalColumns } from '../members/national-columns.ts';
import { datedStatuses, nationalStatusWord } from '../members/national-status.ts';
import { type LabelOf, nationalTexts, rosterHome, splitHome } from '../members/national-texts.ts';
import { emptyDetail } from '../members/write-detail.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import type { MemberDetailRow, MemberRow, MemberStatusRow } from '../schema/member-tables.ts';
import { formatDate, type IsoDate, parsePartialIso } from '../vietnamese/dates.ts';
import { compareKeys } from '../vietnamese/sort-key.ts';

export interface NationalListQuestion {
  /** The members as of this day. */
  day: IsoDate;
  /** Only this organisation and what is under it; null = the whole office. */
  unit: string | null;
  /** Also those who left, died or were struck off by then, with their day. */
  leavers: boolean;
}

/** A row of the sheet: a value for each of its 29 columns. */
export type NationalRow = (string | number | null)[];

/**
 * The members in the columns of the national database (BC-15; members handbook 1.3), in the order of the office's list.
 * A guest is in the list of the home organisation (R15). Throws `not_found` for a unit the office does not have.
 */
export async function readNationalList(
  db: Kysely<Tables>,
  { day, unit, leavers }: NationalListQuestion,
): Promise<NationalRow[]> {
  const organisations = await readOrganisationHistory(db);
  if (unit !== null && !organisations.has(unit)) {
    throw new SochiboError('not_found', `Sổ không có tổ chức "${unit}". Lấy mã tổ chức trong danh sách tổ chức.`);
  }
  const within = unit === null ? null : new Set(organisations.under(unit, day));
  const stays = (await readStays(db, day)).filter(
    ({ kind, cell_id }) => (leavers || isCounted(kind)) && (within === null || within.has(cell_id)),
  );
  const cellName = await cellNames(db, organisations, day);
  const places = organisations.placesOn(day);
  const members = new Map((await db.selectFrom('member').selectAll().execute()).map((row) => [row.id, row]));
  const details = new Map(
    (await db.selectFrom('member_detail').selectAll().execute()).map((row) => [row.member_id, row]),
  );
  const labelOf = await readLabels(db);
  const rows = stays.flatMap((stay) => {
    const member = members.get(stay.member_id);
    return member ? [{ stay, member, order: places.get(stay.cell_id)?.order ?? 0 }] : [];
  });
  rows.sort(
    (a, b) =>
      a.order - b.order ||
      compareKeys(a.stay.cell_id, b.stay.cell_id) ||
      compareKeys(a.member.sort_key, b.member.sort_key) ||
      compareKeys(a.member.id, b.member.id),
  );
  return rows.map(({ stay, member }, index) => {
    const values: Partial<Record<NationalField, string | number | null>> = {
      ...personValues(member, details.get(member.id), day, labelOf),
      order: index + 1,
      organisation: cellName(stay.cell_id),
      status: nationalStatusWord(stay.kind),
      status_since: stay.since === null ? null : dateText(stay.since),
    };
    return nationalColumns.map(({ field }) => values[field] ?? null);
  });
}

interface Stay extends Pick<MemberStatusRow, 'member_id' | 'cell_id' | 'kind'> {
  /** The day of leaving, of death or of the exemption; null for other statuses, and where it is not known. */
  since: string | null;
}

/** Where everybody stands at home on the day; somebody who is only a guest stands in no list of the office. */
async function readStays(db: Kysely<Tables>, day: IsoDate): Promise<Stay[]> {
  const statuses = await db
    .selectFrom('member_status')
    .select(['member_id', 'cell_id', 'kind', 'valid_from', 'valid_to'])
    .where('kind', '!=', 'temporarily_received')
    .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', day)]))
    .orderBy('valid_from')
    .execute();
  const events = await db
    .selectFrom('membership_event')
    .select(['member_id', 'code', 'date'])
    .where('date', '<=', day)
    .orderBy('date')
    .execute();
  const eventDays = new Map(events.map(({ member_id, code, date }) => [`${member_id}:${code}`, date]));
  return [...Map.groupBy(statuses, ({ member_id }) => member_id).values()].flatMap((line) => {
    const now = line.findLast((status) => isInForce(status, day));
    if (!now) return [];
    const event = datedStatuses[now.kind];
    const since = event === undefined ? null : (eventDays.get(`${now.member_id}:${event}`) ?? beginning(line, now));
    return [{ member_id: now.member_id, cell_id: now.cell_id, kind: now.kind, since }];
  });
}

/** The first day of the unbroken status of `now`; null when nothing came before: then its day was not known. */
function beginning(line: readonly Pick<MemberStatusRow, 'kind' | 'valid_from'>[], now: { kind: string }) {
  const before = line.findLastIndex(({ kind }) => kind !== now.kind);
  return before < 0 ? null : (line[before + 1]?.valid_from ?? null);
}

function personValues(
  member: MemberRow,
  detail: MemberDetailRow | undefined,
  day: IsoDate,
  labelOf: LabelOf,
): Partial<Record<NationalField, string | null>> {
  const home = detail?.home_address ?? rosterHome(member);
  const { address, province } = home === null ? { address: null, province: null } : splitHome(home);
  // Who became a full member after the day was probationary on it.
  const isFull = member.full_member_date !== null && member.full_member_date <= day;
  const person = {
    ...emptyDetail,
    ...detail,
    ...member,
    full_member_date: isFull ? member.full_member_date : null,
  };
  return { ...nationalTexts(person, labelOf), home_address: address, home_province: province };
}

/** The cell as the sheet names it: with the committee it is under; a grassroots cell by itself. */
async function cellNames(db: Kysely<Tables>, organisations: OrganisationHistory, day: IsoDate) {
  const kinds = new Map(
    (await db.selectFrom('organisation').select(['id', 'kind']).execute()).map(({ id, kind }) => [id, kind]),
  );
  return (id: string): string => {
    const name = organisations.nameOn(id, day);
    const parent = organisations.versionOn(id, day)?.parent_id ?? null;
    return kinds.get(id) === 'cell' && parent !== null ? `${name}, ${organisations.nameOn(parent, day)}` : name;
  };
}

async function readLabels(db: Kysely<Tables>): Promise<LabelOf> {
  const rows = await db
    .selectFrom('code_list')
    .select(['list', 'code', 'label'])
    .where('list', 'in', ['ethnic_groups', 'religions'])
    .execute();
  const labels = new Map(rows.map(({ list, code, label }) => [`${list}:${code}`, label]));
  return (list, code) => labels.get(`${list}:${code}`) ?? code;
}

function dateText(iso: string): string | null {
  const date = parsePartialIso(iso);
  return date === null ? null : formatDate(date);
}
