import type { Signatory, Signature } from '../../../documents/model.ts';
import { toRoman } from '../../../documents/roman.ts';
import { partyOrganisationName } from '../../../organisations/party-organisation-name.ts';
import type { RuleValue } from '../../../rules/rule-values.ts';
import type { DocumentDraft, DraftBlock } from '../../document.ts';
import { closingBlocks, contentBlocks, discussionBlocks, themeBlocks, voteBlocks } from './course.ts';
import { electionBlocks } from './election.ts';
import type { MinutesData } from './minutes-data.ts';
import { openingBlocks } from './opening.ts';
import { gap, longGap } from './wording.ts';

type Part = RuleValue<'minutes_sections'>[number]['part'];

/** BC-11 Biên bản sinh hoạt chi bộ, in the content order of the office (document format, 6.1-6.3). */
export function buildMinutes(data: MinutesData): DocumentDraft {
  const { layout, blank } = data;
  return {
    name: `Biên bản${blank ? ' mẫu' : ''} ${data.cell} ${data.date ?? data.period}`,
    day: data.day,
    organisationId: data.cellId,
    ...minutesIssuer(data),
    ...minutesCertifier(data),
    subject: minutesSubject(data),
    addressees: null,
    body: data.sections
      .filter(({ part }) => isIn(part, data))
      .flatMap(({ part, heading }): DraftBlock[] => [
        { kind: 'heading', level: 1, text: part === 'theme' ? `${heading}: ${data.theme ?? longGap}` : heading },
        ...blocksOf[part](data),
      ]),
    recipients: [],
    annexes: [],
    signature: minutesSignature(data),
    certified: layout.certified,
    omits: [
      ...(layout.numbered ? [] : ['number' as const]),
      ...(layout.place_and_date ? [] : ['place_and_date' as const]),
      ...(layout.hyphens ? [] : ['hyphens' as const]),
    ],
    recorded: { number: null, date: data.date },
  };
}

const blocksOf: Readonly<Record<Part, (data: MinutesData) => readonly DraftBlock[]>> = {
  opening: openingBlocks,
  content: contentBlocks,
  theme: themeBlocks,
  discussion: discussionBlocks,
  election: electionBlocks,
  vote: voteBlocks,
  closing: closingBlocks,
};

function isIn(part: Part, { kind }: MinutesData): boolean {
  if (part === 'theme') return kind === 'thematic' || kind === 'regular_with_thematic';
  if (part === 'content') return kind !== 'thematic';
  return part !== 'election' || kind === 'congress';
}

/** Who heads the minutes (document format, 5.1): the cell, its committee among it; a congress; a committee by its own name. */
function minutesIssuer({ kind, organisationKind }: MinutesData): Pick<DocumentDraft, 'issuer'> {
  if (kind === 'congress') return { issuer: 'congress' };
  return isCell(organisationKind) ? {} : { issuer: 'committee' };
}

/** Who certifies for a body that the office keeps no signers of (5.2, 5.3); for a cell its secretary does. */
function minutesCertifier({ kind, organisationKind }: MinutesData): Pick<DocumentDraft, 'signer'> {
  if (kind === 'congress') return { signer: { authority: 'T/M ĐOÀN CHỦ TỊCH', title: '', name: '' } };
  return isCell(organisationKind) ? {} : { signer: committeeCertifier(organisationKind) };
}

function committeeCertifier(kind: MinutesData['organisationKind']) {
  return { authority: kind === 'committee' ? 'T/M BAN CHẤP HÀNH' : 'T/M ĐẢNG ỦY', title: 'BÍ THƯ', name: '' };
}

/** An extract is certified by the body that keeps the minutes: those of a cell's congress by the cell. */
export function extractIssuer(data: MinutesData): Pick<DocumentDraft, 'issuer' | 'signer'> {
  const { organisationKind } = data;
  return isCell(organisationKind) ? {} : { issuer: 'committee', signer: committeeCertifier(organisationKind) };
}

function isCell(kind: MinutesData['organisationKind']): boolean {
  return kind === 'cell' || kind === 'grassroots_cell';
}

/** A level: who kept the minutes on one side, who chaired on the other, no T/M and no recipients (6.1, open point 13). */
export function minutesSignature({ layout, kind, secretary, chair }: MinutesData): Signature {
  const role = layout.secretary_role === 'recorder' ? 'Người ghi biên bản' : 'Thư ký';
  const recorder: Signatory = { role, name: secretary?.name ?? null };
  const president: Signatory = {
    role: kind === 'congress' ? 'Chủ trì đại hội' : 'Chủ trì hội nghị',
    name: chair?.name ?? null,
  };
  return layout.secretary_side === 'left'
    ? { kind: 'pair', left: recorder, right: president }
    : { kind: 'pair', left: president, right: recorder };
}

/** The line under `BIÊN BẢN`: `sinh hoạt chi bộ thường kỳ tháng 7 năm 2024`. */
export function minutesSubject(data: MinutesData): string {
  const { kind, period, date, theme, organisationKind } = data;
  if (!isCell(organisationKind)) return committeeSubject(data);
  const month = monthText(period);
  switch (kind) {
    case 'regular':
      return `sinh hoạt chi bộ thường kỳ ${month}`;
    case 'thematic':
      // R5: a thematic meeting belongs to the quarter of its date.
      return `sinh hoạt chuyên đề ${quarterText(date ?? period)}: "${theme ?? gap}"`;
    case 'regular_with_thematic':
      return `sinh hoạt chi bộ thường kỳ kết hợp sinh hoạt chuyên đề ${month}`;
    case 'extraordinary':
      return `sinh hoạt chi bộ đột xuất ${month}`;
    case 'cell_committee':
      return `họp chi ủy ${month}`;
    case 'congress':
      return 'đại hội chi bộ';
  }
}

/** `hội nghị chi bộ`, as the text of an extract calls a meeting. */
export function meetingName(kind: MinutesData['kind']): string {
  const names = { cell_committee: 'hội nghị chi ủy', congress: 'đại hội chi bộ' } as const;
  return kind === 'cell_committee' || kind === 'congress' ? names[kind] : 'hội nghị chi bộ';
}

/** A committee with people from outside is an enlarged one. */
function committeeSubject({ cell, kind, guests }: MinutesData): string {
  const organisation = partyOrganisationName(cell);
  if (kind === 'congress') return `đại hội ${organisation}`;
  return `hội nghị Ban Chấp hành ${organisation}${(guests ?? []).length > 0 ? ' (mở rộng)' : ''}`;
}

/** `tháng 7 năm 2024`; months 1 and 2 with a zero, as in dates (document format, section 8). */
export function monthText(period: string): string {
  const month = Number(period.slice(5, 7));
  return `tháng ${month < 3 ? `0${month}` : month} năm ${period.slice(0, 4)}`;
}

export function quarterText(day: string): string {
  return `quý ${toRoman(Math.ceil(Number(day.slice(5, 7)) / 3))} năm ${day.slice(0, 4)}`;
}
