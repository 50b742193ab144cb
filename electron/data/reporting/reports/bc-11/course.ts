import type { Block } from '../../../documents/model.ts';
import { formatShortDate } from '../../../vietnamese/dates.ts';
import type { AgendaItem, MinutesData, Opinion, PriorTask, Rating, Task, Vote } from './minutes-data.ts';
import { clockText, dateText, rate } from './opening.ts';
import { capitalised, comrade, count, gap, item, longGap, score, sentence, textBlocks } from './wording.ts';

const grades = { good: 'Tốt', fair: 'Khá', average: 'Trung bình', poor: 'Kém' } as const;

/** Printed with room to write when no agenda is recorded (document format, 6.2 item 2). */
const usualAgenda = [
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'Thông tin thời sự, chủ trương mới; quán triệt văn bản của cấp trên',
  'Đánh giá kết quả thực hiện nhiệm vụ tháng trước',
  'Nhiệm vụ tháng sau và phân công đảng viên thực hiện',
];

/** Parts II to the last: content, theme, discussion, vote, closing (document format, 6.2 and 6.3). */
export function courseBlocks(data: MinutesData): Block[] {
  return [...contentBlocks(data), ...discussionBlocks(data), ...voteBlocks(data), ...closingBlocks(data)];
}

/** A combined meeting runs the regular part first, then the theme (HD 42; cells-and-visits 2.3). */
function contentBlocks(data: MinutesData): Block[] {
  if (data.kind === 'thematic') return [...themeBlocks(data, data.agenda), ...priorTaskBlocks(data.priorTasks)];
  const agenda = data.agenda.length > 0 || data.kind === 'congress' ? data.agenda : usual(data);
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: 'Nội dung' },
    ...priorTaskBlocks(data.priorTasks),
    ...agendaBlocks(agenda),
  ];
  if (agenda.length === 0) blocks.push(...textBlocks(null));
  return data.kind === 'regular_with_thematic' ? [...blocks, ...themeBlocks(data, [])] : blocks;
}

/** The table one ward's resolution prints (cells handbook 3.4): what was to be done, how it stood, what came of it. */
function priorTaskBlocks(tasks: readonly PriorTask[]): Block[] {
  if (tasks.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Kết quả thực hiện nhiệm vụ kỳ trước' },
    {
      kind: 'table',
      columns: [
        { width: 1, align: 'center' },
        { width: 6, align: 'left' },
        { width: 4, align: 'left' },
        { width: 5, align: 'left' },
      ],
      head: [
        [{ text: 'TT' }, { text: 'Nhiệm vụ đề ra' }, { text: 'Tình trạng đầu kỳ' }, { text: 'Kết quả thực hiện' }],
      ],
      rows: tasks.map((entry, index) => [
        { text: String(index + 1) },
        { text: entry.person === null ? entry.content : `${entry.content} (${comrade(entry.person)})` },
        { text: entry.openingState ?? '' },
        { text: [doneText(entry.done), entry.outcome].filter(Boolean).join(': ') },
      ]),
    },
  ];
}

function doneText(done: boolean | null): string | null {
  if (done === null) return null;
  return done ? 'Hoàn thành' : 'Chưa hoàn thành';
}

function usual(data: MinutesData): AgendaItem[] {
  const titles = data.kind === 'regular' || data.kind === 'regular_with_thematic' ? usualAgenda : [longGap];
  return titles.map((title) => ({ title, content: null, opinions: [], conclusion: null }));
}

/** Part II of a thematic meeting bears the theme's name; the assigned member gives the introductory report (6.3). */
function themeBlocks(data: MinutesData, agenda: readonly AgendaItem[]): Block[] {
  const presenter = data.presenter === null ? `đồng chí ${longGap}` : comrade(data.presenter);
  return [
    { kind: 'heading', level: 1, text: `Chuyên đề: ${data.theme ?? longGap}` },
    { kind: 'paragraph', runs: [{ text: `${capitalised(presenter)} trình bày báo cáo đề dẫn.` }] },
    ...(agenda.length > 0 ? agendaBlocks(agenda) : textBlocks(null)),
  ];
}

