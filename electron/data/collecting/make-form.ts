import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CollectionFormKind } from '../../contract/collecting.ts';
import type { MadeFile } from '../../contract/values.ts';
import { safeFileName } from '../documents/file-output.ts';
import type { FormWorkbook } from '../documents/form-workbook.ts';
import { profileForDate } from '../documents/profile.ts';
import { SochiboError } from '../errors.ts';
import { type Course, nextStep, unwatched } from '../jobs/course.ts';
import { maskNumbers, numbersMasked } from '../people/identity-numbers.ts';
import { packFolder } from '../reporting/period-folder/pack-folder.ts';
import { decapitalised } from '../reporting/reports/prose/phrases.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { formatDate, type IsoDate, type Month } from '../vietnamese/dates.ts';
import type { AskedUnit } from './asked-cells.ts';
import type { FormContent } from './collection-form.ts';
import { choicesMark, columnKeysMark, formVersion, identityRows, identitySheet } from './form-identity.ts';
import { collectionForms } from './form-kinds.ts';
import { recordSent } from './form-states.ts';

/** A kind of form for a month. */
export interface FormQuestion {
  kind: CollectionFormKind;
  period: Month;
  /** Until when it is to come back; null: nothing is said of it. */
  dueOn: IsoDate | null;
}

/** Writes the form of one unit and notes that it was asked. Throws `not_found` for a unit without cells. */
export async function makeForm(session: Session, question: FormQuestion, unitId: string): Promise<MadeFile> {
  const { addressees } = collectionForms[question.kind];
  const unit = await addressees.one(session.office.db, question.period, unitId);
  const path = session.files.reserve(fileName(question, unit.name));
  await writeOne(session, question, unit, path);
  await noteSent(session, question, [unit]);
  return session.files.register(path);
}

/**
 * Writes the forms of all units as one .zip and notes who was asked. Throws `not_found` when nobody is there to ask, and
 * `cancelled`; then nothing stays.
 */
export async function makeAllForms(
  session: Session,
  question: FormQuestion,
  course: Course = unwatched,
): Promise<{ zip: MadeFile; files: number }> {
  const units = await collectionForms[question.kind].addressees.all(session.office.db, question.period);
  if (units.length === 0) {
    throw new SochiboError(
      'not_found',
      'Sổ chưa có ai để gửi biểu này trong tháng đã chọn. Nhập danh sách tổ chức, phân công trước.',
    );
  }
  const root = session.files.reserve(fileName(question, '').replace(/\.xlsx$/u, ''));
  try {
    mkdirSync(root);
    const names: string[] = [];
    for (const [index, unit] of units.entries()) {
      await nextStep(course, { step: unit.name, done: index, of: units.length }, stopped);
      const place = String(index + 1).padStart(String(units.length).length, '0');
      const name = `${place} ${fileName(question, unit.name)}`;
      await writeOne(session, question, unit, join(root, name));
      names.push(name);
    }
    await nextStep(course, { step: 'Nén thành một tệp', done: units.length, of: units.length }, stopped);
    const zip = `${root}.zip`;
    await packFolder(root, names, zip);
    await noteSent(session, question, units);
    return { zip: session.files.register(zip), files: names.length };
  } catch (error) {
    // Forms of some units look like the forms of all.
    rmSync(dirname(root), { recursive: true, force: true });
    throw error;
  }
}

const stopped = 'Đã dừng lập biểu. Không có biểu nào được giữ lại.';

/** What all forms of a month are called: `biểu … 7/2024`. */
export function allFormsName({ kind, period }: FormQuestion): string {
  return `${decapitalised(collectionForms[kind].title)} ${monthWords(period)}`;
}

async function writeOne(session: Session, question: FormQuestion, unit: AskedUnit, path: string): Promise<void> {
  const office = await session.office.db.selectFrom('office').select(['id', 'name']).executeTakeFirstOrThrow();
  // The library is large: only who writes a file waits for it.
  const { writeForm } = await import('../documents/xlsx-form.ts');
  const known = await collectionForms[question.kind].content(session.office.db, question.period, unit);
  // A number that comes back as it was sent, covered, says nothing.
  const content = (await numbersMasked(session)) ? { ...known, rows: maskNumbers(known.rows) } : known;
  await writeForm(formWorkbook(office, question, unit, content), profileForDate(session.formatProfiles, today()), path);
}

/** The workbook of a form: what is asked, what is known, and which form it is. */
function formWorkbook(
  office: { id: string; name: string },
  { kind, period, dueOn }: FormQuestion,
  unit: AskedUnit,
  { columns, rows }: FormContent,
): FormWorkbook {
  const form = collectionForms[kind];
  const identity = {
    ...{ office: office.id, office_name: office.name, kind, unit: unit.id, unit_name: unit.name },
    ...{ period, version: formVersion, sent: new Map() },
  };
  return {
    title: form.title,
    author: office.name,
    date: today(),
    sheet: form.sheet,
    lines: [
      `${form.title} ${monthWords(period)}`.toLocaleUpperCase('vi'),
      `${unit.name} gửi ${office.name}${dueOn === null ? '' : ` trước hết ngày ${formatDate(dueOn)}`}`,
      ...form.guidance,
    ],
    columns,
    rows,
    identity: { sheet: identitySheet, rows: identityRows(identity, columns, rows) },
    marks: { row: columnKeysMark, list: choicesMark },
  };
}

async function noteSent(session: Session, question: FormQuestion, units: readonly AskedUnit[]): Promise<void> {
  const { title } = collectionForms[question.kind];
  const at = new Date().toISOString();
  await session.office.write('Lập biểu thu thập', `${title} ${monthWords(question.period)}`, (db) =>
    recordSent(
      db,
      question,
      units.map(({ id }) => id),
      { at, dueOn: question.dueOn },
    ),
  );
}

function fileName({ kind, period }: FormQuestion, unit: string): string {
  return safeFileName(`${collectionForms[kind].title} ${period} ${unit}`.trim().concat('.xlsx'));
}

function monthWords(period: Month): string {
  const [year, month] = period.split('-');
  return `${Number(month)}/${year}`;
}
