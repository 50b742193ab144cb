import type { CodeList } from '../match/code-book.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { lineValue } from './plain-values.ts';

/** A value of a code list. Unknown ones are reported with their heading and left empty (pitfall 12). */
export function codeValue(context: SheetContext, row: SheetRow, field: string, list: CodeList): string | null {
  const line = lineValue(row, field);
  if (line === null) return null;
  const match = context.codes.find(list, line);
  if (match !== null && match.rest === null) return match.code;
  return unknownCode(context, row, field, list, line);
}

/** What a column headed only `Trình độ` says: of one of three lists, where only that knows the word (pitfalls 12e, 12f). */
export function educationValue(
  context: SheetContext,
  row: SheetRow,
  field: string,
): { list: string; code: string; fieldOfStudy: string | null } | null {
  const line = lineValue(row, field);
  if (line === null) return null;
  const school = /^(\d{1,2})\s*\/\s*(10|12)$/u.exec(line);
  const reached = school && schoolLevel(Number(school[1]), school[2] === '12');
  if (reached) return { list: 'general_education', code: reached, fieldOfStudy: null };
  const match = context.codes.find('education', line);
  const [list = '', code = ''] = match?.code.split(':') ?? [];
  if (match && (match.rest === null || list === 'professional_education'))
    return { list, code, fieldOfStudy: match.rest };
  unknownCode(context, row, field, 'education', line);
  return null;
}

/** A degree with its field of study: `Đại học Luật` -> Đại học, Luật (pitfall 12d). */
export function degreeValue(
  context: SheetContext,
  row: SheetRow,
  field: string,
): { code: string | null; fieldOfStudy: string | null } {
  const line = lineValue(row, field);
  if (line === null) return { code: null, fieldOfStudy: null };
  const match = context.codes.find('professional_education', line);
  if (match) return { code: match.code, fieldOfStudy: match.rest };
  return { code: unknownCode(context, row, field, 'professional_education', line), fieldOfStudy: null };
}

/** General education, also as the class reached: `9/12`, `7/10` (pitfall 12d). */
export function generalEducationValue(context: SheetContext, row: SheetRow, field: string): string | null {
  const line = lineValue(row, field);
  const match = /^(\d{1,2})\s*\/\s*(10|12)$/u.exec(line ?? '');
  if (!match) return codeValue(context, row, field, 'general_education');
  const code = schoolLevel(Number(match[1]), match[2] === '12');
  return code ?? unknownCode(context, row, field, 'general_education', line);
}

/** Classes completed in the 12-year and the old 10-year system -> list GDPT. */
function schoolLevel(reached: number, twelveYears: boolean): string | null {
  const [upper, lower, primary] = twelveYears ? [12, 9, 5] : [10, 7, 4];
  if (reached > upper) return null;
  if (reached === upper) return '4';
  if (reached >= lower) return '3';
  return reached >= primary ? '2' : '1';
}

function unknownCode(context: SheetContext, row: SheetRow, field: string, list: CodeList, value: string | null): null {
  context.report(row, field, 'unknown_code', { value });
  if (value !== null) context.unknownWords.push({ list, text: value });
  return null;
}
