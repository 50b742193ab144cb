import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { SheetDefinition } from '../../contract/scoring-sheet.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { addDays, formatDate, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import type { Sheet } from './applicable-sheet.ts';
import { checkSheet, hasErrors } from './check-sheet.ts';
import { readSheet, readSheets, usesOfSheets } from './read-sheets.ts';
import type { Preset } from './sheet-file.ts';

/**
 * Puts sheets of the program into the office as version 1; those that are there stay. A sheet that is loaded is not yet
 * adopted: it would take the place of the points an office writes down by itself. Returns the new rows' ids.
 */
export async function loadPresetSheets(db: Kysely<Tables>, presets: readonly Preset[]): Promise<string[]> {
  const there = new Set((await readSheets(db)).map(({ code }) => code));
  const ids: string[] = [];
  for (const { code, name, definition } of presets) {
    if (there.has(code)) continue;
    ids.push(
      await insertSheet(db, { code, version: 1, name, definition, valid_from: null, valid_to: null, scope: null }),
    );
  }
  return ids;
}

/** An empty sheet with the usual grades, or a copy of another; it applies to nothing until it is adopted. */
export async function createSheet(
  db: Kysely<Tables>,
  { code, name, copyOf }: { code: string; name: string; copyOf: string | null },
): Promise<string> {
  const [cleanCode, cleanName] = [code.trim(), name.trim()];
  if (cleanCode === '' || cleanName === '') {
    throw new SochiboError('wrong_arguments', 'Mẫu chấm điểm cần có mã và tên.');
  }
  if ((await readSheets(db)).some((sheet) => sheet.code === cleanCode)) {
    throw new SochiboError('conflict', `Đã có mẫu chấm điểm mang mã "${cleanCode}". Chọn mã khác.`);
  }
  const from = copyOf === null ? null : await readSheet(db, copyOf);
  return insertSheet(db, {
    ...{ code: cleanCode, version: 1, name: cleanName, definition: from?.definition ?? blankSheet },
    ...{ valid_from: null, valid_to: null, scope: from?.scope_organisation_id ?? null },
  });
}

export interface SheetChange {
  id: string;
  name: string;
  scopeOrganisationId: string | null;
  definition: SheetDefinition;
  /** First day of the next version: asked for when the sheet was used. */
  from: IsoDate | null;
}

/**
 * Saves a sheet that is being edited. A sheet that was used in a rating is locked (cells handbook 5.7): the change becomes
 * its next version from a day, and the one before ends the day before. Throws `wrong_arguments` when the day is missing,
 * not after the version's own beginning, or an adopted sheet would have errors.
 */
export async function saveSheet(db: Kysely<Tables>, change: SheetChange): Promise<{ id: string; version: number }> {
  const sheet = await readSheet(db, change.id);
  const name = change.name.trim() === '' ? sheet.name : change.name.trim();
  const uses = (await usesOfSheets(db)).get(sheet.id) ?? 0;
  if (uses === 0) {
    if (sheet.valid_from !== null) refuseErrors(change.definition);
    await db
      .updateTable('scoring_sheet')
      .set({ name, definition: JSON.stringify(change.definition), scope_organisation_id: change.scopeOrganisationId })
      .where('id', '=', sheet.id)
      .execute();
    return { id: sheet.id, version: sheet.version };
  }
  const { from } = change;
  if (from === null) {
    throw new SochiboError(
      'wrong_arguments',
      `Mẫu này đã dùng chấm ${uses} phiếu nên bị khóa. Chọn ngày áp dụng để lưu thành phiên bản mới.`,
    );
  }
  refuseErrors(change.definition);
  refuseTooEarly(change.definition, from);
  const later = (await readSheets(db)).find(({ code, version }) => code === sheet.code && version > sheet.version);
  if (later || (sheet.valid_from !== null && from <= sheet.valid_from)) {
    const last = later ? `phiên bản ${later.version} mới hơn` : 'phiên bản này áp dụng từ ngày đó hoặc sau đó';
    throw new SochiboError('wrong_arguments', `Không tạo được phiên bản từ ngày ${formatDate(from)}: đã có ${last}.`);
  }
  await endSheet(db, sheet.id, from);
  const version = sheet.version + 1;
  const id = await insertSheet(db, {
    ...{ code: sheet.code, version, name, definition: change.definition },
    ...{ valid_from: from, valid_to: null, scope: change.scopeOrganisationId },
  });
  return { id, version };
}

/**
 * The committee adopts the sheet from a day. Sheets it takes the place of, of the same organisation and cell types and for no other kinds
 * of meeting, end the day before. Throws `wrong_arguments` before `not_before`, or while the sheet has errors.
 */
