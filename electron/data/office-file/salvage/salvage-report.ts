import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { SalvageReport } from '../../../contract/opening.ts';
import { type LooseRow, looseWords, refusedWords } from './lost-references.ts';
import type { SalvageOutcome, TableOutcome } from './salvage-office.ts';
import { tableWords } from './table-words.ts';

/** What a salvage came to, for the window and the command line. */
export function salvageReport(outcome: SalvageOutcome): SalvageReport {
  const { source, target, tables, loose, check } = outcome;
  return {
    source,
    target,
    notes: notesOf(outcome),
    tables: tables.filter(isWorthSaying).map((table) => ({
      name: tableWords(table.table),
      read: table.read,
      from_log: table.fromLog,
      lost: table.lost,
      exact: table.isExact,
      emptied: countLoose(loose, table.table, 'emptied'),
      left_out: countLoose(loose, table.table, 'left_out'),
    })),
    broken_rules: check.checks.filter(({ ok }) => !ok).map(({ name }) => name),
  };
}

/**
 * The report as a text file that is read without the program. It names the rows left out whole, so that they can be typed again; of an
 * office with a passphrase only how many they are: what stands in them is in the log of the new file.
 */
export function salvageText(outcome: SalvageOutcome): string {
  const report = salvageReport(outcome);
  const lines = [
    'BÁO CÁO CỨU DỮ LIỆU',
    '',
    `Tệp hỏng (giữ nguyên): ${report.source}`,
    `Sổ mới: ${report.target}`,
    `Lúc: ${localMoment(outcome.at)}`,
    '',
    ...report.notes,
    '',
    'Từng loại dữ liệu:',
    ...report.tables.map((table) => `- ${table.name}: ${tableLine(table)}`),
  ];
  if (report.broken_rules.length > 0) {
    lines.push('', 'Kiểm tra sổ mới, chưa đạt:', ...report.broken_rules.map((name) => `- ${name}`));
  }
  if (outcome.loose.length > 0) {
    const said = outcome.isEncrypted
      ? [`- ${outcome.loose.length} dòng; nội dung ở nhật ký của sổ mới, lần ghi "Cứu dữ liệu", vì sổ có mật khẩu.`]
      : outcome.loose.map((row) => `- ${looseWords(row)}`);
    lines.push('', 'Dòng trỏ tới dòng đã mất:', ...said);
  }
  if (outcome.refused.length > 0) {
    const said = outcome.isEncrypted
      ? [`- ${outcome.refused.length} dòng; không ghi nội dung ra đây vì sổ có mật khẩu.`]
      : outcome.refused.map((row) => `- ${refusedWords(row)}`);
    lines.push('', 'Dòng có giá trị không hợp lệ:', ...said);
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Where the text stands: beside the new file. */
export function salvageTextPath(target: string): string {
  return `${target}.bao-cao-cuu-du-lieu.txt`;
}

/** One table in words: `đọc được 120 dòng, lấy lại từ nhật ký 3, mất 2`. */
export function tableLine(table: SalvageReport['tables'][number]): string {
  return [
    `đọc được ${table.read} dòng`,
    table.from_log > 0 ? `lấy lại từ nhật ký ${table.from_log}` : '',
    table.lost > 0 || !table.exact ? `mất ${table.exact ? '' : 'ít nhất '}${table.lost}` : '',
    table.emptied > 0 ? `để trống chỗ trỏ tới dòng đã mất ${table.emptied}` : '',
    table.left_out > 0 ? `không đưa vào vì thiếu dòng gốc ${table.left_out}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function notesOf({ tables, loose, refused, brokenSeals, isCutOff, officeLost, source }: SalvageOutcome): string[] {
  const lost = tables.reduce((sum, table) => sum + table.lost, 0);
  const fromLog = tables.reduce((sum, table) => sum + table.fromLog, 0);
  const isExact = tables.every((table) => table.isExact);
  const leftOut = loose.filter(({ outcome }) => outcome === 'left_out').length;
  const notes = [
    lost === 0 && isExact
      ? 'Không mất dòng dữ liệu nào.'
      : `Mất ${isExact ? '' : 'ít nhất '}${lost} dòng không đọc được. Các dòng còn lại đúng như đã ghi.`,
  ];
  if (fromLog > 0) notes.push(`${fromLog} dòng không đọc được đã lấy lại đúng từ nhật ký thay đổi.`);
  if (loose.length > 0) {
    notes.push(`${loose.length} dòng trỏ tới dòng đã mất; ${leftOut} dòng trong đó không đưa vào sổ mới được.`);
  }
  if (refused.length > 0) {
    notes.push(`${refused.length} dòng có giá trị không hợp lệ, không đưa vào sổ mới như đã đọc.`);
  }
  if (isCutOff) notes.push(`Tệp ${basename(source)} bị cắt mất phần cuối.`);
  if (officeLost) notes.push('Mất thông tin cấp ủy: đặt lại tên, cấp và nơi nhận ở Thiết lập.');
  if (brokenSeals > 0) {
    notes.push(`Chuỗi nhật ký thay đổi bị đứt ở ${brokenSeals} lần ghi: lịch sử của các lần đó không còn đủ.`);
  }
  return notes;
}

function isWorthSaying({ read, fromLog, lost, isExact }: TableOutcome): boolean {
  return read + fromLog + lost > 0 || !isExact;
}

function countLoose(loose: readonly LooseRow[], table: string, outcome: LooseRow['outcome']): number {
  return loose.filter((row) => row.table === table && row.outcome === outcome).length;
}

/** `10:15 22/11/2026`, by the clock of the machine. */
function localMoment(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())} ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
}

/** Writes the report as text beside the new file. */
export function writeSalvageText(outcome: SalvageOutcome): void {
  // Notepad needs the mark to read Vietnamese.
  writeFileSync(salvageTextPath(outcome.target), `\uFEFF${salvageText(outcome)}`);
}
