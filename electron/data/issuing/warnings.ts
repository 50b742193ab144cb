import type { DocumentIssuer, OfficeLevel } from '../schema/column-types.ts';
import { formatDate, type IsoDate } from '../vietnamese/dates.ts';
import { type KindCatalogue, kindName } from './document-kinds.ts';
import { type Numbered, proposeNumber } from './series.ts';
import type { Signer } from './signing-lines.ts';
import { signingWarnings } from './signing-warnings.ts';
import { formatSymbol } from './symbol.ts';

/** The first day without district committees (document format, 1.4). */
const endOfDistricts = '2025-07-01';

/** What is known of a document about to be issued. */
export interface WarningFacts {
  /** `name` null: only its code is known. */
  kind: { code: string; name: string | null };
  issuer: DocumentIssuer;
  /** Lines 1 and 2 of the header. */
  superior: string | null;
  issuerName: string;
  bodyCode: string;
  officeLevel: OfficeLevel;
  number: number | null;
  date: IsoDate | null;
  today: IsoDate;
  /** Null: minutes, which two people sign. */
  signer: Signer | null;
  /** What is printed, piece by piece. */
  texts: readonly string[];
  /** Why the date belongs to no term; null where it does. */
  termHint: string | null;
  /** The other documents of the same series. */
  others: readonly (Numbered & { subject: string })[];
}

/**
 * What a document about to be issued has against the rules (document format 1.4, 3.1, 4.1, 4.2, 5.2, 5.4, 9), in words of a
 * clerk. Nothing of it forbids to issue: much is left to the office.
 */
export function warningsOf(facts: WarningFacts, catalogue: KindCatalogue): string[] {
  return [
    ...issuerWarnings(facts, catalogue),
    ...numberWarnings(facts),
    ...dateWarnings(facts),
    ...(facts.signer ? signingWarnings(facts.signer, facts) : []),
    ...textWarnings(facts, catalogue),
  ];
}

function issuerWarnings(facts: WarningFacts, catalogue: KindCatalogue): string[] {
  const { issuer, issuerName, superior, date } = facts;
  const named = issuer === 'advisory_body' ? `${issuerName}, ${superior ?? ''}` : issuerName;
  const found: string[] = [];
  if (date !== null && date >= endOfDistricts && /huyện/iu.test(named.normalize('NFC'))) {
    found.push(
      `Cơ quan ban hành ghi "${named}", nhưng từ 01/7/2025 không còn cấp huyện. Xem lại ngày văn bản hoặc cơ quan ban hành.`,
    );
  }
  return [...found, ...authorityWarnings(facts, catalogue)];
}

/** Forms are no kind of document (4.2): they print no symbol that a catalogue could know. */
const forms: readonly string[] = ['PĐG', 'PBS'];

/** Who may issue what (5.4, at the base: cells, and committees of a commune). */
function authorityWarnings(
  { kind, issuer, officeLevel, signer }: WarningFacts,
  { kinds, wrong_codes }: KindCatalogue,
): string[] {
  const wrong = wrong_codes.find(({ code }) => code === kind.code);
  if (wrong) return [`Ký hiệu ${wrong.code} không dùng trong văn bản của Đảng; ký hiệu đúng là ${wrong.right}.`];
  const sharing = kinds.filter(({ code }) => code === kind.code);
  if (sharing.length === 0) {
    return forms.includes(kind.code) ? [] : [`Ký hiệu ${kind.code} không có trong danh mục thể loại văn bản.`];
  }
  const base = issuer === 'cell' || (issuer === 'committee' && officeLevel === 'commune');
  if (!base) return [];
  const standing = /ban thường vụ/iu.test(signer?.authority ?? '');
  const who = issuer === 'cell' ? 'cell' : standing ? 'standing_committee' : 'grassroots_committee';
  const named = sharing.filter(({ name }) => kind.name === null || name === kind.name);
  // With only a code known, a kind of this code that may be issued gives the benefit of the doubt.
  if (named.length === 0 || named.some(({ not_for }) => !not_for.includes(who))) return [];
  const whose = {
    cell: 'Chi bộ',
    standing_committee: 'Ban thường vụ đảng ủy',
    grassroots_committee: 'Đảng ủy (ban chấp hành)',
  };
  const name = kind.name ?? kindName(kinds, kind.code);
  return [`${whose[who]} không thuộc thẩm quyền ban hành ${name} (Quy định 399-QĐ/TW, Điều 11).`];
}

