import type { Kysely } from 'kysely';
import type { SheetPage, SheetRecord } from '../../contract/ratings.ts';
import { factCodes, type SheetDefinition, sheetDefinition, truthFacts } from '../../contract/scoring-sheet.ts';
import { SochiboError } from '../errors.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { codeChoicesOf } from '../rules/code-choices.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';
import { formatDate, parseIsoDate } from '../vietnamese/dates.ts';
import type { Sheet } from './applicable-sheet.ts';
import { checkSheet } from './check-sheet.ts';
import { factLabels } from './facts.ts';

/** Every version of every sheet, the latest version of each first. */
export async function readSheets(db: Kysely<Tables>): Promise<Sheet[]> {
  const rows = await db.selectFrom('scoring_sheet').selectAll().orderBy('code').orderBy('version', 'desc').execute();
  return rows.map((row) => ({ ...row, definition: parseDefinition(row.definition) }));
}

/** Throws `not_found`. */
export async function readSheet(db: Kysely<Tables>, id: string): Promise<Sheet> {
  const row = await db.selectFrom('scoring_sheet').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Sổ không có mẫu chấm điểm này. Chọn trong danh sách mẫu chấm điểm.');
  return { ...row, definition: parseDefinition(row.definition) };
}

/** The list of sheets with how often each was used and what is wrong with it. */
export async function listSheets(db: Kysely<Tables>): Promise<SheetRecord[]> {
  const [sheets, used, organisations] = await Promise.all([
    readSheets(db),
    usesOfSheets(db),
    readOrganisationHistory(db),
  ]);
  return sheets.map((sheet) => {
    const { definition, scope_organisation_id: scope } = sheet;
    const problems = checkSheet(definition);
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    return {
      id: sheet.id,
      code: sheet.code,
      version: sheet.version,
      name: sheet.name,
      mode: definition.mode,
      issued_with: issuedWith(definition),
      valid_from: sheet.valid_from,
      valid_to: sheet.valid_to,
      not_before: definition.not_before,
      scope_organisation_id: scope,
      scope_organisation: scope === null ? null : organisations.nameOn(scope, today()),
      cell_types: definition.cell_types,
      meeting_kinds: definition.meeting_kinds,
      ratings: used.get(sheet.id) ?? 0,
      errors,
      warnings: problems.length - errors,
    };
  });
}

/** One sheet to be read or edited. Throws `not_found`. */
export async function sheetPage(db: Kysely<Tables>, id: string): Promise<SheetPage> {
  const [{ definition }, list, cellTypes] = await Promise.all([
    readSheet(db, id),
    listSheets(db),
    codeChoicesOf(db, 'cell_types', today()),
  ]);
  const sheet = list.find((each) => each.id === id);
  if (!sheet) throw new SochiboError('not_found', 'Sổ không có mẫu chấm điểm này.');
  const truths: readonly string[] = truthFacts;
  return {
    sheet,
    definition,
    problems: checkSheet(definition),
    facts: factCodes.map((code) => ({ code, label: factLabels[code], truth: truths.includes(code) })),
    cell_types: cellTypes,
  };
}

/** `Hướng dẫn 42-HD/BTCTW ngày 28/10/2025`, as far as it is known. */
export function issuedWith({ issued_with }: Pick<SheetDefinition, 'issued_with'>): string | null {
  if (issued_with === null) return null;
  const date = issued_with.date === null ? null : parseIsoDate(issued_with.date);
  return date === null ? issued_with.number_symbol : `${issued_with.number_symbol} ngày ${formatDate(date)}`;
}

/** Ratings made with each sheet. */
export async function usesOfSheets(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('rating')
    .select(['scoring_sheet_id', (eb) => eb.fn.countAll<number>().as('uses')])
    .where('scoring_sheet_id', 'is not', null)
    .groupBy('scoring_sheet_id')
    .execute();
  return new Map(rows.flatMap((row) => (row.scoring_sheet_id === null ? [] : [[row.scoring_sheet_id, row.uses]])));
}

function parseDefinition(json: string): SheetDefinition {
  return sheetDefinition.parse(JSON.parse(json));
}
