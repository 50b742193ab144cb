import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionFormKind } from '../../electron/contract/collecting.ts';
import { makeForm } from '../../electron/data/collecting/make-form.ts';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { hasChanges, issuesOf } from '../../electron/data/importing/import-plan.ts';
import { undoLastImport } from '../../electron/data/importing/import-runs.ts';
import { planImport } from '../../electron/data/importing/plan-import.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { runReport } from '../../electron/data/reporting/run-report.ts';
import { router } from '../../electron/data/router.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { parseIsoDate, parseMonth } from '../../electron/data/vietnamese/dates.ts';
import { editForm, type FormEdit, fillMonthlyReturns, readGuards } from '../support/fill-forms.ts';
import { newOffice, removableFolder, resourcesDir } from '../support/office.ts';
import { memberRow, statusRow } from '../support/rows.ts';
import { convertAll, runTool } from '../support/run-tool.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const period = '2025-01';
const question = { kind: 'meetings', period: parseMonth(period) ?? fail(), dueOn: null } as const;
const today = parseIsoDate('2025-02-10') ?? fail();

function fail(): never {
  throw new RangeError('no such day');
}

let sample: TruthOffice;
let session: Session;
let out: ReturnType<typeof removableFolder>;
let answered: string[];
let sums: Record<string, Record<string, number>>;

beforeAll(async () => {
  sample = await truthOffice('district-a');
  await sample.office.write('Nạp đảng viên', '', addMembers);
  sample.office.close();
  out = removableFolder();
  session = createSession({ resourcesDir, outputDir: join(out.folder, 'made'), actor: 'kiểm thử' });
  await session.openOffice(sample.office.path);
  const { zip, files } = await client().collecting.makeAll({ kind: 'meetings', period });
  const made = folder('sent');
  runTool('unzip', ['-q', session.files.pathOf(zip.id) ?? '', '-d', made]);
  expect(readdirSync(made)).toHaveLength(files);
  const twelve = readdirSync(made)
    .filter((name) => name.includes('Đảng bộ'))
    .slice(0, 12)
    .map((name) => join(made, name));
  sums = fillMonthlyReturns(twelve, folder('filled'));
  const filled = twelve.map((path) => join(out.folder, 'filled', basename(path)));
  convertAll(filled.slice(0, 6), 'xlsx:Calc MS Excel 2007 XML', folder('resaved'));
  answered = filled.map((path, index) => (index < 6 ? join(out.folder, 'resaved', basename(path)) : path));
}, 120_000);
afterAll(() => {
  session.close();
  sample.remove();
  out.remove();
});

function client() {
  return createRouterClient(router, { context: { session } });
}

