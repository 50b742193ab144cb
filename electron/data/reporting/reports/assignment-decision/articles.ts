import { citeDocument } from '../../../documents/citation.ts';
import { partyOrganisationName } from '../../../organisations/party-organisation-name.ts';
import type { DraftBlock, WrittenParagraph } from '../../document.ts';
import { count } from '../../figure.ts';
import { cited, dayText, fact } from '../letters/wording.ts';
import { type Phrase, say } from '../prose/phrases.ts';
import type { DecisionPaper } from './read.ts';

/** Grounds, the line of the decision and its articles (document format, 4.4). */
export function decisionBody(paper: DecisionPaper): DraftBlock[] {
  const { office } = paper;
  return [
    ...grounds(paper),
    { kind: 'resolution', body: `Ban Thường vụ ${office.name}`, verb: 'quyết định' },
    article('assigned', assignedText(paper)),
    written('duties', [
      `Các đồng chí có tên trong danh sách dự sinh hoạt đủ số lần được giao; nắm tình hình, thông tin chủ trương, giải đáp và tiếp nhận kiến nghị của chi bộ; báo cáo kết quả về Ban Thường vụ ${office.name} (qua ${office.advisory_body}) trong ${paper.reportDays} ngày sau mỗi lần dự.`,
    ]),
    article('executors', [
      `${office.advisory_body}, các ${hasCommittees(paper) ? 'đảng ủy, ' : ''}chi bộ có cán bộ dự sinh hoạt và các đồng chí có tên trong danh sách chịu trách nhiệm thi hành Quyết định này.`,
    ]),
    article('effect', [`Quyết định này có hiệu lực từ ngày ký.`]),
  ];
}

/** Whether there are committees below the office; the cells of a commune's office have none above them but its own. */
function hasCommittees({ list, office }: DecisionPaper): boolean {
  const own = partyOrganisationName(office.name);
  return [...list.rows, ...list.cells].some(({ place }) =>
    place.isCell ? place.grassroots !== null && place.grassroots !== own : place.name !== own,
  );
}

/** One a line, upright; the last ends with a comma, since the line of the decision follows (document format, 4.4). */
function grounds({ office, regulations, term }: DecisionPaper): DraftBlock[] {
  const ofTerm = term === null ? '' : `, nhiệm kỳ ${term}`;
  const texts = [
    ['charter', 'Căn cứ Điều lệ Đảng Cộng sản Việt Nam;'],
    ['working-rules', `Căn cứ Quy chế làm việc của Ban Chấp hành ${partyOrganisationName(office.name)}${ofTerm};`],
    ...regulations.map((regulation) => [
      `regulation/${regulation.id}`,
      `Căn cứ ${citeDocument(citedRegulation(regulation), 'first')};`,
    ]),
    ['proposal', `Theo đề nghị của ${office.advisory_body},`],
  ];
  return texts.map(([key = '', text = '']) => ({ kind: 'written', key: `grounds/${key}`, mark: '-', runs: [text] }));
}

/** What assigns is a Quy định: its symbol says QĐ as a Quyết định's does (document format, 4.2). */
function citedRegulation({ number_symbol, date, issuing_body, subject }: DecisionPaper['regulations'][number]) {
  const document = cited({ numberSymbol: number_symbol, date, issuingBody: issuing_body, subject });
  return document.kind === 'Quyết định' ? { ...document, kind: 'Quy định' } : document;
}

function assignedText({ list: { rows } }: DecisionPaper): Phrase {
  const officials = [...new Set(rows.map(({ officialId }) => officialId))];
  const placesOf = (isCell: boolean) => [
    ...new Set(rows.filter(({ place }) => place.isCell === isCell).map(({ place }) => place.id)),
  ];
  const [cells, communes] = [placesOf(true), placesOf(false)];
  const people = fact('officials', 'Cán bộ được phân công', count('official', officials));
  const toCells = say`dự sinh hoạt ${fact('cells', 'Chi bộ có cán bộ được phân công', count('organisation', cells))} chi bộ`;
  const toCommunes = say`phụ trách, theo dõi ${fact('communes', 'Đảng bộ có cán bộ phụ trách', count('organisation', communes))} đảng bộ`;
  const where = [cells.length === 0 ? null : toCells, communes.length === 0 ? null : toCommunes].filter(
    (part) => part !== null,
  );
  const joined: Phrase = where.flatMap((part, index): Phrase => (index === 0 ? part : [', ', ...part]));
  return say`Phân công ${people} đồng chí cấp ủy viên, cán bộ ${joined} (danh sách kèm theo)${timeText(rows)}.`;
}

/** `, thời gian thực hiện từ ngày 01/01/2024`: where all begin together. */
function timeText(rows: DecisionPaper['list']['rows']): string {
  const [from, ...others] = [...new Set(rows.map(({ valid_from }) => valid_from))];
  return from && others.length === 0 ? `, thực hiện từ ngày ${dayText(from)}` : '';
}

function article(key: string, runs: Phrase): WrittenParagraph {
  return { kind: 'written', key, mark: 'article', runs };
}

function written(key: string, runs: Phrase): WrittenParagraph {
  return { kind: 'written', key, runs };
}
