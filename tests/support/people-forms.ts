import { basename, join } from 'node:path';
import type { CollectionFormKind } from '../../electron/contract/collecting.ts';
import { makeForm } from '../../electron/data/collecting/make-form.ts';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { type ImportPlan, issuesOf } from '../../electron/data/importing/import-plan.ts';
import { planImport } from '../../electron/data/importing/plan-import.ts';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { rootOrganisationId } from '../../electron/data/organisations/list-organisations.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { parseIsoDate, parseMonth } from '../../electron/data/vietnamese/dates.ts';
import { editForm, type FormEdit } from './fill-forms.ts';
import { environment, removableFolder, resourcesDir } from './office.ts';
import { memberRow, statusRow } from './rows.ts';
import { addCommune, addMeeting, addOfficial } from './visiting-office.ts';

export const today = parseIsoDate('2025-02-10') ?? fail();
export const period = parseMonth('2025-01') ?? fail();

function fail(): never {
  throw new RangeError('no such day');
}

/** An open office of one commune with two cells, four members, one official, a plan of a visit and a meeting. */
export interface PeopleOffice {
  folder: string;
  session: Session;
  /** A form of the month, filled in by hand. */
  filled(kind: CollectionFormKind, name: string, edits: readonly FormEdit[]): Promise<string>;
  /** A filled form with more changes made. */
  again(file: string, name: string, edits: readonly FormEdit[]): string;
  plan(path: string): Promise<ImportPlan>;
  /** Imports a form with what is right in it; returns what was found. */
  take(path: string): Promise<ReturnType<typeof issuesOf>>;
  close(): void;
}

export async function peopleOffice(): Promise<PeopleOffice> {
  const out = removableFolder();
  const path = join(out.folder, 'thu.sochibo');
  const named = { name: 'Huyện ủy Khe Sơn', superior: 'Đảng bộ tỉnh Quảng Trị', place: 'Khe Sơn' };
  const office = await createOffice({ path, level: 'district', ...named }, environment);
  const root = await rootOrganisationId(office.db);
  await office.write('Nạp mẫu', '', async (db) => {
    const cells = [
      { id: 'thon-1', name: 'Chi bộ thôn 1', day: 3 },
      { id: 'thon-2', name: 'Chi bộ thôn 2', day: 5 },
    ];
    await addCommune(db, { id: 'xa', name: 'Đảng bộ xã Hòa Lẫm', parent: root }, cells);
    await addOfficial(db, { id: 'can-bo', name: 'Trần Văn Cường', quota: 4, targets: ['thon-1', 'thon-2'] });
    const people = [
      ['m0', 'Hồ Thị An', 'thon-1', { birth_date: '1980-05-19', phone: '0912345678' }, {}],
      ['m1', 'Hồ Văn Bình', 'thon-1', { birth_date: '1990' }, {}],
      ['m2', 'Lê Văn Cả', 'thon-1', {}, { kind: 'exempt' as const }],
      ['m3', 'Nguyễn Thị Dung', 'thon-2', {}, {}],
    ] as const;
    for (const [id, name, cell, given, status] of people) {
      await db
        .insertInto('member')
        .values(memberRow(id, name, given))
        .execute();
      await db
        .insertInto('member_status')
        .values(statusRow(`s-${id}`, id, cell, status))
        .execute();
    }
    await addMeeting(db, 'hop-2', 'thon-2', '2025-01-05', { due: 1, present: 1 });
    await db
      .insertInto('planned_visit')
      .values({
        ...{ id: 'lich-1', official_id: 'can-bo', period, cell_id: 'thon-1', typed: null, state: 'planned' },
        ...{ reason: null, substitute_id: null, substitute_name: null, rescheduled_to: null, visit_id: null },
        ...{ report_submitted_on: null, note: null },
      })
      .execute();
  });
  office.close();
  const session = createSession({ resourcesDir, outputDir: join(out.folder, 'made'), actor: 'kiểm thử' });
  await session.openOffice(path);
  const again: PeopleOffice['again'] = (file, name, edits) => {
    const target = join(out.folder, `${name}.xlsx`);
    editForm(file, target, edits);
    return target;
  };
  const plan: PeopleOffice['plan'] = (file) =>
    planImport(session.office.db, [{ path: file, name: basename(file) }], { resourcesDir, today });
  return {
    ...{ folder: out.folder, session, again, plan },
    filled: async (kind, name, edits) => {
      const made = await makeForm(session, { kind, period, dueOn: null }, kind === 'visits' ? 'can-bo' : 'xa');
      return again(session.files.pathOf(made.id) ?? '', name, edits);
    },
    take: async (file) => {
      const planned = await plan(file);
      await commitImport(session.office, planned, { accept: true });
      return issuesOf(planned);
    },
    close: () => {
      session.close();
      out.remove();
    },
  };
}
