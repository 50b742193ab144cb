import type { Column } from '../../components/data-table/column.ts';
import { attendanceWords, standingWords, statusWords } from '../../components/words.ts';
import type { Attendance } from './attendance.ts';

export type RollLine = { entry: Attendance; index: number };
type Result = Attendance['result'];
export type MoreMark = 'late_or_left_early' | 'online' | 'spoke';

export type RollActs = {
  isDue: (entry: Attendance) => boolean;
  change: (index: number, next: (entry: Attendance) => Attendance) => void;
  mark: (index: number, result: Result) => void;
  toggle: (index: number, mark: MoreMark) => void;
  /** Back to the list, on the next name. */
  goOn: (from: HTMLElement) => void;
};

const marks = [
  ['present', 'C'],
  ['absent_excused', 'P'],
  ['absent_unexcused', 'K'],
] as const;

/** What may be marked beside somebody's presence (R13). */
export const moreMarks = [
  { key: 'late_or_left_early', letter: 'M', code: 'KeyM', label: 'Đến muộn, về sớm' },
  { key: 'online', letter: 'T', code: 'KeyT', label: 'Dự trực tuyến' },
  { key: 'spoke', letter: 'Y', code: 'KeyY', label: 'Phát biểu ý kiến' },
] as const;

export const reasonField = (index: number) => `reason-${index}`;

/** Columns of the roll-call: the name, the status of the day (R9), one letter each, and why or how often. */
export function rollColumns({ isDue, change, mark, toggle, goOn }: RollActs): Column<RollLine>[] {
  return [
    { key: 'name', heading: 'Họ và tên', width: 160, grow: true, text: ({ entry }) => entry.name },
    { key: 'status', heading: 'Tư cách', width: 118, spare: 1, text: ({ entry }) => statusOf(entry) },
    {
      key: 'result',
      heading: 'Điểm danh',
      width: 112,
      text: ({ entry }) => attendanceWords[entry.result],
      cell: ({ entry, index }) => (
        <span className="marks">
          {marks.map(([result, letter]) => (
            <button
              key={result}
              type="button"
              tabIndex={-1}
              aria-pressed={entry.result === result}
              aria-label={`${entry.name}: ${attendanceWords[result]}`}
              disabled={!isDue(entry) && result !== 'present'}
              data-result={result}
              onClick={() => mark(index, result)}
            >
              {letter}
            </button>
          ))}
        </span>
      ),
    },
    {
      key: 'more',
      heading: 'Ghi thêm',
      width: 112,
      text: ({ entry }) =>
        moreMarks
          .filter(({ key }) => entry[key])
          .map(({ label }) => label)
          .join(', '),
      cell: ({ entry, index }) => (
        <span className="marks">
          {moreMarks.map(({ key, letter, label }) => (
            <button
              key={key}
              type="button"
              tabIndex={-1}
              aria-pressed={entry[key] === true}
              aria-label={`${entry.name}: ${label}`}
              disabled={entry.result !== 'present'}
              title={label}
              onClick={() => toggle(index, key)}
            >
              {letter}
            </button>
          ))}
        </span>
      ),
    },
    {
      key: 'reason',
      heading: 'Lý do, số ý kiến',
      width: 150,
      text: ({ entry }) => entry.reason ?? entry.opinion_count?.toString() ?? '',
      cell: ({ entry, index }) => {
        if (entry.result === 'absent_excused')
          return (
            <RollField
              id={reasonField(index)}
              label={`Lý do vắng của ${entry.name}`}
              placeholder="ốm, đi công tác…"
              value={entry.reason ?? ''}
              onChange={(text) => change(index, (old) => ({ ...old, reason: text || null }))}
              goOn={goOn}
            />
          );
        if (entry.result === 'present' && entry.spoke)
          return (
            <RollField
              id={reasonField(index)}
              label={`Số ý kiến của ${entry.name}`}
              placeholder="số ý kiến"
              value={entry.opinion_count?.toString() ?? ''}
              onChange={(text) => {
                const digits = text.replace(/\D/gu, '').slice(0, 3);
                change(index, (old) => ({ ...old, opinion_count: digits === '' ? null : Number(digits) }));
              }}
              goOn={goOn}
            />
          );
        return <span className="quiet">{remarkOf(entry)}</span>;
      },
    },
  ];
}

type FieldProps = {
  id: string;
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  goOn: (from: HTMLElement) => void;
};

function RollField({ id, label, placeholder, value, onChange, goOn }: FieldProps) {
  return (
    <input
      id={id}
      className="reason"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onClick={(event) => event.stopPropagation()}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        goOn(event.currentTarget);
      }}
    />
  );
}

/** Who is no ordinary full member shows here, also where the screen has no room for the column of statuses (R9). */
function remarkOf(entry: Attendance): string {
  if (entry.result === 'absent_unexcused') return attendanceWords[entry.result];
  const isOrdinary = entry.status_then === 'active' && entry.standing_then === 'full';
  return isOrdinary ? '' : statusOf(entry).replace('–', '');
}

function statusOf({ standing_then, status_then }: Attendance): string {
  if (status_then !== null && status_then !== 'active') return statusWords[status_then];
  return standing_then ? standingWords[standing_then] : '–';
}
