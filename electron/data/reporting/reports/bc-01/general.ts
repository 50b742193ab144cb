import { citeDocument } from '../../../documents/citation.ts';
import type { DraftBlock, WrittenParagraph } from '../../document.ts';
import { count, type FigureRow, sum, unknown } from '../../figure.ts';
import {
  cited,
  clockText,
  dayText,
  ended,
  fact,
  meetingNames,
  monthText,
  orGap,
  roleNames,
} from '../letters/wording.ts';
import { say } from '../prose/phrases.ts';
import type { VisitPaper } from './read.ts';

/** Who went where, under what decision, and which visit of the year it was (BC-01, "Thông tin chung"). */
export function generalBlocks(paper: VisitPaper): DraftBlock[] {
  const { facts } = paper;
  return [
    opening(paper),
    { kind: 'paragraph', runs: [{ text: 'Thông tin chung', bold: true }] },
    item('person', [`Họ và tên: ${paper.official}; chức vụ, đơn vị: ${ended(orGap(facts.post))}`]),
    item('assigned', [assignedText(paper)]),
    item('cell', [
      `Chi bộ dự: ${cellText(paper)}; kỳ sinh hoạt: ${monthText(paper.month)}; loại hình: ${kindText(paper)}.`,
    ]),
    item('time', [`Thời gian: ${hoursText(paper)}; địa điểm: ${ended(orGap(facts.place))}`]),
    item('chair', [`Chủ trì: đồng chí ${ended(orGap(facts.chair))}`]),
    item('secretary', [`Thư ký: đồng chí ${ended(orGap(facts.secretary))}`]),
    inYear(paper),
  ];
}

/** `Chi bộ thôn 4, Đảng bộ xã Hướng Sơn` */
export function cellText({ cell, grassroots }: Pick<VisitPaper, 'cell' | 'grassroots'>): string {
  return grassroots === null ? cell : `${cell}, ${grassroots}`;
}

export function kindText({ facts: { kind } }: VisitPaper): string {
  return kind === null ? 'sinh hoạt chi bộ' : meetingNames[kind];
}

function opening(paper: VisitPaper): WrittenParagraph {
  const { decision, onBehalfOf } = paper;
  const under = decision === null ? '' : `Thực hiện ${citeDocument(cited(decision), 'first')}, `;
  const instead = onBehalfOf === null ? '' : `, dự thay đồng chí ${onBehalfOf}`;
  const when = paper.date === null ? monthText(paper.month) : `ngày ${dayText(paper.date)}`;
  const text = `${under}${when} tôi dự ${kindText(paper)} ${monthText(paper.month)} của ${cellText(paper)}${instead}. Kết quả như sau:`;
  return { kind: 'written', key: 'opening', runs: [text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)] };
}

function assignedText({ titleGroup, role, decision }: VisitPaper): string {
  const group = titleGroup === null ? '' : `Nhóm chức danh: ${titleGroup}; nhiệm`;
  const task = role === null ? 'không có trong danh sách phân công chi bộ này' : roleNames[role];
  const document = decision === null ? '' : `; văn bản phân công: ${citeDocument(cited(decision), 'later')}`;
  return `${group === '' ? 'Nhiệm' : group} vụ được phân công: ${task}${document}.`;
}

function hoursText({ facts: { started_at, ended_at }, minutes, date }: VisitPaper): string {
  const lasted = minutes === null ? '' : ` (${minutes} phút)`;
  return `từ ${clockText(started_at)} đến ${clockText(ended_at)}, ngày ${dayText(date)}${lasted}`;
}

/** "Lần dự thứ … trong năm / định mức …" */
function inYear({ inYear: { visitIds, quota }, month }: VisitPaper): WrittenParagraph {
  const year = month.slice(0, 4);
  if (visitIds === null) return item('in-year', ['Lượt dự này không tính vào định mức của năm.']);
  const nth = fact('in-year', `Lượt dự tính vào định mức năm ${year}, đến lượt này`, count('visit', visitIds));
  const rows = (quota ?? []).map(({ source, id, amount }): FigureRow => ({ entity: source, id, amount, note: null }));
  const asked = fact('quota', `Định mức năm ${year}`, quota === null ? unknown : { how: 'sum', rows });
  return item('in-year', say`Lần dự thứ ${nth} trong năm ${year}; định mức cả năm: ${asked} lần.`);
}

export function item(key: string, runs: WrittenParagraph['runs']): WrittenParagraph {
  return { kind: 'written', key, mark: '-', runs };
}

/** One column of the meeting as a figure; unknown where the register does not say (R42). */
export function ofMeeting({ meetingId }: VisitPaper, amount: number | null) {
  return amount === null ? unknown : sum('meeting', [{ id: meetingId }], () => amount);
}
