import { cleanText } from '../vietnamese/clean-text.ts';
import { formatLongDate } from '../vietnamese/dates.ts';
import { normaliseTone, oldToneStyle } from '../vietnamese/tone.ts';
import { type BrokenLine, breakByMeaning } from './break-lines.ts';
import type { Annex, DocumentHeader, NumberAndSymbol, OfficialDocument, PlaceAndDate, Signature } from './model.ts';
import type { FormatProfile } from './profile.ts';
import { type TypesetBlock, typesetBlocks } from './typeset-body.ts';

/** A document with every string as it is printed: cleaned, NFC, in its case, numbered, punctuated, broken into lines. */
export type TypesetDocument = {
  header: TypesetHeader;
  title: { kind: string; subject: string | null; rule: string | null } | null;
  addressees: { label: string; names: string[] } | null;
  body: TypesetBlock[];
  signature: TypesetSignature;
  annexes: TypesetAnnex[];
  duplex: boolean;
};

export type TypesetHeader = {
  partyTitle: string;
  superior: BrokenLine[];
  issuer: BrokenLine[];
  star: string;
  number: string | null;
  letterSubject: string | null;
  secrecy: string | null;
  urgency: string | null;
  placeDate: string | null;
  marks: string[];
};

export type TypesetSignatory = { lines: { text: string; bold: boolean }[]; name: string | null };

export type TypesetSignature =
  | { kind: 'authority'; label: string; recipients: string[]; right: TypesetSignatory }
  | { kind: 'pair'; left: TypesetSignatory; right: TypesetSignatory }
  | { kind: 'none' };

export type TypesetAnnex = {
  label: string;
  title: string;
  reference: string | null;
  body: TypesetBlock[];
  landscape: boolean;
};

/** The one place where text becomes print, so that .docx, preview and PDF say the same. */
export function typeset(document: OfficialDocument, profile: FormatProfile): TypesetDocument {
  const print = printer(profile);
  const letterSubject = document.title.form === 'letter' ? document.title.subject : null;
  return {
    header: typesetHeader(document.header, letterSubject, profile),
    title:
      document.title.form === 'titled'
        ? {
            kind: capitals(print(document.title.documentKind)),
            subject: document.title.subject === null ? null : print(document.title.subject),
            rule: document.title.hyphens ? profile.subject.rule : null,
          }
        : null,
    addressees: document.addressees && {
      label: document.addressees.submission ? profile.addressee.submission_label : profile.addressee.letter_label,
      names: punctuated(document.addressees.names.map(print), profile.addressee),
    },
    body: typesetBlocks(document.body, print),
    signature: typesetSignature(document.signature, profile),
    annexes: document.annexes.map((annex, index) =>
      typesetAnnex(annex, document.annexes.length > 1 ? index + 1 : null, profile),
    ),
    duplex: document.duplex,
  };
}

/** What every printed string goes through: the border cleaner, then the document-wide spelling switch (section 8). */
function printer(profile: FormatProfile): (text: string) => string {
  const spell = { as_typed: (text: string) => text, new: normaliseTone, old: oldToneStyle }[profile.spelling];
  return (text) => spell(cleanText(text));
}

function capitals(text: string): string {
  return text.toLocaleUpperCase('vi').normalize('NFC');
}

function typesetHeader(header: DocumentHeader, letterSubject: string | null, profile: FormatProfile): TypesetHeader {
  const print = printer(profile);
  const { prefix } = profile.letter_subject;
  const subject = letterSubject === null ? null : print(letterSubject);
  return {
    partyTitle: profile.party_title.text,
    ...typesetIssuer(header, profile),
    star: profile.star.text,
    number: header.numberAndSymbol && numberLine(header.numberAndSymbol, profile),
    letterSubject: subject === null || subject.startsWith(prefix) ? subject : prefix + subject,
    secrecy: header.secrecy ? capitals(header.secrecy) : null,
    urgency: header.urgency ? capitals(header.urgency) : null,
    placeDate: header.placeAndDate && placeDateLine(header.placeAndDate, profile),
    marks: (header.marks ?? []).map(print),
  };
}

