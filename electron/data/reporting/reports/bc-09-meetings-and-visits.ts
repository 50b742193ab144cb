import { readOrganisationHistory } from '../../organisations/organisation-history.ts';
import type { DocumentFields, DraftBlock, WrittenParagraph } from '../document.ts';
import { document } from '../document.ts';
import type { Period } from '../period.ts';
import { annexes } from './bc-09/annexes.ts';
import { attendance } from './bc-09/attendance.ts';
import { type Bc09Data, hasMeetings } from './bc-09/data.ts';
import { grades } from './bc-09/grades.ts';
import { leadership } from './bc-09/leadership.ts';
import { periodText, periodTitle } from './bc-09/period-words.ts';
import { petitions } from './bc-09/petitions.ts';
import { proposals } from './bc-09/proposals.ts';
import { readBc09 } from './bc-09/read.ts';
import { regularity } from './bc-09/regularity.ts';
import { tasks } from './bc-09/tasks.ts';
import { themes } from './bc-09/themes.ts';
import { visits } from './bc-09/visits.ts';
import { weaknesses } from './bc-09/weaknesses.ts';
import { type Phrase, plain, say, written } from './prose/phrases.ts';

interface OutlinePart {
  level: 1 | 2;
  heading: string;
  /** The part itself; null where only its own parts say something. */
  told: {
    key: string;
    /** What the office's own template calls it. */
    tag: string;
    tell: (data: Bc09Data) => WrittenParagraph[];
    /** Says nothing where no meeting is recorded. */
    ofMeetings?: boolean;
  } | null;
}

/** The outline of the handbook (section 4, BC-09). */
const outline: readonly OutlinePart[] = [
  {
    level: 1,
    heading: 'Công tác lãnh đạo, chỉ đạo, quán triệt',
    told: { key: 'I', tag: 'Công tác lãnh đạo', tell: leadership },
  },
  { level: 1, heading: 'Kết quả thực hiện', told: null },
  {
    level: 2,
    heading: 'Nền nếp, thời gian sinh hoạt',
    told: { key: 'II.1', tag: 'Nền nếp', tell: regularity, ofMeetings: true },
  },
  {
    level: 2,
    heading: 'Tỷ lệ đảng viên dự sinh hoạt',
    told: { key: 'II.2', tag: 'Tỷ lệ dự', tell: attendance, ofMeetings: true },
  },
  {
    level: 2,
    heading: 'Nội dung, chuyên đề sinh hoạt',
    told: { key: 'II.3', tag: 'Chuyên đề', tell: themes, ofMeetings: true },
  },
  {
    level: 2,
    heading: 'Chất lượng, xếp loại sinh hoạt',
    told: { key: 'II.4', tag: 'Xếp loại', tell: grades, ofMeetings: true },
  },
  {
    level: 2,
    heading: 'Việc cấp ủy viên, cán bộ dự sinh hoạt chi bộ',
    told: { key: 'II.5', tag: 'Việc dự sinh hoạt', tell: visits },
  },
  {
    level: 2,
    heading: 'Ý kiến, kiến nghị và kết quả giải quyết',
    told: { key: 'II.6', tag: 'Ý kiến, kiến nghị', tell: petitions },
  },
  { level: 1, heading: 'Hạn chế, nguyên nhân', told: { key: 'III', tag: 'Hạn chế', tell: weaknesses } },
  { level: 1, heading: 'Nhiệm vụ, giải pháp', told: { key: 'IV', tag: 'Nhiệm vụ', tell: tasks } },
  { level: 1, heading: 'Kiến nghị, đề xuất', told: { key: 'V', tag: 'Đề xuất', tell: proposals } },
];

/**
 * BC-09 Báo cáo kết quả sinh hoạt chi bộ và việc dự sinh hoạt, of a month, quarter, half year, nine months or year, for
 * the whole office or one organisation. It counts nothing itself: each figure is one of BC-02, BC-04, BC-05 and BC-07
 * with the rows behind it, exceptions are named from those rows, and what nobody recorded is left open for the clerk.
 */
