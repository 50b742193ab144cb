import type { WrittenParagraph } from '../../document.ts';
import { count } from '../../figure.ts';
import { clauses, decapitalised, listed, type Phrase, say, written } from '../prose/phrases.ts';
import { figureRun, type Quotes, rowsBehind } from '../prose/quotes.ts';
import { lowCells, lowRun } from './attendance.ts';
import { grouped } from './cells.ts';
import type { Bc09Data } from './data.ts';
import { reasonText } from './reasons.ts';
import { unitText } from './regularity.ts';
import { missingByQuarter } from './themes.ts';
import { shortOfficials } from './visits.ts';

/** Causes named: a year has many, most of them once. */
const causesNamed = 5;

/** III. Hạn chế, nguyên nhân: what part II named, by number, and the causes that were written down. */
export function weaknesses(data: Bc09Data): WrittenParagraph[] {
  const said = [
    ...written('III.regularity', [ofCells(data)], '-'),
    ...written('III.content', [ofContent(data)], '-'),
    ...written('III.visits', [ofVisits(data)], '-'),
    ...written('III.petitions', [ofPetitions(data)], '-'),
    ...written('III.causes', [causes(data)]),
  ];
  return said.length > 0 ? said : written('III.none', [['không có']]);
}

function ofCells(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  return together('về nền nếp: còn', [
    ...some(meetings, 'cells_not_met', `${unitText(data)} không sinh hoạt`),
    ...some(meetings, 'cells_not_reported', `${unitText(data)} chưa báo cáo`),
    ...some(meetings, 'met_other_day_unapproved', 'buổi sinh hoạt khác ngày khi chưa được đồng ý'),
    ...some(meetings, 'meetings_below_minimum', 'buổi dưới thời lượng quy định'),
    ...(lowCells(data).length === 0
      ? []
      : [
          say`${lowRun(data)} chi bộ có tỷ lệ đảng viên dự sinh hoạt dưới ${String(data.exceptions.low_attendance_percent)}%`,
        ]),
  ]);
}

function ofContent(data: Bc09Data): Phrase | null {
  const { meetings } = data.now;
  const missing = missingByQuarter(data).map(({ name, figure }) => {
    const run = figureRun(`II.3.missing/${name}`, `Chi bộ chưa sinh hoạt chuyên đề ${name}`, figure);
    return say`${run} chi bộ chưa sinh hoạt chuyên đề ${name}`;
  });
  return together('về nội dung, chất lượng: còn', [
    ...missing,
    ...some(meetings, 'grade_poor', 'buổi xếp loại kém'),
    ...some(meetings, 'grade_average', 'buổi xếp loại trung bình'),
    ...some(meetings, 'not_graded', 'buổi chưa được xếp loại'),
  ]);
}

function ofVisits(data: Bc09Data): Phrase | null {
  const { visits } = data.now;
  const short = shortOfficials(data).map(({ key }) => key);
  return together('về việc dự sinh hoạt: còn', [
    ...(short.length === 0
      ? []
      : [
          say`${figureRun('II.5.short', 'Cán bộ chưa đạt định mức', count('official', short))} đồng chí chưa đạt định mức`,
        ]),
    ...some(visits, 'missed_without_reason', 'lượt vắng theo lịch không có lý do'),
    ...some(visits, 'reports_late', 'báo cáo kết quả dự nộp chậm'),
  ]);
}

function ofPetitions(data: Bc09Data): Phrase | null {
  const { petitions } = data.now;
  return together('về ý kiến, kiến nghị: còn', [
    ...some(petitions, 'overdue', 'việc quá hạn chưa được trả lời'),
    ...some(petitions, 'matters_unresolved', 'việc chưa giải quyết được'),
  ]);
}

/** What was written down as the cause: of a month without a meeting, of a visit that was missed. */
function causes(data: Bc09Data): Phrase | null {
  const { now, meetings, missedReasons } = data;
  const notHeld = causesOf('III.causes.meetings', 'Không sinh hoạt', {
    reasons: grouped(rowsBehind(now.meetings.figure('cells_not_met')), ({ id }) => {
      const reason = meetings.get(id)?.notHeldReason ?? null;
      return reason === null ? null : reasonText(reason);
    }),
    unit: unitText(data),
  });
  const missed = causesOf('III.causes.visits', 'Vắng theo lịch dự', {
    reasons: grouped(rowsBehind(now.visits.figure('missed_with_reason')), ({ id }) => {
      const reason = missedReasons.get(id) ?? null;
      return reason === null ? null : decapitalised(reason);
    }),
    unit: 'lượt',
  });
  const parts = [
    ...(notHeld === null ? [] : [say`chi bộ không sinh hoạt do ${notHeld}`]),
    ...(missed === null ? [] : [say`cán bộ vắng theo lịch do ${missed}`]),
  ];
  return parts.length === 0 ? null : say`nguyên nhân đã ghi nhận: ${clauses(parts)}`;
}

function causesOf(
  key: string,
  label: string,
  { reasons, unit }: { reasons: ReturnType<typeof grouped>; unit: string },
): Phrase | null {
  if (reasons.length === 0) return null;
  return listed(
    reasons.slice(0, causesNamed).map(({ word, rows }): Phrase => {
      const run = figureRun(`${key}/${word}`, `${label}: ${word}`, { how: 'count', rows });
      return say`${word} (${run} ${unit})`;
    }),
  );
}

function together(lead: string, parts: readonly Phrase[]): Phrase | null {
  return parts.length === 0 ? null : say`${lead} ${listed(parts)}`;
}

function some(quotes: Quotes, column: string, words: string): Phrase[] {
  return quotes.some(column) ? [say`${quotes.run(column)} ${words}`] : [];
}