function numberWarnings({ kind, bodyCode, number, others }: WarningFacts): string[] {
  if (number === null) return [];
  const found: string[] = [];
  const symbol = formatSymbol({ number, kindCode: kind.code, bodyCode });
  const same = others.find((one) => one.number === number);
  if (same) {
    const dated = same.date === null ? '' : ` ngày ${formatDate(same.date)}`;
    found.push(`Số ${symbol} đã cấp cho văn bản${dated}: "${same.subject}".`);
  }
  const next = proposeNumber(others);
  if (number > next) found.push(`Số ${symbol} bỏ cách số: số tiếp theo của dãy là ${String(next).padStart(2, '0')}.`);
  return found;
}

function dateWarnings({ kind, bodyCode, number, date, today, termHint, others }: WarningFacts): string[] {
  if (date === null) return number === null ? [] : ['Văn bản có số nhưng chưa có ngày.'];
  const found: string[] = [];
  if (date > today) found.push(`Ngày văn bản ${formatDate(date)} chưa đến.`);
  if (termHint !== null) found.push(termHint);
  if (number === null) return found;
  const symbolOf = (one: number) => formatSymbol({ number: one, kindCode: kind.code, bodyCode });
  const before = latest(others.filter((one) => one.number !== null && one.number < number));
  if (before && date < before.date) {
    found.push(
      `Ngày ${formatDate(date)} trước ngày của số ${symbolOf(before.number)} (${formatDate(before.date)}) trong cùng dãy số.`,
    );
  }
  const after = earliest(others.filter((one) => one.number !== null && one.number > number));
  if (after && date > after.date) {
    found.push(
      `Ngày ${formatDate(date)} sau ngày của số ${symbolOf(after.number)} (${formatDate(after.date)}) trong cùng dãy số.`,
    );
  }
  return found;
}

type Dated = { number: number; date: IsoDate };

function dated(documents: readonly Numbered[]): Dated[] {
  return documents
    .flatMap(({ number, date }) => (number === null || date === null ? [] : [{ number, date }]))
    .sort((a, b) => a.date.localeCompare(b.date) || a.number - b.number);
}

const latest = (documents: readonly Numbered[]) => dated(documents).at(-1);
const earliest = (documents: readonly Numbered[]) => dated(documents)[0];

/** Habits of state documents in what is printed (document format, 3.1, 9). */
function textWarnings({ texts }: WarningFacts, { wrong_codes }: KindCatalogue): string[] {
  const found: string[] = [];
  const any = (pattern: RegExp) => texts.some((text) => pattern.test(text.normalize('NFC')));
  if (any(/(?:^|[^\p{L}])Số\s*:\s*(?:\d|…|\.{2,})/u))
    found.push('Trong văn bản có "Số:"; văn bản của Đảng ghi "Số", không có dấu hai chấm.');
  if (any(/(?:^|[^\p{L}])V\/v(?:[^\p{L}]|$)/iu))
    found.push('Trong văn bản có "V/v"; văn bản của Đảng ghi "về việc" hoặc ghi thẳng trích yếu.');
  if (any(/\.\/\./u)) found.push('Trong văn bản có "./."; văn bản của Đảng kết thúc bằng dấu chấm.');
  for (const { code, right } of wrong_codes) {
    if (any(new RegExp(`\\d-${code}/`, 'u'))) {
      found.push(`Trong văn bản có ký hiệu ${code}; ký hiệu đúng trong văn bản của Đảng là ${right}.`);
    }
  }
  return found;
}