export const bc09 = document<Bc09Data>({
  code: 'BC-09',
  title: 'Báo cáo kết quả sinh hoạt chi bộ và việc dự sinh hoạt',
  kind: { code: 'BC', name: 'Báo cáo' },
  issuer: 'committee',
  subject: null,
  async list({ madeOn, db }, period, unit) {
    if (period.dateFrom > madeOn) return [];
    const unitName = unit === null ? null : (await readOrganisationHistory(db)).nameOn(unit, period.dateTo);
    return [{ name: nameOf(period, unitName), about: { period: period.key, ...(unit === null ? {} : { unit }) } }];
  },
  read: readBc09,
  build: (data) => ({
    name: nameOf(data.period, data.unit?.name ?? null),
    day: data.period.dateTo,
    organisationId: null,
    subject: subjectOf(data),
    addressees: { names: [data.office.receiver], submission: false },
    body: [
      ...written('opening', [opening(data)]),
      ...outline.flatMap((part): DraftBlock[] => [
        { kind: 'heading', level: part.level, text: part.heading },
        ...paragraphsOf(data, part),
      ]),
    ],
    recipients: [],
    annexes: annexes(data),
  }),
  tags: {
    facts: ['Kỳ báo cáo', 'Kính gửi', 'Đơn vị báo cáo', ...outline.flatMap(({ told }) => told?.tag ?? [])],
    lists: {},
  },
  fields: fieldsOf,
});

function paragraphsOf(data: Bc09Data, { told }: OutlinePart): WrittenParagraph[] {
  if (told === null) return [];
  const paragraphs = told.ofMeetings && !hasMeetings(data) ? [] : told.tell(data);
  return paragraphs.length > 0 ? paragraphs : nothingOf(told.key, data);
}

/** A part about which nothing is recorded says so (R42). */
function nothingOf(key: string, { period }: Bc09Data): WrittenParagraph[] {
  return written(`${key}.none`, [say`chưa có số liệu ${periodText(period)}`]);
}

function opening(data: Bc09Data): Phrase {
  const { period, office, unit, now } = data;
  const about = `kết quả sinh hoạt chi bộ và việc cấp ủy viên, cán bộ dự sinh hoạt chi bộ ${periodText(period)}`;
  const report = `Ban Thường vụ ${office.name} báo cáo ${about}${unit === null ? '' : ` của ${unit.name}`} như sau:`;
  if (!hasMeetings(data)) {
    return say`đến nay chưa có chi bộ nào trong ${now.meetings.run('cells')} chi bộ báo cáo số liệu sinh hoạt ${periodText(period)}. ${report}`;
  }
  return [report];
}

function subjectOf({ period, unit }: Bc09Data): string {
  const about = 'kết quả sinh hoạt chi bộ và việc cấp ủy viên, cán bộ dự sinh hoạt chi bộ';
  // A title is broken before `quý III năm 2024`, not within it.
  return [about, ...(unit === null ? [] : [`của ${unit.name}`]), periodTitle(period).replaceAll(' ', '\u00a0')].join(
    ' ',
  );
}

function nameOf(period: Period, unit: string | null): string {
  const about = `Báo cáo kết quả sinh hoạt chi bộ ${periodTitle(period)}`;
  return unit === null ? about : `${about} - ${unit}`;
}

function fieldsOf(data: Bc09Data): DocumentFields {
  const parts = outline.flatMap((part) => {
    const text = paragraphsOf(data, part).map(({ runs }) => plain(runs));
    return part.told === null ? [] : [[part.told.tag, text.join('\n')] as const];
  });
  return {
    'Kỳ báo cáo': periodText(data.period),
    'Kính gửi': data.office.receiver,
    'Đơn vị báo cáo': data.unit?.name ?? data.office.name,
    ...Object.fromEntries(parts),
  };
}
