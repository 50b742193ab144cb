import { cleanText } from '../vietnamese/clean-text.ts';
import { formatLongDate } from '../vietnamese/dates.ts';
import { normaliseTone, oldToneStyle } from '../vietnamese/tone.ts';
import { type BrokenLine, breakByMeaning } from './break-lines.ts';
import type { Annex, Authority, DocumentHeader, OfficialDocument, PlaceAndDate } from './model.ts';
import type { FormatProfile } from './profile.ts';
import { annexReference, numberLine } from './reference.ts';
import { toRoman } from './roman.ts';
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
  secrecy: TypesetMark | null;
  urgency: TypesetMark | null;
  placeDate: string | null;
  marks: string[];
};

export type TypesetMark = { text: string; framed: boolean };

export type TypesetSignatory = { lines: { text: string; bold: boolean }[]; name: string | null };

export type TypesetSignature =
  | { kind: 'authority'; label: string; recipients: string[]; right: TypesetSignatory }
  | { kind: 'pair'; left: TypesetSignatory; right: TypesetSignatory; confirmation: TypesetSignatory | null }
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
    body: typesetBlocks(document.body, { profile, print, room: textRoom(profile, false) }),
    signature: typesetSignature(document, profile),
    annexes: document.annexes.map((annex, index) => typesetAnnex(annex, index, document, profile)),
    duplex: document.duplex,
  };
}

/** Twips between the side margins. */
export function textRoom({ page }: FormatProfile, landscape: boolean): number {
  return (landscape ? page.height : page.width) - page.left - page.right;
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
    secrecy: header.secrecy ? { text: capitals(header.secrecy), framed: profile.marks.secrecy_framed } : null,
    urgency: header.urgency ? { text: capitals(header.urgency), framed: profile.marks.urgency_framed } : null,
    placeDate: header.placeAndDate && placeDateLine(header.placeAndDate, profile),
    marks: (header.marks ?? []).map(print),
  };
}

/** Lines 1 and 2 of the left column, in capitals and broken to its width (twips; by default the header table's). */
export function typesetIssuer(
  header: { superior: string | null; issuer: readonly string[] },
  profile: FormatProfile,
  width = profile.header_table.columns[0],
): { superior: BrokenLine[]; issuer: BrokenLine[] } {
  const print = printer(profile);
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

function typesetSignature(document: OfficialDocument, profile: FormatProfile): TypesetSignature {
  const { signature } = document;
  const print = printer(profile);
  const name = (text: string | null): string | null => (text === null ? null : print(text));
  const role = (text: string, bold: boolean) => ({ text: capitals(print(text)), bold });
  const authority = (who: Authority): TypesetSignatory => ({
    lines: [role(who.authority, true), ...(who.position === null ? [] : [role(who.position, false)])],
    name: name(who.name),
  });
  switch (signature.kind) {
    case 'none':
      return signature;
    case 'pair':
      return {
        kind: 'pair',
        left: { lines: [role(signature.left.role, true)], name: name(signature.left.name) },
        right: { lines: [role(signature.right.role, true)], name: name(signature.right.name) },
        confirmation: signature.confirmation === undefined ? null : authority(signature.confirmation),
      };
    case 'authority':
      return {
        kind: 'authority',
        label: profile.recipients.label,
        recipients: punctuated(
          recipientsOf(document, signature.recipients, profile).map(print),
          profile.recipients,
        ).map((line) => `- ${line}`),
        right: authority(signature),
      };
  }
}

/** A letter and a submission name first those they are addressed to: `Như trên` (document format, 3.3). */
function recipientsOf(
  { title, addressees }: OfficialDocument,
  recipients: readonly string[],
  { recipients: { as_above: asAbove } }: FormatProfile,
): readonly string[] {
  const addressed = addressees !== null && (title.form === 'letter' || addressees.submission);
  return !addressed || recipients.some((name) => name.startsWith(asAbove)) ? recipients : [asAbove, ...recipients];
}

/** One annex is `Phụ lục`, several are `Phụ lục 1`, `Phụ lục 2` (section 2). */
function typesetAnnex(annex: Annex, index: number, document: OfficialDocument, profile: FormatProfile): TypesetAnnex {
  const print = printer(profile);
  const { label, numbering } = profile.annex;
  const number = numbering === 'roman' ? toRoman(index + 1) : String(index + 1);
  return {
    label: document.annexes.length === 1 ? label : `${label} ${number}`,
    title: capitals(print(annex.title)),
    reference: typesetReference(annex, document, profile),
    body: typesetBlocks(annex.body, { profile, print, room: textRoom(profile, annex.landscape) }),
    landscape: annex.landscape,
  };
}

function typesetReference({ reference }: Annex, document: OfficialDocument, profile: FormatProfile): string | null {
  if (reference === null) return null;
  const print = printer(profile);
  if (typeof reference === 'string') return `(${print(reference)})`;
  const { header, title } = document;
  return `(${annexReference(
    {
      documentKind: title.form === 'letter' ? profile.annex.letter_kind : print(title.documentKind),
      numberAndSymbol: header.numberAndSymbol,
      dated: header.placeAndDate,
      of: print(reference.of),
    },
    profile,
  )})`;
}
