import { type IsoDate, type Month, parseMonth, toIsoDate } from '../../vietnamese/dates.ts';
import type { GridRow, SheetGrid } from '../workbook/sheet-grid.ts';
import { lineOf } from './sheet-text.ts';

/** What the lines above a table (and the names of sheet and file) say about all of its rows. */
export interface TitleBlock {
  /** What the sheet is called in the file; in many workbooks that is the cell or commune (pitfall 14f). */
  sheetName: string;
  /** The month of a register: `THÁNG 1 NĂM 2024`. */
  period: Month | null;
  year: number | null;
  /** `(Tính đến ngày 31/12/2024)`, `(Có đến 31/12/2024)`. */
  asOf: IsoDate | null;
  /** The organisation a list is of: what follows `DANH SÁCH ĐẢNG VIÊN`, or the cell that a line above it names. */
  listOf: string | null;
  /** Committees named above the table, the lowest last: `Đảng bộ xã Hòa Lẫm`. */
  committees: string[];
  decision: { numberSymbol: string; date: IsoDate | null; issuingBody: string | null } | null;
  /** A list of members' link with the cell where they live (QĐ 213-QĐ/TW): another regime, not to be mixed in (R44). */
  residence: boolean;
}

/** `Khe Sơn, ngày 31 tháng 12 năm 2024` dates the paper, not its contents. */
const placeAndDate = /ngày\s+\d{1,2}\s+tháng/iu;

/** Titles of lists under QĐ 213-QĐ/TW and the earlier QĐ 76-QĐ/TW. */
const residenceList = /nơi cư trú|(?:quy định|qđ)\s*(?:số\s*)?(?:213|76)[-–]qđ\/tw|\b(?:213|76)-qđ\/tw/iu;

export function readTitleBlock(sheet: SheetGrid, headingTop: number, fileName: string): TitleBlock {
  const own: string[] = [];
  for (const row of sheet.rows) {
    if (row.number >= headingTop) break;
    own.push(...linesOf(row));
  }
  // What a table below others does not say of itself, the lines above all of them say.
  const lines = [...own, ...(sheet.table?.above ?? [])];
  const contents = lines.filter((line) => !placeAndDate.test(line));
  const sheetName = sheet.table?.sheet ?? sheet.name;
  const year =
    firstNumber(contents, /năm\s+(\d{4})/iu) ??
    firstNumber([sheetName, fileName, ...contents], /(?<!\d)(20\d\d)(?!\d)/u);
  const month = firstNumber([...contents, sheetName], /(?:tháng|(?<!\p{L})T)\s*(\d{1,2})(?!\d)/iu);
  return {
    sheetName,
    year,
    period: year === null || month === null ? null : parseMonth(`${year}-${String(month).padStart(2, '0')}`),
    asOf: asOfDate(lines),
    committees: contents.filter((line) => /^đảng (?:bộ|ủy|uỷ)\s/iu.test(line)),
    listOf: listedOrganisation(own) ?? listedOrganisation(lines),
    decision: decisionIn(lines),
    residence: [...contents, sheetName].some((line) => residenceList.test(line)),
  };
}

/** The filled boxes of a row; a label and the box after it (`Chi bộ:` `Thôn 1`) are one line. */
function linesOf(row: GridRow): string[] {
  const lines: string[] = [];
  for (const value of row.cells.values()) {
    const line = lineOf(value) ?? '';
    const last = lines.at(-1);
    if (last?.endsWith(':')) lines.splice(-1, 1, `${last} ${line}`);
    else lines.push(line);
  }
  return lines;
}

/** What may follow the organisation in the same line: when it is of. */
const afterName = /\s*(?:\(.*|(?:,|[-–])?\s*(?:năm|tháng|quý)\s+\d.*|(?:tính|có) đến.*)$/iu;

/** `DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN 1 NĂM 2024`, `Chi bộ: Thôn 1`, `CHI BỘ TRƯỜNG MẦM NON`; null where no line names one. */
function listedOrganisation(lines: readonly string[]): string | null {
  const listed = first(lines, /danh sách đảng viên\s*:?\s*(?:của\s+)?(?!năm\s|tháng\s|tính đến|\()(.+)$/iu);
  const labelled = first(lines, /^(?:tên\s+)?chi\s?bộ\s*:\s*(\p{L}.*)$/iu);
  const cell =
    labelled === null ? first(lines, /^(?:đơn vị\s*:\s*)?((?:chi\s?bộ|cb)\s+(?!cơ sở).+)$/iu) : `Chi bộ ${labelled}`;
  const name = (listed ?? cell)?.replace(afterName, '').trim() ?? '';
  return name === '' ? null : name;
}

function first(lines: readonly string[], pattern: RegExp): string | null {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1];
    if (found !== undefined) return found.trim();
  }
  return null;
}

function firstNumber(lines: readonly string[], pattern: RegExp): number | null {
  const found = first(lines, pattern);
  return found === null ? null : Number(found);
}

function asOfDate(lines: readonly string[]): IsoDate | null {
  const written = first(lines, /(?:tính đến|có đến|đến)(?:\s+ngày)?\s+(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/iu);
  return written === null ? null : dayIn(written);
}

function dayIn(written: string): IsoDate | null {
  const [, day, month, year] = /^(\d+)\D(\d+)\D(\d+)$/u.exec(written) ?? [];
  return toIsoDate(Number(year), Number(month), Number(day));
}

/** `(Kèm theo Quyết định số 345-QĐ/HU ngày 12/01/2024 của Ban Thường vụ Huyện ủy)` */
function decisionIn(lines: readonly string[]): TitleBlock['decision'] {
  for (const line of lines) {
    const match = /quyết định số\s+(\S+)(?:\s+ngày\s+(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}))?(?:\s+của\s+([^)]+))?/iu.exec(
      line,
    );
    if (!match) continue;
    return {
      numberSymbol: match[1] ?? '',
      date: match[2] === undefined ? null : dayIn(match[2]),
      issuingBody: match[3]?.trim() ?? null,
    };
  }
  return null;
}
