import { type Kysely, sql } from 'kysely';
import { dayOfMeeting } from '../meetings/register.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { MeetingKind, PlannedVisitState, QuotaCycle } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';
import { formatDate, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { describeMembers, describeThematicPlans } from './describe-members-and-plans.ts';
import type { Description } from './description.ts';
import type { FigureEntity, FigureRow } from './figure.ts';

export interface Descriptions {
  of(entity: FigureEntity, id: string): Description;
}

type Describe = (db: Kysely<Tables>, ids: string[], places: OrganisationHistory) => Promise<[string, Description][]>;

const kindNames: Readonly<Record<MeetingKind, string>> = {
  regular: 'thường kỳ',
  thematic: 'chuyên đề',
  regular_with_thematic: 'thường kỳ kết hợp chuyên đề',
  extraordinary: 'đột xuất',
  cell_committee: 'họp chi ủy',
  congress: 'đại hội',
};

const planNames: Readonly<Record<PlannedVisitState, string>> = {
  planned: 'theo lịch',
  cell_notified: 'đã báo chi bộ',
  attended: 'đã dự',
  missed: 'vắng',
  rescheduled: 'đổi lịch',
  substitute_sent: 'cử người dự thay',
  cancelled: 'hủy',
};

const cycleNames: Readonly<Record<QuotaCycle, string>> = { month: 'tháng', quarter: 'quý', year: 'năm' };

/** Names the records behind a figure, one statement for each kind of record among them. */
export async function describeRows(db: Kysely<Tables>, rows: readonly FigureRow[]): Promise<Descriptions> {
  const places = await readOrganisationHistory(db);
  const idsOf = Map.groupBy(rows, ({ entity }) => entity);
  const known = new Map<FigureEntity, ReadonlyMap<string, Description>>();
  for (const [entity, list] of idsOf) {
    const ids = [...new Set(list.map(({ id }) => id))];
    const found: [string, Description][] = [];
    for (let start = 0; start < ids.length; start += batchSize) {
      found.push(...(await describers[entity](db, ids.slice(start, start + batchSize), places)));
    }
    known.set(entity, new Map(found));
  }
  const senders = await sendersOf(db, [...new Set(rows.map(({ id }) => id))]);
  return {
    of: (entity, id) => {
      const { label, context } = known.get(entity)?.get(id) ?? { label: id, context: '' };
      const sender = senders.get(id);
      return { label, context: sender === undefined ? context : joined([context, `theo gói của ${sender}`]) };
    },
  };
}

/** Who sent a record, where it came in a data package: a figure of many offices is traced to each of them. */
async function sendersOf(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('data_package as package')
    .innerJoin('source_row as source', 'source.import_id', 'package.import_id')
    .select(['source.entity_id', 'package.sender_name'])
    .where('package.direction', '=', 'received')
    .where('source.entity_id', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
    .execute();
  return new Map(rows.map(({ entity_id, sender_name }) => [entity_id, sender_name]));
}

/** Below SQLite's limit on bound values. */
const batchSize = 5000;

const describers: Readonly<Record<FigureEntity, Describe>> = {
  member: describeMembers,
  thematic_plan: describeThematicPlans,
  organisation: async (_, ids, places) =>
    ids.map((id) => [id, { label: places.nameOn(id, today()), context: grassrootsName(places, id, today()) }]),
  meeting: async (db, ids, places) => {
    const meetings = await db
      .selectFrom('meeting')
      .select(['id', 'cell_id', 'period', 'date', 'kind', 'not_held_reason'])
      .where('id', 'in', ids)
      .execute();
    return meetings.map(({ id, kind, not_held_reason, ...meeting }) => [
      id,
      {
        label: cellAndDay(places, meeting),
        context: joined([
          kind === null ? `không họp: ${not_held_reason ?? 'không ghi lý do'}` : kindNames[kind],
          `kỳ ${monthText(meeting.period)}`,
          grassrootsOf(places, meeting),
        ]),
      },
    ]);
  },
  visit: async (db, ids, places) => {
    const visits = await db
      .selectFrom('visit')
      .innerJoin('meeting', 'meeting.id', 'visit.meeting_id')
      .leftJoin('official', 'official.id', 'visit.official_id')
      .select(['visit.id', 'visit.name', 'visit.title', 'visit.on_behalf_of_name', 'official.full_name'])
      .select(['meeting.cell_id', 'meeting.period', 'meeting.date', 'meeting.kind'])
      .where('visit.id', 'in', ids)
      .execute();
    return visits.map((visit) => [
      visit.id,
      {
        label: joined([visit.full_name ?? visit.name, cellAndDay(places, visit)]),
        context: joined([
          visit.kind === null ? '' : kindNames[visit.kind],
          visit.on_behalf_of_name === null ? '' : `dự thay ${visit.on_behalf_of_name}`,
          grassrootsOf(places, visit),
        ]),
      },
    ]);
  },
  event_visit: async (db, ids, places) => {
    const visits = await db
      .selectFrom('event_visit as visit')
      .innerJoin('event', 'event.id', 'visit.event_id')
      .innerJoin('official', 'official.id', 'visit.official_id')
      .leftJoin('code_list as kind', (join) =>
        join.onRef('kind.code', '=', 'event.kind').on('kind.list', '=', 'event_kinds'),
      )
      .select(['visit.id', 'event.date', 'event.organisation_id', 'kind.label', 'official.full_name'])
      .where('visit.id', 'in', ids)
      .execute();
    return visits.map(({ id, date, organisation_id, label, full_name }) => {
      const day = parseIsoDate(date);
      const place = day === null ? '' : places.nameOn(organisation_id, day);
      return [id, { label: joined([full_name, place, dayText(date)]), context: label ?? '' }];
    });
  },
  planned_visit: async (db, ids, places) => {
    const plans = await db
      .selectFrom('planned_visit as plan')
      .innerJoin('official', 'official.id', 'plan.official_id')
      .select(['plan.id', 'plan.period', 'plan.cell_id', 'plan.state', 'plan.reason', 'plan.report_submitted_on'])
      .select('official.full_name')
      .where('plan.id', 'in', ids)
      .execute();
    return plans.map((plan) => [
      plan.id,
      {
        label: joined([
          plan.full_name,
          plan.cell_id === null ? '' : places.nameOn(plan.cell_id, dayOfMeeting({ period: plan.period, date: null })),
          monthText(plan.period),
        ]),
        context: joined([
          planNames[plan.state],
          plan.reason ?? '',
          plan.report_submitted_on === null ? '' : `báo cáo nộp ${dayText(plan.report_submitted_on)}`,
        ]),
      },
    ]);
  },
  petition: async (db, ids, places) => {
    const petitions = await db
      .selectFrom('petition')
      .leftJoin('handling_body as body', 'body.id', 'petition.responsible_body_id')
      .select(['petition.id', 'petition.code', 'petition.cell_id', 'petition.date', 'petition.content'])
      .select(['petition.due_date', 'body.name as body'])
      .where('petition.id', 'in', ids)
      .execute();
    return petitions.map(({ id, code, cell_id, date, content, due_date, body }) => {
      const on = (date === null ? null : parseIsoDate(date)) ?? today();
      return [
        id,
        {
          label: `${code}: ${content}`,
          context: joined([
            places.nameOn(cell_id, on),
            grassrootsName(places, cell_id, on),
            date === null ? '' : dayText(date),
            body ?? '',
            due_date === null ? '' : `hạn ${dayText(due_date)}`,
          ]),
        },
      ];
    });
  },
  official: async (db, ids) => {
    const officials = await db
      .selectFrom('official')
      .select(['id', 'full_name', 'agency'])
      .where('id', 'in', ids)
      .execute();
    return officials.map(({ id, full_name, agency }) => [id, { label: full_name, context: agency ?? '' }]);
  },
  assignment_entry: async (db, ids) => {
    const entries = await db
      .selectFrom('assignment_entry as entry')
      .innerJoin('official', 'official.id', 'entry.official_id')
      .leftJoin('decision', 'decision.id', 'entry.decision_id')
      .select(['entry.id', 'entry.title', 'entry.min_visits', 'entry.valid_from', 'entry.valid_to'])
      .select(['official.full_name', 'decision.number_symbol'])
      .where('entry.id', 'in', ids)
      .execute();
    return entries.map((entry) => [
      entry.id,
      {
        label: `${entry.full_name}: ${entry.min_visits ?? '…'} lần/năm`,
        context: joined([
          entry.title ?? '',
          entry.number_symbol ?? '',
          entry.valid_from === null ? '' : `từ ${dayText(entry.valid_from)}`,
          entry.valid_to === null ? '' : `đến ${dayText(entry.valid_to)}`,
        ]),
      },
    ]);
  },
  quota: async (db, ids) => {
    const quotas = await db
      .selectFrom('quota')
      .innerJoin('regulation', 'regulation.id', 'quota.regulation_id')
      .leftJoin('code_list as title_group', (join) =>
        join.onRef('title_group.code', '=', 'quota.title_group').on('title_group.list', '=', 'title_groups'),
      )
      .select(['quota.id', 'quota.title_group', 'quota.min_visits', 'quota.cycle', 'quota.per_cell'])
      .select(['regulation.number_symbol', 'title_group.label'])
      .where('quota.id', 'in', ids)
      .execute();
    return quotas.map(({ id, label, title_group, min_visits, cycle, per_cell, number_symbol }) => [
      id,
      {
        label: `${label ?? title_group}: ${min_visits} lần/${cycleNames[cycle]}${per_cell === 1 ? ', từng nơi' : ''}`,
        context: number_symbol,
      },
    ]);
  },
  task: async (db, ids, places) => {
    const tasks = await db
      .selectFrom('task')
      .innerJoin('meeting', 'meeting.id', 'task.meeting_id')
      .select(['task.id', 'task.content', 'task.person', 'meeting.cell_id', 'meeting.period', 'meeting.date'])
      .where('task.id', 'in', ids)
      .execute();
    return tasks.map((task) => [
      task.id,
      { label: joined([task.content, task.person ?? '']), context: cellAndDay(places, task) },
    ]);
  },
};

interface Occasion {
  cell_id: string;
  period: string;
  date: string | null;
}

/** Names as they were then. */
function cellAndDay(places: OrganisationHistory, { cell_id, period, date }: Occasion): string {
  return joined([
    places.nameOn(cell_id, dayOfMeeting({ period, date })),
    date === null ? monthText(period) : dayText(date),
  ]);
}

function grassrootsOf(places: OrganisationHistory, { cell_id, period, date }: Occasion): string {
  return grassrootsName(places, cell_id, dayOfMeeting({ period, date }));
}

function grassrootsName(places: OrganisationHistory, id: string, day: IsoDate): string {
  const grassroots = places.grassrootsOf(id, day);
  return grassroots === id ? '' : places.nameOn(grassroots, day);
}

function dayText(day: string): string {
  const date = parseIsoDate(day);
  return date === null ? day : formatDate(date);
}

/** `tháng 7/2024` */
function monthText(period: string): string {
  return `tháng ${Number(period.slice(5))}/${period.slice(0, 4)}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}