/** Lines 1 and 2 of the left column, in capitals and broken to its width. */
export function typesetIssuer(
  header: { superior: string | null; issuer: readonly string[] },
  profile: FormatProfile,
): { superior: BrokenLine[]; issuer: BrokenLine[] } {
  const print = printer(profile);
  const [width] = profile.header_table.columns;
  const { condense, break_before: breakBefore } = profile.header_table;
  const intoLines = (text: string, pt: number, weight: 'regular' | 'bold'): BrokenLine[] =>
    capitals(print(text))
      .split('\n')
      .flatMap((line) => breakByMeaning(line, { width, pt, weight, condense, breakBefore }));
  return {
    superior: header.superior === null ? [] : intoLines(header.superior, profile.superior.pt, 'regular'),
    issuer: header.issuer.flatMap((line) => intoLines(line, profile.issuer.pt, 'bold')),
  };
}

/** `Số 05-BC/HU`: no colon, a zero before a number under 10 (section 4.1). */
function numberLine(symbol: NumberAndSymbol, profile: FormatProfile): string {
  const { pattern, gap } = profile.number_and_symbol;
  const number = symbol.number === null ? gap : String(symbol.number).padStart(2, '0');
  const parts: Record<string, string> = { number, kind: cleanText(symbol.kindCode), body: cleanText(symbol.bodyCode) };
  return pattern.replace(/\{(\w+)\}/gu, (whole, key: string) => parts[key] ?? whole);
}

/** `Định Hoá, ngày 05 tháng 02 năm 2024`; an unsigned draft has gaps for what is not known yet (section 8). */
export function placeDateLine(placeAndDate: PlaceAndDate, profile: FormatProfile): string {
  const place = printer(profile)(placeAndDate.place);
  if (placeAndDate.date !== null) return `${place}, ${formatLongDate(placeAndDate.date)}`;
  const { gap } = profile.place_date;
  const year = placeAndDate.draftYear === null ? gap : ` ${placeAndDate.draftYear}`;
  return `${place}, ngày${gap}tháng${gap}năm${year}`;
}

/** `- A,` `- B.`: whatever the names end with is replaced by the profile's separators. */
function punctuated(names: readonly string[], marks: { separator: string; end: string }): string[] {
  return names.map((name, index) => {
    const bare = name.replace(/[\s,;.]+$/u, '');
    return bare + (index === names.length - 1 ? marks.end : marks.separator);
  });
}

function typesetSignature(signature: Signature, profile: FormatProfile): TypesetSignature {
  const print = printer(profile);
  const name = (text: string | null): string | null => (text === null ? null : print(text));
  const role = (text: string, bold: boolean) => ({ text: capitals(print(text)), bold });
  switch (signature.kind) {
    case 'none':
      return signature;
    case 'pair':
      return {
        kind: 'pair',
        left: { lines: [role(signature.left.role, true)], name: name(signature.left.name) },
        right: { lines: [role(signature.right.role, true)], name: name(signature.right.name) },
      };
    case 'authority': {
      const position = signature.position === null ? [] : [role(signature.position, false)];
      return {
        kind: 'authority',
        label: profile.recipients.label,
        recipients: punctuated(signature.recipients.map(print), profile.recipients).map((line) => `- ${line}`),
        right: { lines: [role(signature.authority, true), ...position], name: name(signature.name) },
      };
    }
  }
}

/** One annex is `Phụ lục`, several are `Phụ lục 1`, `Phụ lục 2` (section 2). */
function typesetAnnex(annex: Annex, number: number | null, profile: FormatProfile): TypesetAnnex {
  const print = printer(profile);
  return {
    label: number === null ? profile.annex.label : `${profile.annex.label} ${number}`,
    title: capitals(print(annex.title)),
    reference: annex.reference === null ? null : `(${print(annex.reference)})`,
    body: typesetBlocks(annex.body, print),
    landscape: annex.landscape,
  };
}
