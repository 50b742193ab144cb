import { citeDocument } from '../../../documents/citation.ts';
import { postText } from '../../../officials/post-text.ts';
import { cleanText } from '../../../vietnamese/clean-text.ts';
import type { DraftBlock, WrittenParagraph } from '../../document.ts';
import { count, figureValue } from '../../figure.ts';
import { cited } from '../letters/wording.ts';
import { gap } from '../prose/gap.ts';
import { decapitalised, listed, type Phrase, say, sentence, written } from '../prose/phrases.ts';
import { figureRun } from '../prose/quotes.ts';
import type { Bc10Data } from './read.ts';
import { levelWords, roleWords } from './words.ts';

/** The parts of a remark in the handbook's order (section 4, BC-10). */
export function remarkBody(data: Bc10Data): DraftBlock[] {
  const { grasped, guided, resolved, proposals, relations, weaknesses, level } = data.remark.form;
  return [
    heading(1, 'Cán bộ được nhận xét'),
    ...official(data),
    heading(1, 'Kết quả thực hiện nhiệm vụ'),
    heading(2, 'Việc dự sinh hoạt, dự họp, làm việc tại địa bàn'),
    ...written('II.1', [visitsThere(data), againstQuota(data)]),
    ...block(2, 'II.2', 'Nắm tình hình, phổ biến chủ trương', grasped),
    ...block(2, 'II.3', 'Hướng dẫn, hỗ trợ, đôn đốc', guided),
    ...block(2, 'II.4', 'Khó khăn, vướng mắc đã giúp tháo gỡ', resolved),
    ...block(2, 'II.5', 'Đề xuất với cấp trên và kết quả', proposals),
    ...block(2, 'II.6', 'Quan hệ công tác', relations),
    ...block(1, 'III', 'Hạn chế', weaknesses),
    heading(1, 'Mức độ hoàn thành nhiệm vụ'),
    ...(level === null ? [gap('IV', 'mức độ hoàn thành nhiệm vụ')] : written('IV', [[levelWords[level]]])),
  ];
}

function official({ remark }: Bc10Data): WrittenParagraph[] {
  const { title, agency, role, committee, assignment_document: document } = remark;
  const post = postText(title, agency) ?? '';
  const task = role === null ? '' : `${roleWords[role]} ${committee}`;
  return [
    ...written('I.name', [[`Họ và tên: ${remark.official}`]], '-'),
    ...(post === '' ? [] : written('I.post', [[`Chức vụ, cơ quan: ${post}`]], '-')),
    ...(task === '' ? [] : written('I.task', [[`Nhiệm vụ được phân công: ${task}`]], '-')),
    ...(document === null ? [] : written('I.document', [[`Văn bản phân công: ${assignedBy(document)}`]], '-')),
  ];
}

/** `Quyết định 345-QĐ/HU` */
function assignedBy(numberSymbol: string): string {
  return citeDocument(cited({ numberSymbol, date: null, issuingBody: null }), 'later');
}

function visitsThere({ period, remark, made, eventKinds }: Bc10Data): Phrase {
  const visits = figureRun('II.1/visits', `Lượt dự tại ${remark.committee}`, count('visit', made.cellVisitIds));
  const there =
    made.cellVisitIds.length === 0
      ? say`trong năm ${String(period.year)}, chưa ghi nhận đồng chí dự sinh hoạt chi bộ tại ${remark.committee}`
      : say`trong năm ${String(period.year)}, đồng chí đã dự ${visits} buổi sinh hoạt chi bộ tại ${remark.committee}`;
  if (made.eventVisits.length === 0) return there;
  const events = [...Map.groupBy(made.eventVisits, ({ kind }) => kind)].map(([kind, same]): Phrase => {
    const label = eventKinds.get(kind) ?? kind;
    const ids = same.map(({ id }) => id);
    return say`${decapitalised(label)} ${figureRun(`II.1/${kind}`, label, count('event_visit', ids))} lần`;
  });
  return say`${there}; ${listed(events)}`;
}

/** The quota is one over all areas of the official (R27): it is told as such. */
function againstQuota({ remark, visits }: Bc10Data): Phrase | null {
  const row = visits.report.rows.find(({ key }) => key === remark.official_id) ?? null;
  if (row === null || visits.value('quota_year', row) === null) return null;
  const [made, quota] = [visits.run('visits', row), visits.run('quota_year', row)];
  const shortfall = figureValue(visits.figure('shortfall', row)) ?? 0;
  const result = shortfall > 0 ? say`còn thiếu ${visits.run('shortfall', row)} lượt` : ['đạt định mức'];
  return say`tính trên mọi địa bàn được phân công, đồng chí dự ${made}/${quota} lượt theo định mức năm, ${result}`;
}

/** What the committee wrote, a paragraph a line; where it wrote nothing, room for it. */
function block(level: 1 | 2, key: string, title: string, text: string | null): DraftBlock[] {
  const lines = cleanText(text ?? '')
    .split(/\n+/u)
    .filter((line) => line !== '');
  const paragraphs = lines.map((line, index): WrittenParagraph => {
    const { mark = null, rest = line } = /^(?<mark>[-+]) ?(?<rest>.+)$/u.exec(line)?.groups ?? {};
    const own = index === 0 ? key : `${key}.${index + 1}`;
    const runs = sentence([rest]);
    return mark === '-' || mark === '+'
      ? { kind: 'written', key: own, mark, runs }
      : { kind: 'written', key: own, runs };
  });
  return [heading(level, title), ...(paragraphs.length > 0 ? paragraphs : [gap(key, decapitalised(title))])];
}

function heading(level: 1 | 2, text: string): DraftBlock {
  return { kind: 'heading', level, text };
}
