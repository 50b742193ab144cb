import type { Kysely } from 'kysely';
import type { AssignmentRecord, TeamRecord } from '../../contract/assignments.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { today } from '../today.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';

/**
 * Assignments in force on `asOf`, by official; all of them when null, with the names of today or of their last day. A
 * commune as target means any cell in it.
 */
export async function listAssignments(db: Kysely<Tables>, asOf: string | null): Promise<AssignmentRecord[]> {
  let select = db
    .selectFrom('assignment')
    .innerJoin('assignment_entry as entry', 'entry.id', 'assignment.entry_id')
    .innerJoin('official', 'official.id', 'assignment.official_id')
    .innerJoin('organisation', 'organisation.id', 'assignment.target_id')
    .leftJoin('decision', 'decision.id', 'entry.decision_id')
    .select([
      'assignment.id',
      'assignment.official_id',
      'official.full_name as official',
      'assignment.target_id',
      'organisation.kind as target_organisation_kind',
      'assignment.role',
      'assignment.valid_from',
      'assignment.valid_to',
      'assignment.team_id',
      'assignment.replaces_id',
      'assignment.end_reason',
      'assignment.handover_note',
      'entry.decision_id',
      'entry.min_visits',
      'assignment.entry_id',
      'decision.number_symbol as document',
    ])
    .orderBy('official.sort_key')
    .orderBy('assignment.id');
  if (asOf !== null) select = select.where(inForce('assignment', asOf));
  const [rows, organisations] = await Promise.all([select.execute(), readOrganisationHistory(db)]);
  const now = today();
  return rows.map(({ target_organisation_kind, ...row }) => {
    const lastDay = row.valid_to !== null && row.valid_to < now ? row.valid_to : now;
    const target = organisations.placeOn(row.target_id, parseIsoDate(asOf ?? lastDay) ?? now);
    const isCell = target_organisation_kind === 'cell' || target_organisation_kind === 'grassroots_cell';
    return {
      ...row,
      target_kind: isCell ? 'cell' : 'organisation',
      target: target?.name ?? '',
      grassroots: target?.grassroots ?? null,
    };
  });
}

/** Guidance teams in force on `asOf`, the leader first. */
export async function listTeams(db: Kysely<Tables>, asOf: string): Promise<TeamRecord[]> {
  const [teams, people, organisations] = await Promise.all([
    db
      .selectFrom('team')
      .select(['id', 'name', 'area_id', 'valid_from', 'valid_to'])
      .where(inForce('team', asOf))
      .orderBy('id')
      .execute(),
    db
      .selectFrom('team_member as member')
      .innerJoin('official', 'official.id', 'member.official_id')
      .select(['member.team_id', 'member.official_id', 'official.full_name as official', 'member.role'])
      .orderBy('member.id')
      .execute(),
    readOrganisationHistory(db),
  ]);
  const on = parseIsoDate(asOf);
  return teams.map(({ area_id, ...team }) => {
    // The area of a commune that was merged is that of its successor (R26).
    const area = area_id === null || on === null ? area_id : (organisations.successorOn(area_id, on) ?? area_id);
    return {
      ...team,
      area_id: area,
      area: area === null || on === null ? null : organisations.nameOn(area, on) || null,
      members: people.filter((person) => person.team_id === team.id).map(({ team_id: _, ...person }) => person),
    };
  });
}
