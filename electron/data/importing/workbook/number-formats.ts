/** How Excel shows a number: as a calendar day, a time of day, or a plain number in a format of its own. */
export type NumberFormat = { kind: 'date' | 'time' } | { kind: 'number'; format: string | null };

const builtInTimes = new Set([18, 19, 20, 21, 45, 46, 47]);
/** Formats of the file's locale (27-36, 50-58) are dates in East Asia; elsewhere they are not used. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** The meaning of a `numFmtId` with the workbook's own format codes. */
export function numberFormat(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id);
  if (code === undefined) {
    if (isBuiltInDate(id)) return { kind: 'date' };
    return builtInTimes.has(id) ? { kind: 'time' } : { kind: 'number', format: null };
  }
  return formatOfCode(code);
}

/** The meaning of a format code such as `dd/mm/yyyy` or `00000000`. */
export function formatOfCode(code: string): NumberFormat {
  const letters = code
    .split(';', 1)
    .join('')
    .replace(/"[^"]*"|\\.|_./gu, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
    .toLowerCase();
  if (/general/u.test(letters)) return { kind: 'number', format: null };
  if (/[dy]|mmm/u.test(letters)) return { kind: 'date' };
  if (/[hs]/u.test(letters)) return { kind: 'time' };
  return /m/u.test(letters) ? { kind: 'date' } : { kind: 'number', format: code };
}
