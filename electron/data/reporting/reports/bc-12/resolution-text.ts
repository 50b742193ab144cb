import { cleanText } from '../../../vietnamese/clean-text.ts';
import { formatShortDate } from '../../../vietnamese/dates.ts';
import { formatInteger, formatPercent1 } from '../../../vietnamese/numbers.ts';
import type { DraftBlock, FigureRun, WrittenParagraph } from '../../document.ts';
import { count as counted, type Figure, figureValue, ratio, sum } from '../../figure.ts';
import { monthText } from '../bc-11/build-minutes.ts';
import type { AgendaItem, MinutesData } from '../bc-11/minutes-data.ts';
import { comrade, gap, longGap, sentence } from '../bc-11/wording.ts';
import type { ResolutionData } from './resolution-data.ts';

/** A line to be written by the clerk, on the screen or by hand. */
const dots = '…'.repeat(26);

/**
 * A text of the meeting as paragraphs the clerk may write anew; nothing recorded leaves a line of dots, and a form to be
 * written on by hand leaves `lines`.
 */
export function writtenText(key: string, text: string | null, blank: boolean, lines = 3): DraftBlock[] {
  const cleaned = cleanText(text ?? '');
  if (cleaned === '') return blank ? [{ kind: 'dotted', lines }] : [{ kind: 'written', key, runs: [dots] }];
  return cleaned.split(/\n+/u).map((line, index): WrittenParagraph => {
    const [, mark, rest] = /^([-+]) ?(.+)$/u.exec(line) ?? [];
    const runs = [sentence(rest ?? line)];
    const paragraph = { kind: 'written', key: index === 0 ? key : `${key}-${index + 1}`, runs } as const;
    return mark === '-' || mark === '+' ? { ...paragraph, mark } : paragraph;
  });
}

/** `Ngày 05/7/2024, Chi bộ … họp phiên thường kỳ …`: who was there, by the counts of the minutes (document format, 6.5). */
export function openingText({ minutes, meetingId }: ResolutionData): WrittenParagraph {
  const { cell, date, members, due, present, chair } = minutes;
  const figure = (key: string, label: string, amount: number | null) =>
    meetingId === null || amount === null
      ? amount === null
        ? gap
        : formatInteger(amount)
      : run(
          key,
          label,
          sum('meeting', [{ id: meetingId, amount }], (one) => one.amount),
          formatInteger(amount),
        );
  const day = date === null ? `${gap}/${gap}/${gap}` : formatShortDate(date);
  return {
    kind: 'written',
    key: 'opening',
    runs: [
      `Ngày ${day}, ${cell} ${sessionText(minutes)}. Chi bộ có `,
      figure('members', 'Đảng viên của chi bộ', members.total),
      ' đảng viên',
      ...(members.exempt === 0
        ? []
        : [
            ', trong đó ',
            figure('exempt', 'Đảng viên được miễn công tác và sinh hoạt đảng', members.exempt),
            ' đảng viên được miễn công tác và sinh hoạt đảng',
          ]),
      '; có mặt ',
      figure('present', 'Đảng viên có mặt', present.total),
      '/',
      figure('due', 'Đảng viên phải dự', due),
      ' đảng viên phải dự, đạt ',
      rateRun(meetingId, present.total, due),
      `. Sau khi nghe ${chair === null ? `đồng chí ${longGap}` : comrade(chair.name)} trình bày dự thảo nghị quyết và thảo luận theo biên bản của buổi sinh hoạt, Chi bộ thống nhất quyết nghị:`,
    ],
  };
}

function rateRun(meetingId: string | null, present: number | null, due: number | null): string | FigureRun {
  if (meetingId === null || present === null || due === null) return `${gap}%`;
  const of = (amount: number) => sum('meeting', [{ id: meetingId, amount }], (one) => one.amount);
  const figure = ratio(of(present), of(due));
  const value = figureValue(figure);
  return value === null ? '-' : run('rate', 'Tỷ lệ đảng viên dự sinh hoạt', figure, `${formatPercent1(value)}%`);
}

function sessionText({ kind, period, theme }: MinutesData): string {
  const month = monthText(period);
  const named = `chuyên đề "${theme ?? longGap}"`;
  switch (kind) {
    case 'thematic':
      return `sinh hoạt ${named}`;
    case 'regular_with_thematic':
      return `họp phiên thường kỳ ${month} kết hợp sinh hoạt ${named}`;
    case 'extraordinary':
      return `họp phiên đột xuất ${month}`;
    default:
      return `họp phiên thường kỳ ${month}`;
  }
}

/** How many tasks of before were heard of, and how many were done. */
export function heardText({ heard }: ResolutionData): WrittenParagraph {
  const ids = (done: boolean | null) => heard.filter((task) => task.done === done).map(({ id }) => id);
  const figure = (key: string, label: string, of: readonly string[]) =>
    run(key, label, counted('task', of), formatInteger(of.length));
  const [met, unmet, open] = [ids(true), ids(false), ids(null)];
  return {
    kind: 'written',
    key: 'prior-tasks',
    runs: [
      'Chi bộ nghe kết quả thực hiện ',
      figure(
        'tasks-heard',
        'Nhiệm vụ kỳ trước đã nghe kết quả',
        heard.map(({ id }) => id),
      ),
      ' nhiệm vụ của kỳ trước: hoàn thành ',
      figure('tasks-done', 'Nhiệm vụ đã hoàn thành', met),
      ', chưa hoàn thành ',
      figure('tasks-not-done', 'Nhiệm vụ chưa hoàn thành', unmet),
      ...(open.length === 0 ? [] : [', đang thực hiện ', figure('tasks-open', 'Nhiệm vụ đang thực hiện', open)]),
      '.',
    ],
  };
}

function run(key: string, label: string, figure: Figure, text: string): FigureRun {
  return { key, label, figure, text };
}

const topics = {
  plan: /phương hướng|nhiệm vụ (?:tháng )?(?:sau|tới)|nhiệm vụ,? giải pháp/iu,
  results: /đánh giá|kết quả|kiểm điểm|tháng trước|kỳ trước/iu,
  political: /tư tưởng|thời sự|chủ trương|quán triệt|hồ chí minh/iu,
  theme: /chuyên đề/iu,
} as const;

export type Topic = keyof typeof topics;

/** What was said of a matter under the items of the agenda that deal with it, each item under the first it fits. */
export function agendaText(agenda: readonly AgendaItem[], topic: Topic): string | null {
  const said = agenda
    .filter(({ title }) => topicOf(title) === topic)
    .flatMap(({ content, conclusion }) => [content, conclusion])
    .filter((text) => text !== null && text.trim() !== '');
  return said.length === 0 ? null : said.join('\n');
}

function topicOf(title: string): Topic | null {
  if (/chất lượng/iu.test(title)) return null;
  const order: readonly Topic[] = ['theme', 'plan', 'results', 'political'];
  return order.find((topic) => topics[topic].test(title)) ?? null;
}
