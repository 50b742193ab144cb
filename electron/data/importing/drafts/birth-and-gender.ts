import type { Gender } from '../../schema/column-types.ts';
import type { PartialDate } from '../../vietnamese/dates.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { dateValue, isTicked, lineValue } from '../values/plain-values.ts';

interface BirthAndGender {
  birthDate: PartialDate | null;
  gender: Gender | null;
}

const genders: ReadonlyMap<string, Gender> = new Map([
  ['nam', 'male'],
  ['nữ', 'female'],
  ['nũ', 'female'],
  // As most write them, found without a key.
  ['Nam', 'male'],
  ['Nữ', 'female'],
]);

/**
 * The birth date and the sex, which rosters give by the column that the date stands in, by a tick, or in words. A date
 * in both columns leaves the sex open.
 */
export function birthAndGender(context: SheetContext, row: SheetRow): BirthAndGender {
  if (row.has('birth_date_male') || row.has('birth_date_female')) return byColumn(context, row);
  if (lineValue(row, 'birth_date') === null) context.report(row, 'birth_date', 'missing_birth_date');
  return { birthDate: dateValue(context, row, 'birth_date', 'birth'), gender: genderOf(context, row) };
}

function byColumn(context: SheetContext, row: SheetRow): BirthAndGender {
  const male = lineValue(row, 'birth_date_male');
  const female = lineValue(row, 'birth_date_female');
  if (male !== null && female !== null) {
    context.report(row, 'birth_date_female', 'both_sex_columns', { value: `${male} | ${female}` });
    return { birthDate: dateValue(context, row, 'birth_date_male', 'birth'), gender: null };
  }
  if (male === null && female === null) {
    context.report(row, 'birth_date_male', 'missing_birth_date');
    return { birthDate: null, gender: genderOf(context, row) };
  }
  return male === null
    ? { birthDate: dateValue(context, row, 'birth_date_female', 'birth'), gender: 'female' }
    : { birthDate: dateValue(context, row, 'birth_date_male', 'birth'), gender: 'male' };
}

function genderOf(context: SheetContext, row: SheetRow): Gender | null {
  if (row.has('is_female')) return isTicked(row, 'is_female') ? 'female' : 'male';
  const line = lineValue(row, 'gender');
  if (line === null) return null;
  const gender = genders.get(line) ?? genders.get(nameKey(line)) ?? null;
  if (gender === null) context.report(row, 'gender', 'unknown_code', { value: line });
  return gender;
}
