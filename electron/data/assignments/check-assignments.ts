import type { Kysely } from 'kysely';
import type { CheckRecord } from '../../contract/assignments.ts';
import { readCellMeetingDays } from '../meetings/cell-days.ts';
import { effectiveDay } from '../meetings/meeting-day.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { type IsoDate, monthOf } from '../vietnamese/dates.ts';
import { type Assignment, type AssignmentBook, readAssignmentBook } from './assignment-book.ts';
import { isOutOfScope } from './scope.ts';

export interface CheckData {
  asOf: IsoDate;
  organisations: OrganisationHistory;
  book: AssignmentBook;
  /** By given name. */
  officials: readonly { id: string; name: string; valid_from: string | null; valid_to: string | null }[];
  /** BC-03: more targets than this are too many. */
  maxTargets: number;
  /** The day of the month on which a cell meets: its own or the general one, or an approved exception (R2, R3). */
  meetingDayOf(cellId: string): number | null;
}

/** What is not in order with assignments on a day, each finding with the records it is about. */
export async function checkAssignments(db: Kysely<Tables>, asOf: IsoDate): Promise<CheckRecord[]> {
  const [organisations, book, officials, days, rules] = await Promise.all([
    readOrganisationHistory(db),
    readAssignmentBook(db),
    db
      .selectFrom('official')
      .select(['id', 'full_name as name', 'valid_from', 'valid_to'])
      .orderBy('sort_key')
      .orderBy('id')
      .execute(),
    readCellMeetingDays(db),
    readRules(db),
  ]);
  return findingsOf({
    asOf,
    organisations,
    book,
    officials,
    maxTargets: rules.on('official_load', asOf).value.max_targets,
    meetingDayOf: (cellId) => effectiveDay(days.in(cellId, monthOf(asOf))),
  });
}

/** `cells`: in force on the day; looked for once, for a province has a thousand officials and five thousand cells. */
type Question = CheckData & { cells: ReadonlySet<string> };

/** The checks, pure: cells first, then officials by name (BC-03, R29, R33). */
export function findingsOf(all: CheckData): CheckRecord[] {
  const data = { ...all, cells: new Set(all.organisations.cellsBetween(all.asOf, all.asOf)) };
  const inForce = data.book.assignments.filter((assignment) => isInForce(assignment, data.asOf));
  const byOfficial = Map.groupBy(inForce, ({ officialId }) => officialId);
  return [
    ...cellFindings(data, inForce),
    ...data.officials.flatMap((official) => {
      const own = byOfficial.get(official.id) ?? [];
      return [
        ...loadFinding(data, official, own),
        ...clashFindings(data, official, own),
        ...targetFindings(data, official, own),
        ...titleFinding(data, official, own),
      ];
    }),
  ];
}

type Official = CheckData['officials'][number];

/** Residential cells that nobody follows at all, and those followed only through their commune. */
function cellFindings({ asOf, organisations, cells }: Question, inForce: readonly Assignment[]): CheckRecord[] {
  const targets = new Set(inForce.map(({ targetId }) => targetId));
  return [...cells]
    .filter((id) => organisations.versionOn(id, asOf)?.is_residential === 1 && !targets.has(id))
    .toSorted((a, b) => orderOf(organisations, a, asOf) - orderOf(organisations, b, asOf))
    .map((id) => {
      const isFollowed = organisations.chainOn(id, asOf).some((above) => targets.has(above));
      return {
        key: `cell ${id}`,
        check: isFollowed ? 'cell_without_own_official' : 'cell_without_official',
        official_id: null,
        official: null,
        organisation_id: id,
        organisation: nameOf(organisations, id, asOf),
        detail: isFollowed
          ? 'chỉ có cán bộ phụ trách cả địa bàn, chưa có cán bộ dự riêng chi bộ'
          : 'chưa có cán bộ nào theo dõi',
        target_ids: [id],
        assignment_ids: [],
      };
    });
}

