import type { Block, Table } from '../../../documents/model.ts';
import { formatShortDate } from '../../../vietnamese/dates.ts';
import type { AgendaItem, MinutesData, Opinion, PriorTask, Rating, Task, Vote } from './minutes-data.ts';
import { clockText, dateText, rate } from './opening.ts';
import { capitalised, comrade, count, gap, grades, item, longGap, score, sentence, textBlocks } from './wording.ts';

/** What is dealt with in general: results of earlier tasks, then the agenda. */
export function contentBlocks(data: MinutesData): Block[] {
  const agenda = data.agenda.length > 0 ? data.agenda : usual(data);
  const blocks = [...priorTaskBlocks(data.priorTasks), ...agendaBlocks(agenda, data)];
  return agenda.length === 0 ? [...blocks, ...textBlocks(null, room(data))] : blocks;
}

/** Lines to write on under one heading. */
const room = ({ blank }: MinutesData) => (blank ? 5 : 2);

function priorTaskBlocks(tasks: readonly PriorTask[]): Block[] {
  if (tasks.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: 'Kết quả thực hiện nhiệm vụ kỳ trước' }, priorTaskTable(tasks)];
}

/** The table one ward's resolution prints (cells handbook 3.4): what was to be done, how it stood, what came of it. */
export function priorTaskTable(tasks: readonly PriorTask[]): Table {
  return {
    kind: 'table',
    columns: [
      { width: 1, align: 'center' },
      { width: 6, align: 'left' },
      { width: 4, align: 'left' },
      { width: 5, align: 'left' },
    ],
    head: [[{ text: 'TT' }, { text: 'Nhiệm vụ đề ra' }, { text: 'Tình trạng đầu kỳ' }, { text: 'Kết quả thực hiện' }]],
    rows: tasks.map((entry, index) => [
      { text: String(index + 1) },
      { text: entry.person === null ? entry.content : `${entry.content} (${comrade(entry.person)})` },
      { text: entry.openingState ?? '' },
      { text: [doneText(entry.done), entry.outcome].filter(Boolean).join(': ') },
    ]),
  };
}

function doneText(done: boolean | null): string | null {
  if (done === null) return null;
  return done ? 'Hoàn thành' : 'Chưa hoàn thành';
}

function usual({ usualAgenda }: MinutesData): AgendaItem[] {
  return usualAgenda.map((title) => ({ title, content: null, opinions: [], conclusion: null }));
}

/**
 * The theme: the assigned member gives the introductory report (6.3). A thematic meeting has its whole agenda here; a
 * combined one runs the regular part first, then the theme (HD 42; cells handbook 2.3).
 */
export function themeBlocks(data: MinutesData): Block[] {
  const presenter = data.presenter === null ? `đồng chí ${longGap}` : comrade(data.presenter);
  const agenda = data.kind === 'thematic' ? data.agenda : [];
  return [
    { kind: 'paragraph', runs: [{ text: `${capitalised(presenter)} trình bày báo cáo đề dẫn.` }] },
    ...(agenda.length > 0 ? agendaBlocks(agenda, data) : textBlocks(null, room(data))),
    ...(data.kind === 'thematic' ? priorTaskBlocks(data.priorTasks) : []),
  ];
}

function agendaBlocks(agenda: readonly AgendaItem[], data: MinutesData): Block[] {
  return agenda.flatMap((entry): Block[] => [
    { kind: 'heading', level: 2, text: entry.title },
    ...textBlocks(entry.content, room(data)),
  ]);
}

/** Each speaker's opinion under the speaker's name; the chair concludes on each item (6.2 item 3). */
export function discussionBlocks(data: MinutesData): Block[] {
  if (data.blank) {
    return [
      ...Array.from({ length: 4 }, (): Block => ({ kind: 'dotted', lines: 3, lead: '- Đồng chí' })),
      { kind: 'dotted', lines: 5, lead: 'Kết luận của chủ trì:' },
      { kind: 'dotted', lines: 6, lead: 'Phân công nhiệm vụ (việc - người - thời hạn):' },
    ];
  }
  const discussed = data.agenda.filter((entry) => entry.opinions.length > 0 || entry.conclusion !== null);
  const blocks: Block[] = [];
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
  kind: null,
  isElection: false,
  inFavour: null,
  base: null,
  against: null,
  other: null,
  outcome: 'unknown',
};

const outcomes = { passed: ['được thông qua'], not_passed: ['không được thông qua'], unknown: [] } as const;

/** Votes by hand and the rating; elections stand in their own part where there is one. */
export function voteBlocks({ votes, rating, sections, kind }: MinutesData): Block[] {
  const apart = kind === 'congress' && sections.some(({ part }) => part === 'election');
  const shown = apart ? votes.filter(({ isElection }) => !isElection) : votes;
  const listed: readonly Vote[] = shown.length > 0 ? shown : [noVote];
  // A congress is not rated as a meeting.
  return [...listed.map(vote), ...(kind === 'congress' ? [] : [ratingBlock(rating)])];
}

/** In favour of those entitled, the rate, and whether that carries it (6.2 item 4; R17, R19). */
function vote(cast: Vote): Block {
  return item({ text: voteText(cast) });
}

/** `Kết nạp …: tán thành 17/17 đồng chí, đạt 100%; được thông qua.` */
export function voteText({ subject, inFavour, base, against, other, outcome }: Vote): string {
  const others = [
    ...(against === null ? [] : [`không tán thành: ${count(against)}`]),
    ...(other === null ? [] : [`ý kiến khác: ${count(other)}`]),
    ...outcomes[outcome],
  ];
  const result = `tán thành ${count(inFavour)}/${count(base)} đồng chí, đạt ${rate(inFavour, base)}`;
  return sentence([`${subject}: ${result}`, ...others].join('; '));
}

function ratingBlock({ score: points, grade }: Rating): Block {
  const graded = grade === null ? gap : grades[grade];
  return item({ text: sentence(`Đánh giá chất lượng buổi sinh hoạt: ${score(points)} điểm, xếp loại: ${graded}`) });
}

/** The closing sentence (6.2 item 5). */
export function closingBlocks({ endedAt, date, readBack }: MinutesData): Block[] {
  const read = readBack === false ? '' : ', đã được đọc lại cho những người có mặt cùng nghe và nhất trí với nội dung';
  const text = `Biên bản kết thúc vào lúc ${clockText(endedAt)}, ngày ${dateText(date)}${read}.`;
  return [{ kind: 'paragraph', runs: [{ text }] }];
}
