import type { Signature } from '../../../documents/model.ts';
import { formatShortDate } from '../../../vietnamese/dates.ts';
import type { DocumentDraft, WrittenParagraph } from '../../document.ts';
import { extractIssuer, meetingName, minutesSignature, minutesSubject } from './build-minutes.ts';
import { voteText } from './course.ts';
import type { AgendaItem, MinutesData } from './minutes-data.ts';
import { dateText, rate } from './opening.ts';
import { comrade, count, longGap, person, sentence } from './wording.ts';

/**
 * Trích biên bản: time, place and who was there, then each item of the agenda and each vote as a paragraph of its own, so
 * that the clerk leaves out what the extract is not about (document format, 6.1). Certified below the two signatures.
 */
export function buildExtract(data: MinutesData): DocumentDraft {
  const items = itemsOf(data);
  return {
    name: `Trích biên bản ${data.cell} ${data.date ?? data.period}`,
    day: data.day,
    organisationId: data.cellId,
    ...extractIssuer(data),
    subject: extractSubject(data),
    addressees: null,
    body: [
      { kind: 'heading', level: 1, text: 'Thời gian, địa điểm, thành phần' },
      written('meeting', meetingText(data)),
      written('present', presentText(data)),
      written('leading', `Chủ trì: ${person(data.chair)}. Thư ký: ${person(data.secretary)}.`),
      { kind: 'heading', level: 1, text: 'Nội dung' },
      ...(items.length > 0 ? items : [written('content', longGap)]),
      written('true-copy', `Trích đúng theo biên bản ${minutesSubject(data)}, ngày ${dateText(data.date)}.`),
    ],
    recipients: [],
    annexes: [],
    signature: extractSignature(data),
    certified: true,
    omits: ['number'],
  };
}

/** `hội nghị chi bộ, ngày 05/7/2024`; of a committee or a congress as its minutes say. */
function extractSubject(data: MinutesData): string {
  const { kind, organisationKind } = data;
  const isCell = organisationKind === 'cell' || organisationKind === 'grassroots_cell';
  const meeting = !isCell || kind === 'congress' ? minutesSubject(data) : meetingName(kind);
  return data.date === null ? meeting : `${meeting}, ngày ${formatShortDate(data.date)}`;
}

/** `Ghi biên bản` and `Chủ trì`, on the sides on which they signed the minutes (6.1). */
function extractSignature(data: MinutesData): Signature {
  const signature = minutesSignature(data);
  if (signature.kind !== 'pair') return signature;
  const shorter = { 'Người ghi biên bản': 'Ghi biên bản', 'Chủ trì hội nghị': 'Chủ trì' };
  const short = (role: string) => Object.entries(shorter).find(([long]) => long === role)?.[1] ?? role;
  const [left, right] = [signature.left, signature.right].map((who) => ({ ...who, role: short(who.role) }));
  return { ...signature, ...(left && { left }), ...(right && { right }) };
}

function meetingText({ cell, date, place, kind }: MinutesData): string {
  const where = place === null ? '' : `, tại ${place}`;
  return `Ngày ${dateText(date)}${where}, ${cell} tổ chức ${meetingName(kind)}.`;
}

function presentText({ members, due, present, absentExcused, absentUnexcused }: MinutesData): string {
  const absent = [
    `vắng có lý do: ${count(absentExcused.count)} đồng chí`,
    `vắng không lý do: ${count(absentUnexcused.count)} đồng chí`,
  ];
  return (
    `Tổng số đảng viên: ${count(members.total)} đồng chí (chính thức: ${count(members.full)}, dự bị: ` +
    `${count(members.probationary)}); có mặt: ${count(present.total)}/${count(due)} đồng chí phải dự, ` +
    `đạt ${rate(present.total, due)}; ${absent.join('; ')}.`
  );
}

function itemsOf({ agenda, conclusion, votes }: MinutesData): WrittenParagraph[] {
  return [
    ...agenda.map((item, index) => written(`agenda/${index + 1}`, itemText(item), 'clause')),
    ...(conclusion === null ? [] : [written('conclusion', sentence(`Kết luận của chủ trì: ${conclusion}`), 'clause')]),
    ...votes.map((vote, index) => written(`vote/${index + 1}`, `Biểu quyết: ${voteText(vote)}`, 'clause')),
  ];
}

/** What was said and concluded on one item, in one paragraph. */
function itemText({ title, content, opinions, conclusion }: AgendaItem): string {
  const said = [
    ...(content === null ? [] : [content]),
    ...opinions.map(({ speaker, content: opinion }) => `Ý kiến của ${comrade(speaker)}: ${opinion}`),
    ...(conclusion === null ? [] : [`Kết luận của chủ trì: ${conclusion}`]),
  ].flatMap((text) => text.split(/\n+/u));
  return [sentence(title), ...said.map((text) => sentence(text.trim()))].join(' ');
}

function written(key: string, text: string, mark?: 'clause'): WrittenParagraph {
  return { kind: 'written', key, runs: [text], ...(mark && { mark }) };
}
