import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Office } from '../../electron/data/office-file/office.ts';
import { rootOrganisationId } from '../../electron/data/organisations/list-organisations.ts';
import type { Grade, MeetingKind, PlannedVisitState } from '../../electron/data/schema/column-types.ts';
import type { Tables } from '../../electron/data/schema/database.ts';
import { nameKey, searchKey } from '../../electron/data/vietnamese/fold.ts';
import { collationKey, sortKey } from '../../electron/data/vietnamese/sort-key.ts';
import { makeOffice } from './office.ts';
import { readTruth, type Sample, type Truth } from './truth.ts';

/** A sample's records in an office file, written without the importer. Ids are the codes of truth.json. */
export interface TruthOffice {
  office: Office;
  truth: Truth;
  /** Id of an organisation by its code: the code itself, but for the office's own organisation. */
  idOf(code: string): string;
  remove(): void;
}

const meetingKinds: Readonly<Record<string, MeetingKind>> = {
  REGULAR: 'regular',
  THEMATIC: 'thematic',
  COMBINED: 'regular_with_thematic',
  EXTRAORDINARY: 'extraordinary',
  CONGRESS: 'congress',
};
const grades: Readonly<Record<string, Grade>> = { TOT: 'good', KHA: 'fair', TB: 'average', KEM: 'poor' };

