import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { expect, onTestFinished } from 'vitest';
import { router } from '../../../electron/data/router.ts';
import { createSession } from '../../../electron/data/session.ts';
import { resourcesDir, temporaryFolder } from '../office.ts';
import { type MonthOfCell, monthNumbers, period } from './years.ts';

export type Client = RouterClient<typeof router>;

/** A new commune office behind the contract, as the window has it. */
export async function newCommune(
  name: string,
  superior: string,
  place: string,
): Promise<{ client: Client; root: string }> {
  const folder = temporaryFolder();
  const session = createSession({ resourcesDir, outputDir: folder, actor: 'kiểm thử' });
  onTestFinished(() => session.close());
  const client = createRouterClient(router, { context: { session } });
  const office = await client.office.create({
    path: join(folder, 'xa.sochibo'),
    level: 'commune',
    name,
    superior,
    place,
  });
  return { client, root: office.root_organisation_id };
}

export async function newCell(
  client: Client,
  root: string,
  name: string,
  day: number,
  cellType: string,
): Promise<string> {
  const { id } = await client.organisations.create({
    kind: 'cell',
    facts: {
      name,
      short_name: null,
      parent_id: root,
      cell_type: cellType,
      is_residential: cellType === 'THON',
      difficulty_flags: [],
      area: null,
      phone: null,
      note: null,
      own_min_minutes: null,
      default_time: null,
      default_place: null,
    },
    meeting_day: day,
    valid_from: '2024-12-01',
    document: null,
  });
  return id;
}

export async function newOfficial(client: Client, fullName: string, group: string): Promise<string> {
  const { id } = await client.officials.save({
    id: null,
    form: {
      full_name: fullName,
      agency: null,
      government_position: null,
      phone: null,
      level: null,
      member_id: null,
      own_cell_id: null,
      note: null,
      valid_from: null,
      valid_to: null,
      titles: [
        {
          id: null,
          title: 'Cấp ủy viên',
          party_position: null,
          title_group: group,
          document: null,
          valid_from: '2025-01-01',
          valid_to: null,
        },
      ],
    },
  });
  return id;
}

export function assign(
  client: Client,
  official: string,
  target: string,
  from = '2025-01-01',
  role: 'attend' | 'area_in_charge' = 'attend',
) {
  return client.officials.assign({
    official_ids: [official],
    target_ids: [target],
    each_cell: false,
    role,
    decision: { number_symbol: '01-QĐ/ĐU', date: '2025-01-02', issuing_body: null, subject: null },
    min_visits: null,
    valid_from: from,
    valid_to: null,
    note: null,
  });
}

/** Types the totals of every cell into the month's grid. */
export async function typeTotals(
  client: Client,
  cells: readonly [string, (month: number) => MonthOfCell | null][],
): Promise<void> {
  for (const month of monthNumbers) {
    const rows = cells.flatMap(([cell_id, monthOf]) => {
      const typed = monthOf(month);
      if (typed === null) return [];
      const { period: _, ...counts } = typed;
      return [{ cell_id, ...counts, members_total: null, exempt: null, theme: null, not_held_reason: null }];
    });
    await client.meetings.saveCounts({ period: period(month), rows, replace_rolls: [] });
  }
}

export async function meetingOf(client: Client, cell: string, month: number): Promise<string> {
  const list = await client.meetings.list({ from: period(month), to: period(month), organisation_id: cell });
  const [meeting] = list.filter(({ kind }) => kind !== null);
  if (!meeting) throw new Error(`no meeting in ${period(month)}`);
  return meeting.id;
}

export async function visit(
  client: Client,
  official: string,
  cell: string,
  month: number,
  inPlaceOf: string | null = null,
) {
  const { id } = await client.visits.record({
    meeting_id: await meetingOf(client, cell, month),
    entry: {
      official_id: official,
      name: null,
      title: null,
      level: 'commune',
      arrived_at: null,
      left_at: null,
      on_behalf_of_id: inPlaceOf,
      on_behalf_of_name: null,
      note: null,
    },
  });
  return id;
}

/** The figures of one row, or of the total, that the year names. */
export async function expectFigures(
  client: Client,
  code: string,
  key: string,
  row: string,
  expected: Record<string, number>,
) {
  const report = await client.reports.run({ code, period: key });
  const found = row === 'total' ? report.total : report.rows.find((one) => one.key === row)?.figures;
  const shown = Object.fromEntries(Object.keys(expected).map((column) => [column, found?.[column]]));
  expect({ report: `${code} ${key} ${row}`, ...shown }).toEqual({ report: `${code} ${key} ${row}`, ...expected });
}
