import type { DetailColumns } from '../../members/write-detail.ts';
import { canonicalName } from '../../vietnamese/names.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { atOnce, forEach, type Turns } from '../turns.ts';
import { codeValue } from '../values/codes.ts';
import { type Hometown, parseHometown } from '../values/hometown.ts';
import { parseNationalStatus } from '../values/national-status.ts';
import { dateValue, isTicked, lineValue } from '../values/plain-values.ts';
import { birthAndGender } from './birth-and-gender.ts';
import { NumberReader } from './member-numbers.ts';
import type { NationalMemberDraft, NationalSheetDraft } from './national-member-draft.ts';

/** Reads the layout of the national database: 29 literal headings, dates as text, names in CAPITALS. */
export function* draftingNationalMembers(context: SheetContext): Turns<NationalSheetDraft> {
  const numbers = new NumberReader(context);
  const rows: NationalMemberDraft[] = [];
  yield* forEach(context.rows, (row) => {
    const name = lineValue(row, 'full_name');
    if (name === null) context.report(row, 'full_name', 'missing_name');
    else rows.push(draftRow(context, row, canonicalName(name), numbers));
  });
  numbers.report();
  return { context, rows };
}

/** The same in one go. */
export function draftNationalMembers(context: SheetContext): NationalSheetDraft {
  return atOnce(draftingNationalMembers(context));
}

function draftRow(context: SheetContext, row: SheetRow, name: string, numbers: NumberReader): NationalMemberDraft {
  const written = lineValue(row, 'status');
  const status = written === null ? null : parseNationalStatus(written);
  if (written !== null && status === null) context.report(row, 'status', 'unknown_code', { value: written });
  const statusSince = dateValue(context, row, 'status_since', 'event');
  if (status?.kind === 'active' && statusSince !== null) {
    context.report(row, 'status_since', 'active_with_leaving_date', { value: lineValue(row, 'status_since') });
  }
  if (isTicked(row, 'deletion_proposed')) context.report(row, 'deletion_proposed', 'deletion_proposed', { name });
  const otherName = lineValue(row, 'other_name');
  return {
    row,
    name,
    nationalId: lineValue(row, 'national_record_id')?.replace(/\.0+$/u, '') ?? null,
    otherName: otherName === null ? null : canonicalName(otherName),
    ...birthAndGender(context, row),
    ethnicity: codeValue(context, row, 'ethnicity', 'ethnic_groups'),
    religion: codeValue(context, row, 'religion', 'religions'),
    ...numbers.read(row),
    organisation: organisationOf(lineValue(row, 'organisation')),
    admissionDate: dateValue(context, row, 'admission_date', 'event'),
    fullMemberDate: dateValue(context, row, 'full_member_date', 'event'),
    standing: lineValue(row, 'full_member_date') === null ? 'probationary' : 'full',
    home: homeOf(row),
    status,
    statusSince,
    detail: detailOf(context, row),
  };
}

function organisationOf(line: string | null): NationalMemberDraft['organisation'] {
  if (line === null) return null;
  const [, cell = line, committee = null] = /^(.+?)\s*,\s*(đảng (?:bộ|ủy|uỷ)\s.+)$/iu.exec(line) ?? [];
  return { cell, committee };
}

/** `KHÔNG` is what the layout asks for where there is no province (a birth abroad): a filler, not a name (11c). */
function homeOf(row: SheetRow): Hometown | null {
  const [province, address] = [lineValue(row, 'home_province'), lineValue(row, 'home_address')];
  if (province === null || address === null || /^không$/iu.test(province)) return null;
  return parseHometown(`${address}, ${province}`);
}

/**
 * What the record has no columns of its own for. The address of the home ends with its province: that of the record may
 * be the one of before 1/7/2025, from a roster.
 */
function detailOf(context: SheetContext, row: SheetRow): Partial<DetailColumns> {
  const home = [lineValue(row, 'home_address'), lineValue(row, 'home_province')].filter((part) => part !== null);
  return {
    birth_reg_country: lineValue(row, 'birth_reg_country'),
    birth_reg_province: lineValue(row, 'birth_reg_province'),
    birth_reg_address: lineValue(row, 'birth_reg_address'),
    home_country: lineValue(row, 'home_country'),
    home_address: home.length === 0 ? null : home.join(', '),
    residence_country: lineValue(row, 'residence_country'),
    residence_province: lineValue(row, 'residence_province'),
    residence_address: lineValue(row, 'residence_address'),
    party_card_place: lineValue(row, 'party_card_place'),
    party_card_date: dateValue(context, row, 'party_card_date', 'event'),
  };
}