/** Builds the office in a temporary folder; call `remove` when done. `given`: another commune made of the sample's records. */
export async function truthOffice(sample: Sample, given: { name?: string; truth?: Truth } = {}): Promise<TruthOffice> {
  const truth = given.truth ?? readTruth(sample);
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-truth-'));
  const isDistrict = sample === 'district-a';
  const office = await makeOffice({
    path: join(folder, `${sample}.sochibo`),
    level: isDistrict ? 'district' : 'commune',
    name: given.name ?? (isDistrict ? 'Huyện ủy Khe Sơn' : 'Đảng ủy xã Thủy Khoan'),
    superior: isDistrict ? 'Đảng bộ tỉnh Quảng Trị' : 'Đảng bộ huyện Nậm Phong',
    place: isDistrict ? 'Khe Sơn' : 'Thủy Khoan',
  });
  const root = await rootOrganisationId(office.db);
  const rootCode = truth.organisations.find(({ parent }) => parent === null)?.code;
  const idOf = (code: string) => (code === rootCode ? root : code);
  await office.write('Nạp mẫu', sample, async (db) => {
    await insertOrganisations(db, truth, idOf);
    await insertOfficials(db, truth, idOf);
    await insertMeetings(db, truth);
    await insertVisits(db, truth);
  });
  return {
    office,
    truth,
    idOf,
    remove: () => {
      office.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function insertOrganisations(db: Kysely<Tables>, { organisations }: Truth, idOf: (code: string) => string) {
  for (const [position, one] of organisations.filter(({ parent }) => parent !== null).entries()) {
    const dated = { valid_from: one.valid_from ?? null, valid_to: one.valid_to ?? null };
    const kind = one.kind === 'DB_CS' ? 'grassroots_committee' : one.kind === 'CB_CS' ? 'grassroots_cell' : 'cell';
    await db
      .insertInto('organisation')
      .values({ id: one.code, code: one.code, kind, ...dated })
      .execute();
    await db
      .insertInto('organisation_version')
      .values({
        id: `${one.code} version`,
        organisation_id: one.code,
        name: one.name,
        search_key: searchKey(one.name),
        sort_key: collationKey(one.name),
        parent_id: one.parent === null ? null : idOf(one.parent),
        cell_type: one.cell_type ?? null,
        is_residential: one.residential === undefined ? null : one.residential ? 1 : 0,
        difficulty_flags: '[]',
        phone: null,
        note: null,
        position,
        ...dated,
      })
      .execute();
    for (const [index, setDay] of (one.meeting_days ?? []).entries()) {
      await db
        .insertInto('meeting_day')
        .values({ id: `${one.code} day ${index}`, organisation_id: one.code, document: null, ...setDay })
        .execute();
    }
  }
}

async function insertOfficials(db: Kysely<Tables>, { officials, assignments }: Truth, idOf: (code: string) => string) {
  const always = { valid_from: null, valid_to: null };
  for (const { code, name, title, title_group, agency, own_cell } of officials) {
    const keys = { search_key: searchKey(name), sort_key: sortKey(name), name_key: nameKey(name) };
    const own_cell_id = own_cell === null ? null : idOf(own_cell);
    const unknown = { member_id: null, phone: null, note: null };
    await db
      .insertInto('official')
      .values({ id: code, full_name: name, agency, own_cell_id, ...keys, ...unknown, ...always })
      .execute();
    await db
      .insertInto('official_title')
      .values({ id: `${code} title`, official_id: code, title, title_group, ...always })
      .execute();
  }
  const decisions = new Map(assignments.map(({ decision, decision_date }) => [decision, decision_date]));
  for (const [number_symbol, date] of decisions) {
    await db
      .insertInto('decision')
      .values({ id: number_symbol, number_symbol, date, issuing_body: null, subject: null })
      .execute();
  }
  for (const [block, [first]] of Map.groupBy(assignments, (assignment) => assignment.block)) {
    if (!first) continue;
    await db
      .insertInto('assignment_entry')
      .values({
        id: block,
        official_id: first.official,
        decision_id: first.decision,
        title: null,
        title_group: null,
        min_visits: first.min_visits_per_year,
        valid_from: first.from,
        valid_to: first.to,
      })
      .execute();
  }
  for (const { id, block, official, target, role, from, to } of assignments) {
    await db
      .insertInto('assignment')
      .values({
        id,
        entry_id: block,
        official_id: official,
        target_id: idOf(target),
        role: role === 'ATTEND' ? 'attend' : 'area_in_charge',
        end_reason: null,
        valid_from: from,
        valid_to: to,
      })
      .execute();
  }
}

async function insertMeetings(db: Kysely<Tables>, { meetings }: Truth) {
  for (const meeting of meetings) {
    await db
      .insertInto('meeting')
      .values({
        id: meeting.id,
        cell_id: meeting.cell,
        period: meeting.period,
        kind: meeting.type === null ? null : (meetingKinds[meeting.type] ?? null),
        state: meeting.held ? 'held' : 'not_held',
        date: meeting.date,
        started_at: meeting.start,
        ended_at: meeting.end,
        mode: null,
        place: null,
        chair: null,
        secretary: null,
        members_total: meeting.total,
        full_members: null,
        probationary: null,
        exempt: meeting.exempt,
        working_away: meeting.away,
        temporarily_away: null,
        temporarily_received: meeting.temporarily_received,
        suspended: meeting.suspended,
        due: meeting.due,
        present: meeting.present,
        present_exempt: meeting.present_exempt,
        absent_excused: meeting.absent_excused,
        absent_unexcused: meeting.absent_unexcused,
        theme: meeting.theme,
        presenter: null,
        other_day_reason: null,
        other_day_approved: meeting.day === 'OFF_APPROVED' ? 1 : 0,
        not_held_reason: meeting.held ? null : meeting.reason,
        conclusion: null,
        resolution_number: null,
        dues_announced: null,
        note: null,
      })
      .execute();
    if (meeting.score === null && meeting.grade === null) continue;
    await db
      .insertInto('rating')
      .values({
        id: `${meeting.id} rating`,
        meeting_id: meeting.id,
        scorer_role: 'self',
        total: meeting.score,
        grade: meeting.grade === null ? null : (grades[meeting.grade] ?? null),
        note: null,
      })
      .execute();
  }
}

async function insertVisits(db: Kysely<Tables>, { visits, planned_visits, officials }: Truth) {
  const nameOf = new Map(officials.map(({ code, name }) => [code, name]));
  // Half of the substitutions stand only in the plan, as in an office that reads both workbooks.
  const planned = new Set(planned_visits.flatMap(({ substitute, visit }) => (substitute === null ? [] : [visit])));
  for (const [index, { id, meeting, official, name, substitute_for }] of visits.entries()) {
    const onBehalf = planned.has(id) && index % 2 === 0 ? null : substitute_for;
    await db
      .insertInto('visit')
      .values({
        id,
        meeting_id: meeting,
        official_id: official,
        name,
        name_key: nameKey(name),
        title: null,
        level: null,
        on_behalf_of_id: onBehalf,
        on_behalf_of_name: onBehalf === null ? null : (nameOf.get(onBehalf) ?? null),
      })
      .execute();
  }
  for (const plan of planned_visits) {
    await db
      .insertInto('planned_visit')
      .values({
        id: plan.id,
        official_id: plan.official,
        period: plan.month,
        cell_id: plan.cell,
        typed: plan.typed,
        state: plannedState(plan),
        reason: plan.reason === null ? null : plan.reason_text,
        substitute_id: plan.substitute,
        substitute_name: plan.substitute_name,
        rescheduled_to: plan.rescheduled_to,
        visit_id: plan.visit,
        report_submitted_on: plan.report_on,
        note: null,
      })
      .execute();
  }
}

/** What was reported of the plan; nothing when it does not appear in the results. */
function plannedState({ outcome, in_result }: Truth['planned_visits'][number]): PlannedVisitState {
  if (!in_result) return 'planned';
  switch (outcome) {
    case 'ATTENDED':
    case 'CLAIMED':
      return 'attended';
    case 'RESCHEDULED':
      return 'rescheduled';
    case 'SUBSTITUTED':
      return 'substitute_sent';
    case 'MISSED_REASON':
    case 'MISSED_NO_REASON':
      return 'missed';
  }
}