function folder(name: string): string {
  const path = join(out.folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}

function plan(paths: readonly string[], db = session.office.db) {
  const files = paths.map((path) => ({ path, name: basename(path) }));
  return planImport(db, files, { resourcesDir, today });
}

/** Three members of the first cell of the first unit: one on probation, one exempt. */
async function addMembers(db: Parameters<Parameters<TruthOffice['office']['write']>[2]>[0]): Promise<void> {
  const [cell] = firstCells();
  for (const [index, given] of [{}, { standing: 'probationary' as const }, { kind: 'exempt' as const }].entries()) {
    await db
      .insertInto('member')
      .values(memberRow(`m${index}`, `Hồ Văn ${index}`))
      .execute();
    await db
      .insertInto('member_status')
      .values(statusRow(`s${index}`, `m${index}`, cell, given))
      .execute();
  }
}

/** The first cells of the first commune, as the form lists them. */
function firstCells(): [string, string] {
  const { organisations } = sample.truth;
  const commune = organisations.find(({ kind }) => kind === 'DB_CS')?.code;
  const [first, second] = organisations.filter(
    ({ parent, valid_to }) => parent === commune && (valid_to ?? '9999') > '2025-01-31',
  );
  return [first?.code ?? '', second?.code ?? ''];
}

async function formOfFirst(
  name: string,
  edits: readonly FormEdit[],
  kind: CollectionFormKind = 'meetings',
): Promise<string> {
  const commune = sample.truth.organisations.find(({ kind }) => kind === 'DB_CS')?.code ?? '';
  const made = await makeForm(session, { ...question, kind }, commune);
  const target = join(folder('edited'), `${name}.xlsx`);
  editForm(session.files.pathOf(made.id) ?? '', target, edits);
  return target;
}

async function issuesIn(name: string, edits: readonly FormEdit[]) {
  return issuesOf(await plan([await formOfFirst(name, edits)]));
}

describe('the monthly return', () => {
  it('goes out protected, with what the office knows and checks on what is typed', async () => {
    const form = readGuards(await formOfFirst('gui-di', []));
    expect(form).toMatchObject({
      protected: true,
      insert_rows: true,
      locked_heading: true,
      hidden_sheet: 'hidden',
      hidden_row: true,
      hidden_column: true,
      checks: { held: 'list', grade: 'list', date: 'date', start: 'decimal', due: 'whole', score: 'decimal' },
      first: { order: 1, members_total: 3, full_members: 2, probationary: 1, exempt: 1, held: null },
    });
    expect(form).toMatchObject({ open: expect.not.arrayContaining(['cell', 'order', 'meeting_day']) });
  });

  it('of twelve communes, filled in by hand and half of them saved by LibreOffice, gives BC-05 its figures', async () => {
    const before = await client().collecting.units({ kind: 'meetings', period });
    expect(before.every(({ sent_at, answered_at }) => sent_at !== null && answered_at === null)).toBe(true);
    const planned = await plan(answered);
    expect(issuesOf(planned).filter(({ severity }) => severity === 'error')).toEqual([]);
    await commitImport(session.office, planned, { accept: false });

    const source = { db: session.office.db, forms: loadReportForms(resourcesDir), madeOn: today };
    const all: Record<string, number> = {};
    for (const [unit, { minutes = 0, ...counted }] of Object.entries(sums)) {
      const { total } = await runReport(source, { code: 'BC-05', period, unit });
      expect({ unit, ...total }).toMatchObject({ unit, ...counted });
      const expected = (minutes / (counted.cells_met ?? 1)).toFixed(3);
      expect(Math.abs((total.average_minutes ?? 0) - Number(expected))).toBeLessThan(0.6);
      for (const [key, value] of Object.entries(counted)) all[key] = (all[key] ?? 0) + value;
    }
    const { total } = await runReport(source, { code: 'BC-05', period });
    expect([total.due, total.present, total.cells_met]).toEqual([all.due, all.present, all.cells_met]);
    expect(all.cells_met).toBeGreaterThan(20);

    const after = await client().collecting.units({ kind: 'meetings', period });
    expect(new Set(after.filter(({ answered_at }) => answered_at !== null).map(({ unit }) => unit))).toEqual(
      new Set(Object.keys(sums)),
    );
    for (const { unit, cells, reported } of after.filter(({ unit }) => sums[unit])) {
      expect([unit, cells - reported]).toEqual([unit, sums[unit]?.cells_not_reported ?? 0]);
    }
  });

  it('changes nothing when it comes a second time, also saved by another program', async () => {
    expect(hasChanges(await plan(answered.slice(4, 8)))).toBe(false);
    const unsaved = answered.slice(0, 3).map((path) => join(out.folder, 'filled', basename(path)));
    expect(hasChanges(await plan(unsaved))).toBe(false);
  });

  it('says what a later form changes in what an earlier one said', async () => {
    const target = join(folder('edited'), 'dinh-chinh.xlsx');
    editForm(answered[0] ?? '', target, [['present', 0, 1]]);
    const planned = await plan([target]);
    const [changed] = issuesOf(planned).filter(({ code }) => code === 'form_changes_record');
    expect(changed).toMatchObject({ severity: 'warning', message: expect.stringContaining('biểu ghi “1”') });
    expect(planned.changes.meeting.updates).toHaveLength(1);
    expect(planned.changes.meeting.inserts).toEqual([]);
  });

  it('is taken back as a whole: records and answers', async () => {
    await undoLastImport(session.office);
    const units = await client().collecting.units({ kind: 'meetings', period });
    expect(units.every(({ answered_at, reported }) => answered_at === null && reported === 0)).toBe(true);
    expect(units.every(({ sent_at }) => sent_at !== null)).toBe(true);
  });
});

describe('a form that is not as it should be', () => {
  it('of another office or of another version is refused in words', async () => {
    const path = await formOfFirst('khac', [['held', 0, 'Có']]);
    const other = await newOffice();
    const [foreign, ...more] = issuesOf(await plan([path], other.db));
    expect([foreign?.code, foreign?.severity, more]).toEqual(['form_other_office', 'error', []]);
    expect(foreign?.message).toContain('Huyện ủy Khe Sơn');
    const versions = await issuesIn('ban-khac', [['identity', 'version', '99']]);
    expect(versions.map(({ code }) => code)).toEqual(['form_other_version']);
    expect(versions[0]?.message).toContain('99');
  });

  it('names sheet, row and column of what cannot be read', async () => {
    const issues = await issuesIn('sai', [
      ['held', 0, 'Có'],
      ['date', 0, 'day:2025-03-01'],
      ['due', 0, 'mười hai'],
      ['held', 1, 'Không'],
      ['present', 1, 9],
    ]);
    const found = issues.filter(({ severity }) => severity === 'error');
    expect(found.map(({ code, sheet, row, column }) => [code, sheet, row, column]).sort()).toEqual([
      ['form_day_month_swapped', 'Sinh hoạt chi bộ', 8, 'H'],
      ['form_held_contradiction', 'Sinh hoạt chi bộ', 9, 'F'],
      ['not_a_number', 'Sinh hoạt chi bộ', 8, 'S'],
    ]);
    const words = found.find(({ code }) => code === 'not_a_number');
    expect(words?.message).toBe('Cột Phải dự: “mười hai” không phải số. Ô này để trống.');
  });

  it('takes an inserted line by the name of its cell, and refuses one that names none', async () => {
    const [, second] = firstCells();
    const name = sample.truth.organisations.find(({ code }) => code === second)?.name ?? '';
    const issues = await issuesIn('chen', [
      ['cell', -1, name],
      ['cell', -1, 'Chi bộ không có trong biểu'],
    ]);
    const codes = issues.map(({ code }) => code);
    expect(codes).toContain('form_line_by_name');
    expect(codes).toContain('form_unknown_line');
  });

  it('left blank is no answer', async () => {
    const planned = await plan([await formOfFirst('trong', [])]);
    expect([hasChanges(planned), planned.returned]).toEqual([false, []]);
    expect(issuesOf(planned).map(({ code }) => code)).toEqual(['form_unanswered']);
  });
});

describe('the form of petitions', () => {
  it('becomes petitions of its cells once; another wording of the same line corrects it', async () => {
    const words = 'Đề nghị nâng cấp đường vào thôn trước mùa mưa';
    const first = await formOfFirst(
      'kien-nghi',
      [
        ['content', 0, words],
        ['date', 0, 'day:2025-01-05'],
        ['authority', 0, 'Xã'],
        ['content', 4, 'Sớm cấp thẻ đảng viên mới'],
        ['date', 4, '06/01/2025'],
      ],
      'petitions',
    );
    const planned = await plan([first]);
    expect(issuesOf(planned)).toEqual([]);
    await commitImport(session.office, planned, { accept: false });
    const [cell, second] = firstCells();
    const written = await session.office.db
      .selectFrom('petition')
      .select(['cell_id', 'date', 'content', 'authority'])
      .where('date', 'like', '2025-01-%')
      .orderBy('date')
      .execute();
    expect(written).toEqual([
      { cell_id: cell, date: '2025-01-05', content: words, authority: 'commune' },
      { cell_id: second, date: '2025-01-06', content: 'Sớm cấp thẻ đảng viên mới', authority: null },
    ]);
    expect(hasChanges(await plan([first]))).toBe(false);

    const corrected = join(folder('edited'), 'kien-nghi-sua.xlsx');
    editForm(first, corrected, [['content', 0, `${words} năm 2025`]]);
    const { changes } = await plan([corrected]);
    expect([changes.petition.inserts, changes.petition.updates.length]).toEqual([[], 1]);
  });

  it('answers also by saying that there is nothing', async () => {
    await undoLastImport(session.office);
    const path = await formOfFirst('khong-co', [['content', 0, 'Không có']], 'petitions');
    const planned = await plan([path]);
    expect([planned.returned.length, planned.changes.petition.inserts]).toEqual([1, []]);
    await commitImport(session.office, planned, { accept: false });
    const units = await client().collecting.units({ kind: 'petitions', period });
    expect(units.filter(({ answered_at }) => answered_at !== null)).toHaveLength(1);
  });
});
