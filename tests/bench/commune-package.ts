import { v7 as newId } from 'uuid';
import { emptyMeeting } from '../../electron/data/meetings/empty-meeting.ts';
import { packageFormat } from '../../electron/data/packages/manifest.ts';
import { type Part, packageBytes } from '../../electron/data/packages/package-file.ts';
import { schemaVersion } from '../../electron/data/packages/plan-package.ts';
import type { Cell } from '../../electron/data/packages/row-values.ts';
import { memberRow, statusRow, versionRow } from '../support/rows.ts';

const period = '2024-07';
const superior = 'Đảng bộ tỉnh Thử';

/** The columns of each table in the order of the file, as `tableColumns` reads them: a package names every one. */
export type Columns = ReadonlyMap<string, readonly string[]>;

type Row = Readonly<Record<string, Cell>>;

/**
 * The package of a commune for one month: a cell for every twenty members, each cell's meeting with its roll. The rows are
 * laid out as `readParts` reads them out of an office, without the office: a hundred of those take a minute to make.
 */
export async function communePackage(index: number, members: number, columns: Columns): Promise<Buffer> {
  const name = `Đảng ủy xã ${index}`;
  const root = newId();
  const cells = Array.from({ length: Math.ceil(members / 20) }, () => newId());
  const people = Array.from({ length: members }, () => newId());
  const cellOf = (at: number) => Math.floor(at / 20);
  const meetings = cells.map((cell) => ({ ...emptyMeeting(newId(), cell, period), state: 'held' as const }));
  const own = { id: root, kind: 'grassroots_committee', code: null, valid_from: null, valid_to: null };
  const rows: Record<string, Row[]> = {
    organisation: [own, ...cells.map((id) => ({ ...own, id, kind: 'cell' }))],
    organisation_version: [
      { ...versionRow(newId(), root, `Đảng bộ xã ${index}`) },
      ...cells.map((id, at) => ({ ...versionRow(newId(), id, `Chi bộ thôn ${at}`, { parent_id: root }) })),
    ],
    member: people.map((id, at) => ({
      ...memberRow(id, `Nguyễn Văn Thử ${at}`, { birth_date: '1980-01-01', gender: 'male' }),
    })),
    member_status: people.map((id, at) => ({
      ...statusRow(newId(), id, cells[cellOf(at)] ?? '', { valid_from: '2020-01-01' }),
    })),
    meeting: meetings.map((meeting) => ({ ...meeting })),
    attendance: people.map((id, at) => ({
      ...{ id: newId(), meeting_id: meetings[cellOf(at)]?.id ?? '', member_id: id, name: `Thử ${at}` },
      ...{ standing_then: null, status_then: null, result: 'present', reason: null },
      ...{ late_or_left_early: null, position: at },
    })),
  };
  const { bytes } = await packageBytes(
    {
      ...{
        format: packageFormat.name,
        version: packageFormat.version,
        schema: schemaVersion,
        program: 'bench',
        period,
      },
      office: { id: newId(), name, level: 'commune', superior, root, root_name: `Đảng bộ xã ${index}` },
      ...{ contents: ['organisations', 'members', 'meetings'], personal: false, made_at: new Date().toISOString() },
    },
    [...columns].map(([table, names]) => partOf(table, names, rows[table] ?? [])),
    undefined,
  );
  return bytes;
}

function partOf(table: string, names: readonly string[], rows: readonly Row[]): Part {
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? null))];
  return { table, text: Buffer.from(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`), rows: rows.length };
}