function loadFinding({ maxTargets }: CheckData, official: Official, own: readonly Assignment[]): CheckRecord[] {
  const targets = [...new Set(own.map(({ targetId }) => targetId))];
  if (targets.length <= maxTargets) return [];
  return [
    finding('official_load', official, own, `được phân công ${targets.length} nơi, mức nhiều nhất là ${maxTargets}`),
  ];
}

/** Two assigned cells that meet on the same day of the month (R33): one of them cannot be attended. */
function clashFindings(data: Question, official: Official, own: readonly Assignment[]): CheckRecord[] {
  const { asOf, organisations, cells } = data;
  const direct = own.filter(({ targetId }) => cells.has(targetId));
  const byDay = Map.groupBy(direct, ({ targetId }) => data.meetingDayOf(targetId));
  return [...byDay]
    .toSorted(([a], [b]) => (a ?? 0) - (b ?? 0))
    .flatMap(([day, assignments]) => {
      const names = [...new Set(assignments.map(({ targetId }) => targetId))];
      if (day === null || names.length < 2) return [];
      const places = names.map((id) => organisations.nameOn(id, asOf)).join(', ');
      return [
        {
          ...finding('same_day_clash', official, assignments, `ngày ${day}: ${places}`),
          key: `clash ${official.id} ${day}`,
        },
      ];
    });
}

function targetFindings(data: Question, official: Official, own: readonly Assignment[]): CheckRecord[] {
  const { asOf, organisations, book, cells } = data;
  const scope = book.quotas.ruleOn(official.id, asOf);
  return own.flatMap((assignment) => {
    const name = nameOf(organisations, assignment.targetId, asOf);
    const about = { organisation_id: assignment.targetId, organisation: name };
    if (!organisations.isInForce(assignment.targetId, asOf)) {
      return [{ ...finding('target_ended', official, [assignment], `${name} đã ngừng hoạt động`), ...about }];
    }
    const isOut =
      scope !== null &&
      isOutOfScope(scope.scope, assignment, own, {
        isCell: cells.has(assignment.targetId),
        chain: organisations.chainOn(assignment.targetId, asOf),
      });
    if (!isOut) return [];
    const words = scope.scope === 'list' ? 'chỉ tính chi bộ được phân công đích danh' : 'ngoài địa bàn phụ trách';
    return [
      { ...finding('out_of_scope', official, [assignment], `${name}: ${words} (${scope.regulation})`), ...about },
    ];
  });
}

function titleFinding({ asOf, book }: CheckData, official: Official, own: readonly Assignment[]): CheckRecord[] {
  if (!isInForce(official, asOf) || book.quotas.titleGroupOn(official.id, asOf) !== null) return [];
  return [finding('no_title_group', official, own, 'chưa xếp nhóm chức danh, không tính được định mức theo quy định')];
}

function finding(
  check: CheckRecord['check'],
  official: Official,
  assignments: readonly Assignment[],
  detail: string,
): CheckRecord {
  return {
    key: [check, official.id, ...(assignments.length === 1 ? assignments.map(({ id }) => id) : [])].join(' '),
    check,
    official_id: official.id,
    official: official.name,
    organisation_id: null,
    organisation: null,
    detail,
    target_ids: [...new Set(assignments.map(({ targetId }) => targetId))],
    assignment_ids: assignments.map(({ id }) => id),
  };
}

/** With the grassroots organisation: `Chi bộ thôn 4` is the name of many cells. */
function nameOf(organisations: OrganisationHistory, id: string, day: IsoDate): string {
  const place = organisations.placeOn(id, day);
  if (place === null) return '';
  return place.grassroots_id === id ? place.name : `${place.name}, ${place.grassroots}`;
}

function orderOf(organisations: OrganisationHistory, id: string, day: IsoDate): number {
  return organisations.placeOn(id, day)?.order ?? 0;
}