function agendaBlocks(agenda: readonly AgendaItem[]): Block[] {
  return agenda.flatMap((entry): Block[] => [
    { kind: 'heading', level: 2, text: entry.title },
    ...textBlocks(entry.content),
  ]);
}

/** Each speaker's opinion under the speaker's name; the chair concludes on each item (6.2 item 3). */
function discussionBlocks(data: MinutesData): Block[] {
  const discussed = data.agenda.filter((entry) => entry.opinions.length > 0 || entry.conclusion !== null);
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: 'Diễn biến, thảo luận' }];
  for (const entry of discussed) {
    blocks.push({ kind: 'heading', level: 2, text: entry.title }, ...entry.opinions.map(opinion));
    blocks.push(conclusion('Kết luận của chủ trì', entry.conclusion));
  }
  if (data.opinions.length > 0 && discussed.length > 0) blocks.push({ kind: 'heading', level: 2, text: 'Ý kiến khác' });
  blocks.push(...data.opinions.map(opinion));
  if (data.opinions.length === 0 && discussed.length === 0)
    blocks.push(opinion({ speaker: longGap, content: longGap }));
  if (data.conclusion !== null || discussed.length === 0) {
    blocks.push(conclusion('Kết luận chung của chủ trì', data.conclusion));
  }
  if (data.tasks.length > 0) {
    blocks.push({ kind: 'heading', level: 2, text: 'Phân công nhiệm vụ' }, ...data.tasks.map(task));
  }
  return blocks;
}

function opinion({ speaker, content }: Opinion): Block {
  return item({ text: `${capitalised(comrade(speaker))}: `, italic: true }, { text: sentence(content) });
}

function conclusion(label: string, text: string | null): Block {
  return { kind: 'paragraph', runs: [{ text: `${label}: `, bold: true }, { text: sentence(text ?? longGap) }] };
}

function task({ content, person, dueDate }: Task): Block {
  const who = person === null ? '' : ` - ${comrade(person)}`;
  const when = dueDate === null ? '' : ` - thời hạn: ${formatShortDate(dueDate)}`;
  return item({ text: sentence(content.replace(/[.;,]$/u, '') + who + when) });
}

const noVote: Vote = {
  subject: longGap,
  inFavour: null,
  base: null,
  against: null,
  other: null,
  outcome: 'unknown',
};

const outcomes = { passed: ['được thông qua'], not_passed: ['không được thông qua'], unknown: [] } as const;

function voteBlocks({ votes, rating }: MinutesData): Block[] {
  const listed: readonly Vote[] = votes.length > 0 ? votes : [noVote];
  return [{ kind: 'heading', level: 1, text: 'Biểu quyết' }, ...listed.map(vote), ratingBlock(rating)];
}

/** In favour of those entitled, the rate, and whether that carries it (6.2 item 4; R17, R19). */
function vote({ subject, inFavour, base, against, other, outcome }: Vote): Block {
  const others = [
    ...(against === null ? [] : [`không tán thành: ${count(against)}`]),
    ...(other === null ? [] : [`ý kiến khác: ${count(other)}`]),
    ...outcomes[outcome],
  ];
  const result = `tán thành ${count(inFavour)}/${count(base)} đồng chí, đạt ${rate(inFavour, base)}`;
  return item({ text: sentence([`${subject}: ${result}`, ...others].join('; ')) });
}

function ratingBlock({ score: points, grade }: Rating): Block {
  const graded = grade === null ? gap : grades[grade];
  return item({ text: sentence(`Đánh giá chất lượng buổi sinh hoạt: ${score(points)} điểm, xếp loại: ${graded}`) });
}

/** The closing sentence (6.2 item 5). */
function closingBlocks({ endedAt, date, readBack }: MinutesData): Block[] {
  const read = readBack === false ? '' : ', đã được đọc lại cho những người có mặt cùng nghe và nhất trí với nội dung';
  const text = `Biên bản kết thúc vào lúc ${clockText(endedAt)}, ngày ${dateText(date)}${read}.`;
  return [
    { kind: 'heading', level: 1, text: 'Kết thúc' },
    { kind: 'paragraph', runs: [{ text }] },
  ];
}
