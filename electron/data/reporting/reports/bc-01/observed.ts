import { daysBetween, parseIsoDate } from '../../../vietnamese/dates.ts';
import type { DraftBlock } from '../../document.ts';
import { ratio, sum, unknown } from '../../figure.ts';
import { dayText, fact, gap, gradeNames, scoreText, typed } from '../letters/wording.ts';
import { clauses, type Phrase, say } from '../prose/phrases.ts';
import { item, ofMeeting } from './general.ts';
import type { VisitPaper } from './read.ts';

/** I: who belongs to the cell and who came (R10-R12). */
export function memberBlocks(paper: VisitPaper): DraftBlock[] {
  const { facts } = paper;
  const run = (key: string, label: string, amount: number | null) => fact(key, label, ofMeeting(paper, amount));
  const others: (Phrase | null)[] = [
    known(facts.exempt, (n) => say`miễn công tác và sinh hoạt đảng ${run('exempt', 'Miễn sinh hoạt', n)}`),
    known(facts.temporarily_away, (n) => say`sinh hoạt tạm thời nơi khác ${run('away', 'Sinh hoạt tạm thời đi', n)}`),
    known(
      facts.temporarily_received,
      (n) => say`sinh hoạt tạm thời đến ${run('received', 'Sinh hoạt tạm thời đến', n)}`,
    ),
    known(facts.working_away, (n) => say`đi làm ăn xa ${run('working-away', 'Đi làm ăn xa', n)}`),
  ];
  const said = others.filter((phrase) => phrase !== null);
  const of = (amount: number) => sum('meeting', [{ id: paper.meetingId }], () => amount);
  const rate = paper.turnout === null ? unknown : ratio(of(paper.turnout.present), of(paper.turnout.due));
  return [
    { kind: 'heading', level: 1, text: 'Tình hình đảng viên' },
    item(
      'members',
      say`Tổng số đảng viên: ${run('total', 'Tổng số đảng viên', facts.members_total)} đồng chí (chính thức ${run('full', 'Chính thức', facts.full_members)}, dự bị ${run('probationary', 'Dự bị', facts.probationary)})${said.length === 0 ? '' : '; '}${clauses(said)}.`,
    ),
    item(
      'attendance',
      say`Phải dự: ${run('due', 'Phải dự', facts.due)} đồng chí; có mặt ${run('present', 'Có mặt', facts.present)} đồng chí, đạt ${fact('rate', 'Tỷ lệ dự', rate)}; vắng có lý do ${run('excused', 'Vắng có lý do', facts.absent_excused)} đồng chí, vắng không lý do ${run('unexcused', 'Vắng không lý do', facts.absent_unexcused)} đồng chí.`,
    ),
  ];
}

function known<T>(value: T | null, say: (value: T) => Phrase): Phrase | null {
  return value === null ? null : say(value);
}

/** II: how the cell keeps to the order of meetings. */
export function orderBlocks(paper: VisitPaper): DraftBlock[] {
  const { preparation, report } = paper;
  return [
    { kind: 'heading', level: 1, text: 'Việc chấp hành chế độ sinh hoạt' },
    item('day', [`Ngày sinh hoạt: ${dayOutcomeText(paper)}.`]),
    item('committee', [
      `Họp chi ủy trước khi sinh hoạt: ${yesNo(preparation.cell_committee_met_before, 'có', 'không')}${onDay(preparation.cell_committee_met_on)}; thông báo trước cho đảng viên: ${yesNo(preparation.members_notified, 'có', 'chưa')}; gửi tài liệu trước: ${documentsText(paper)}.`,
    ]),
    item(
      'discussion',
      say`Số ý kiến phát biểu: ${fact('opinions', 'Số ý kiến phát biểu', ofMeeting(paper, paper.opinions))}; nghị quyết, kết luận: ${paper.resolution ?? gap}; biên bản: ${paper.hasMinutes ? 'có, lưu cùng hồ sơ buổi sinh hoạt' : gap}.`,
    ),
    ...typed('observed', report.observed, 'Trình tự, nội dung sinh hoạt'),
  ];
}

function dayOutcomeText({ dayOutcome, setDay, date }: VisitPaper): string {
  if (date === null) return gap;
  const set = setDay === null ? '' : ` (ngày ${String(setDay).padStart(2, '0')} hằng tháng)`;
  switch (dayOutcome) {
    case 'on_set_day':
      return `đúng ngày quy định${set}`;
    case 'other_day_approved':
      return `khác ngày quy định${set}, đã được đồng ý`;
    case 'other_day_unapproved':
      return `khác ngày quy định${set}, chưa được đồng ý`;
    case null:
      return 'chi bộ chưa ấn định ngày sinh hoạt hằng tháng';
  }
}

function documentsText({ preparation: { documents_posted_on: posted }, date }: VisitPaper): string {
  const day = posted === null ? null : parseIsoDate(posted);
  if (day === null) return gap;
  const before = date === null ? 0 : daysBetween(day, date);
  return `ngày ${dayText(day)}${before > 0 ? `, trước ${before} ngày` : ', không trước ngày sinh hoạt'}`;
}

function onDay(date: string | null): string {
  return date === null ? '' : ` (ngày ${dayText(date)})`;
}

function yesNo(value: boolean | null, yes: string, no: string): string {
  if (value === null) return gap;
  return value ? yes : no;
}

/** IV: what it was worth, by the cell's own score and by the official's. */
export function gradeBlocks({ facts, report }: VisitPaper): DraftBlock[] {
  const proposed = report.proposed_grade === null ? gap : gradeNames[report.proposed_grade];
  return [
    { kind: 'heading', level: 1, text: 'Đánh giá chất lượng buổi sinh hoạt' },
    item('scores', [
      `Chi bộ tự chấm: ${scored(facts.self_score, facts.self_grade)}; cán bộ dự chấm: ${scored(facts.official_score, facts.official_grade)}; đề nghị xếp loại: ${proposed}.`,
    ]),
    ...typed('strengths', report.strengths, 'Ưu điểm'),
    ...typed('weaknesses', report.weaknesses, 'Hạn chế'),
    ...typed('lessons', report.lessons, 'Đã rút kinh nghiệm'),
  ];
}

function scored(score: number | null, grade: keyof typeof gradeNames | null): string {
  const points = `${scoreText(score)} điểm`;
  // A sheet without points gives a grade alone.
  if (score === null && grade !== null) return `xếp loại ${gradeNames[grade]}`;
  return `${points}, xếp loại ${grade === null ? gap : gradeNames[grade]}`;
}