export async function adoptSheet(db: Kysely<Tables>, id: string, from: IsoDate): Promise<void> {
  const sheet = await readSheet(db, id);
  refuseErrors(sheet.definition);
  refuseTooEarly(sheet.definition, from);
  const others = (await readSheets(db)).filter(
    (other) =>
      other.id !== id &&
      other.valid_from !== null &&
      other.valid_from < from &&
      isInForce(other, from) &&
      isReplacedBy(other, sheet),
  );
  for (const other of others) await endSheet(db, other.id, from);
  await db.updateTable('scoring_sheet').set({ valid_from: from, valid_to: null }).where('id', '=', id).execute();
}

/** The sheet applies for the last time on this day. Throws `wrong_arguments` when it had not begun by then. */
export async function closeSheet(db: Kysely<Tables>, id: string, to: IsoDate): Promise<void> {
  const sheet = await readSheet(db, id);
  if (sheet.valid_from === null || to < sheet.valid_from) {
    throw new SochiboError('wrong_arguments', `Mẫu này chưa áp dụng vào ngày ${formatDate(to)}. Chọn ngày muộn hơn.`);
  }
  await db.updateTable('scoring_sheet').set({ valid_to: to }).where('id', '=', id).execute();
}

/** Throws `conflict` for a sheet that was used. */
export async function deleteSheet(db: Kysely<Tables>, id: string): Promise<void> {
  await readSheet(db, id);
  const uses = (await usesOfSheets(db)).get(id) ?? 0;
  if (uses > 0) {
    throw new SochiboError('conflict', `Mẫu này đã dùng chấm ${uses} phiếu, không xóa được. Ghi ngày thôi áp dụng.`);
  }
  await db.deleteFrom('scoring_sheet').where('id', '=', id).execute();
}

/** What a blank sheet starts with: 100 points, the grades of HD 42, monthly meetings; the criteria are the office's. */
const blankSheet: SheetDefinition = {
  evidence: null,
  mode: 'points',
  issued_with: null,
  not_before: null,
  cell_types: [],
  meeting_kinds: ['regular', 'regular_with_thematic'],
  total_points: 100,
  required_minutes: { default: 90, combined: 120, by_member_count: [] },
  scorer_roles: ['self', 'cell_committee', 'visiting_official', 'superior_decision'],
  deciding_role: 'superior_decision',
  fallback_role: 'self',
  grades: [
    { code: 'good', label: 'Tốt', from: 90 },
    { code: 'fair', label: 'Khá', from: 70 },
    { code: 'average', label: 'Trung bình', from: 50 },
    { code: 'poor', label: 'Kém', from: 0 },
  ],
  pass_when: null,
  results: [],
  criteria: [],
  period_grade_rules: [],
};

type NewSheet = Pick<Sheet, 'code' | 'version' | 'name' | 'definition' | 'valid_from' | 'valid_to'> & {
  scope: string | null;
};

async function insertSheet(db: Kysely<Tables>, { definition, scope, ...sheet }: NewSheet): Promise<string> {
  const id = newId();
  await db
    .insertInto('scoring_sheet')
    .values({ ...sheet, id, definition: JSON.stringify(definition), scope_organisation_id: scope })
    .execute();
  return id;
}

async function endSheet(db: Kysely<Tables>, id: string, before: IsoDate): Promise<void> {
  await db
    .updateTable('scoring_sheet')
    .set({ valid_to: addDays(before, -1) })
    .where('id', '=', id)
    .execute();
}

function isReplacedBy(other: Sheet, sheet: Sheet): boolean {
  const { cell_types, meeting_kinds } = sheet.definition;
  return (
    other.scope_organisation_id === sheet.scope_organisation_id &&
    [...other.definition.cell_types].sort().join() === [...cell_types].sort().join() &&
    other.definition.meeting_kinds.every((kind) => meeting_kinds.includes(kind))
  );
}

function refuseErrors(definition: SheetDefinition): void {
  const problems = checkSheet(definition);
  if (!hasErrors(problems)) return;
  throw new SochiboError('wrong_arguments', `Mẫu còn lỗi, chưa áp dụng được. ${problems[0]?.message ?? ''}`);
}

function refuseTooEarly({ not_before }: SheetDefinition, from: IsoDate): void {
  const earliest = not_before === null ? null : parseIsoDate(not_before);
  if (earliest === null || from >= earliest) return;
  throw new SochiboError(
    'wrong_arguments',
    `Mẫu này không áp dụng trước ngày ${formatDate(earliest)}. Chọn từ ngày đó trở đi.`,
  );
}
