import type { MeetingRecord } from '../../../electron/contract/meetings.ts';
import type { Column } from '../../components/data-table/column.ts';
import { formatDate, formatInt, formatMonth, formatNumber, formatPercent } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';
import { gradeWords, meetingKindWords, meetingStateWords } from '../../components/words.ts';
import { attendanceRate, type MeetingLine } from './meeting-lines.ts';

const ofMeeting = (text: (meeting: MeetingRecord) => string) => (line: MeetingLine) =>
  line.state === 'recorded' ? text(line.meeting) : '';
const fieldOf =
  <Value extends string | number>(value: (meeting: MeetingRecord) => Value | null) =>
  (line: MeetingLine) =>
    line.state === 'recorded' ? value(line.meeting) : null;

const number = (
  key: string,
  heading: string,
  width: number,
  value: (meeting: MeetingRecord) => number | null,
): Column<MeetingLine> => ({
  key,
  heading,
  width,
  align: 'right',
  text: ofMeeting((meeting) => (meeting.held ? formatInt(value(meeting)) : '')),
  number: fieldOf((meeting) => (meeting.held ? value(meeting) : null)),
  sortBy: fieldOf(value),
});

const cellOf = (line: MeetingLine) => (line.state === 'recorded' ? line.meeting.cell : line.cell.name);
const aboveOf = (line: MeetingLine) => (line.state === 'recorded' ? line.meeting.grassroots : (line.cell.parent ?? ''));

/** How the month stands, in words: "Đã họp", "Không họp: mưa lũ", "Chưa có buổi sinh hoạt". */
export function stateText(line: MeetingLine): string {
  if (line.state === 'missing') return 'Chưa báo cáo';
  const { state, not_held_reason } = line.meeting;
  if (not_held_reason?.toLocaleLowerCase('vi').startsWith('không')) return not_held_reason;
  return not_held_reason ? `${meetingStateWords[state]}: ${not_held_reason}` : meetingStateWords[state];
}

function StateCell({ line }: { line: MeetingLine }) {
  if (line.state === 'recorded' && line.meeting.state === 'held') return stateText(line);
  return (
    <span className={line.state === 'missing' || line.meeting.state === 'not_held' ? 'caution' : 'quiet'}>
      <Icon name={line.state === 'missing' || line.meeting.state === 'not_held' ? 'warning' : 'circle'} />{' '}
      {stateText(line)}
    </span>
  );
}

/** Columns of the list of meetings; the month only when the period has several. */
export function meetingColumns(severalMonths: boolean): Column<MeetingLine>[] {
  const month: Column<MeetingLine> = {
    key: 'period',
    heading: 'Tháng',
    width: 76,
    align: 'right',
    text: (line) => formatMonth(line.state === 'recorded' ? line.meeting.period : line.period),
    sortBy: (line) => (line.state === 'recorded' ? line.meeting.period : line.period),
  };
  return [
    ...(severalMonths ? [month] : []),
    { key: 'cell', heading: 'Chi bộ', width: 190, text: cellOf, sortBy: cellOf },
    { key: 'grassroots', heading: 'Đảng bộ, chi bộ cơ sở', width: 180, text: aboveOf, sortBy: aboveOf },
    {
      key: 'date',
      heading: 'Ngày',
      width: 92,
      align: 'right',
      text: ofMeeting(({ date }) => formatDate(date)),
      date: fieldOf(({ date }) => date),
      sortBy: fieldOf(({ date }) => date),
    },
    {
      key: 'kind',
      heading: 'Loại',
      width: 196,
      text: ofMeeting(({ kind }) => (kind ? meetingKindWords[kind] : '–')),
      sortBy: fieldOf(({ kind }) => kind && meetingKindWords[kind]),
    },
    number('due', 'Phải dự', 68, ({ due }) => due),
    number('present', 'Có mặt', 68, ({ present }) => present),
    {
      key: 'rate',
      heading: 'Tỷ lệ %',
      width: 70,
      align: 'right',
      text: ofMeeting(({ held, present, due }) => (held ? formatPercent(attendanceRate(present, due)) : '')),
      number: fieldOf(({ held, present, due }) => (held ? attendanceRate(present, due) : null)),
      sortBy: fieldOf(({ present, due }) => attendanceRate(present, due)),
    },
    {
      key: 'score',
      heading: 'Điểm',
      width: 58,
      align: 'right',
      text: ofMeeting(({ held, score }) => (held ? formatNumber(score) : '')),
      number: fieldOf(({ held, score }) => (held ? score : null)),
      sortBy: fieldOf(({ score }) => score),
    },
    {
      key: 'grade',
      heading: 'Xếp loại',
      width: 84,
      text: ofMeeting(({ held, grade }) => (grade ? gradeWords[grade] : held ? '–' : '')),
      sortBy: fieldOf(({ grade }) => grade && gradeWords[grade]),
    },
    {
      key: 'state',
      heading: 'Tình trạng',
      width: 180,
      grow: true,
      text: stateText,
      sortBy: stateText,
      cell: (line) => <StateCell line={line} />,
    },
  ];
}
