import type { Table } from '../../../documents/model.ts';
import { formatShortDate } from '../../../vietnamese/dates.ts';
import type { DocumentDraft, DraftBlock } from '../../document.ts';
import { minutesSubject, monthText } from '../bc-11/build-minutes.ts';
import { priorTaskTable } from '../bc-11/course.ts';
import type { Vote } from '../bc-11/minutes-data.ts';
import { comrade, count, gap, grades, score, sentence } from '../bc-11/wording.ts';
import type { ResolutionData, SelfRating } from './resolution-data.ts';
import { agendaText, heardText, openingText, writtenText } from './resolution-text.ts';

/** BC-12 Nghị quyết chi bộ (document format 6.5, cells handbook BC-12). */
export function buildResolution(data: ResolutionData): DocumentDraft {
  const { minutes, superior, inCharge } = data;
  return {
    name: `Nghị quyết${minutes.blank ? ' mẫu' : ''} ${minutes.cell} ${minutes.date ?? minutes.period}`,
    day: minutes.day,
    organisationId: minutes.cellId,
    subject: minutesSubject(minutes),
    addressees: null,
    body: [openingText(data), ...course(data), ...execution(data), ...selfRating(data), passed(data)],
    recipients: [
      `${superior} (báo cáo)`,
      'Các đồng chí đảng viên',
      ...inCharge.map((who) => `${who.slice(0, 1).toLocaleUpperCase('vi')}${who.slice(1)}, phụ trách chi bộ`),
    ],
    annexes: [],
    recorded: { number: data.number, date: minutes.date },
  };
}

/** Looking back and ahead; a thematic meeting has its theme in place of the month, a combined one after it. */
function course(data: ResolutionData): DraftBlock[] {
  const { minutes, reviewed, planned } = data;
  const { kind, agenda, conclusion } = minutes;
  const theme = minutes.theme === null ? 'Chuyên đề' : `Chuyên đề "${minutes.theme}"`;
  const themeText = agendaText(agenda, 'theme');
  if (kind === 'thematic') {
    const whole = agenda
      .flatMap((item) => [item.content, item.conclusion])
      .filter(Boolean)
      .join('\n');
    return [
      heading(`Kết quả thảo luận ${theme.slice(0, 1).toLocaleLowerCase('vi')}${theme.slice(1)}`),
      ...writtenText('theme', whole || null, minutes.blank, 8),
      heading('Nhiệm vụ, giải pháp thực hiện chuyên đề'),
      ...writtenText('plan', conclusion, minutes.blank, 8),
    ];
  }
  return [
    heading(`Kết quả thực hiện nhiệm vụ ${monthText(reviewed)}`),
    ...review(data),
    heading(`Nhiệm vụ, giải pháp ${monthText(planned)}`),
    ...writtenText('plan', [agendaText(agenda, 'plan'), conclusion].filter(Boolean).join('\n'), minutes.blank, 8),
    ...(kind === 'regular_with_thematic' ? [heading(theme), ...writtenText('theme', themeText, minutes.blank, 6)] : []),
  ];
}

/** The five points of one ward's layout (cells handbook, BC-12). */
function review(data: ResolutionData): DraftBlock[] {
  const { minutes, heard, weaknesses } = data;
  const { agenda, priorTasks, absentUnexcused } = minutes;
  const away = absentUnexcused.people.map(({ name }) => name);
  const reminded =
    away.length === 0 ? null : `Nhắc nhở đảng viên vắng sinh hoạt không có lý do: ${away.map(comrade).join('; ')}`;
  return [
    subheading('Công tác chính trị, tư tưởng'),
    ...writtenText('political', agendaText(agenda, 'political'), minutes.blank),
    subheading('Kết quả thực hiện nhiệm vụ chính trị'),
    ...writtenText('results', agendaText(agenda, 'results'), minutes.blank),
    subheading('Kết quả thực hiện nghị quyết kỳ trước'),
    ...(heard.length > 0 ? [heardText(data)] : []),
    ...(priorTasks.length > 0 ? [priorTaskTable(priorTasks)] : writtenText('prior-tasks', null, minutes.blank)),
    subheading('Biểu dương, nhắc nhở'),
    ...writtenText('praise', reminded, minutes.blank, 2),
    subheading('Hạn chế, nguyên nhân'),
    ...writtenText('weaknesses', weaknesses, minutes.blank),
  ];
}

/** Each task with person and deadline (6.5), and what becomes of the resolution itself. */
function execution({ minutes, superior, postedWithinDays }: ResolutionData): DraftBlock[] {
  const days = postedWithinDays === null ? null : String(postedWithinDays).padStart(2, '0');
  return [
    heading('Tổ chức thực hiện'),
    ...(minutes.tasks.length > 0 || minutes.blank
      ? [taskTable(minutes.tasks, minutes.blank ? 6 : 0)]
      : writtenText('tasks', null, minutes.blank)),
    {
      kind: 'written',
      key: 'execution',
      runs: [
        'Các đồng chí được giao nhiệm vụ báo cáo kết quả thực hiện tại kỳ sinh hoạt sau; đồng chí Bí thư Chi bộ theo dõi, đôn đốc việc thực hiện Nghị quyết.',
      ],
    },
    ...(days === null
      ? []
      : [
          {
            kind: 'written' as const,
            key: 'posting',
            runs: [
              `Nghị quyết được đăng trên Sổ tay đảng viên điện tử và gửi báo cáo ${superior} trong ${days} ngày kể từ ngày sinh hoạt.`,
            ],
          },
        ]),
  ];
}

function taskTable(tasks: ResolutionData['minutes']['tasks'], emptyRows: number): Table {
  return {
    kind: 'table',
    columns: [
      { width: 1, align: 'center' },
      { width: 7, align: 'left' },
      { width: 4, align: 'left' },
      { width: 3, align: 'center' },
    ],
    head: [[{ text: 'TT' }, { text: 'Nhiệm vụ' }, { text: 'Người thực hiện' }, { text: 'Thời hạn' }]],
    rows: [
      ...tasks.map(({ content, person, dueDate }, index) => [
        { text: String(index + 1) },
        { text: content },
        { text: person === null ? '' : comrade(person) },
        { text: dueDate === null ? '' : formatShortDate(dueDate) },
      ]),
      ...Array.from({ length: emptyRows }, (_, index) => [
        { text: String(tasks.length + index + 1) },
        { text: '' },
        { text: '' },
        { text: '' },
      ]),
    ],
  };
}

function selfRating({ rating }: ResolutionData): DraftBlock[] {
  const { total = null, maximum = null, grade = null, votesFor = null, votesTotal = null } = rating ?? {};
  const of = maximum === null ? '' : `/${score(maximum)}`;
  const voted =
    votesFor === null && votesTotal === null ? '' : `; biểu quyết nhất trí: ${count(votesFor)}/${count(votesTotal)}`;
  return [
    heading('Tự đánh giá chất lượng kỳ sinh hoạt'),
    ...(rating !== null && rating.lines.length > 0 ? [ratingTable(rating)] : []),
    {
      kind: 'paragraph',
      runs: [
        {
          text: sentence(
            `Tổng điểm: ${score(total)}${of} điểm; xếp loại: ${grade === null ? gap : grades[grade]}${voted}`,
          ),
        },
      ],
    },
  ];
}

function ratingTable({ lines, maximum, total }: SelfRating): Table {
  const points = (value: number | null) => (value === null ? '' : score(value));
  return {
    kind: 'table',
    columns: [
      { width: 1, align: 'center' },
      { width: 8, align: 'left' },
      { width: 2, align: 'center' },
      { width: 3, align: 'center' },
    ],
    head: [[{ text: 'TT' }, { text: 'Tiêu chí' }, { text: 'Thang điểm' }, { text: 'Điểm tự chấm' }]],
    rows: [
      ...lines.map((line) => [
        { text: line.number },
        { text: line.label },
        { text: points(line.max) },
        { text: points(line.points) },
      ]),
      [
        { text: 'Tổng', columnSpan: 2, bold: true },
        { text: points(maximum), bold: true },
        { text: points(total), bold: true },
      ],
    ],
  };
}

/** The vote on the resolution itself, by its kind, else by its name. */
function passed({ minutes }: ResolutionData): DraftBlock {
  const vote = resolutionVote(minutes.votes);
  return {
    kind: 'paragraph',
    runs: [
      {
        text: `Nghị quyết được ${count(vote?.inFavour ?? null)}/${count(vote?.base ?? null)} đảng viên dự họp thông qua.`,
      },
    ],
  };
}

function resolutionVote(votes: readonly Vote[]): Vote | undefined {
  return votes.find(({ kind }) => kind === 'resolution') ?? votes.find(({ subject }) => /nghị quyết/iu.test(subject));
}

function heading(text: string): DraftBlock {
  return { kind: 'heading', level: 1, text };
}

function subheading(text: string): DraftBlock {
  return { kind: 'heading', level: 2, text };
}
