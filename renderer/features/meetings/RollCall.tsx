import { useCallback, useMemo } from 'react';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { attendanceWords, standingWords, statusWords } from '../../components/words.ts';
import { type Attendance, isDueEntry, markMember, resultOfKey, withAttendance } from './attendance.ts';
import type { StepProps } from './step-props.ts';

type Result = Attendance['result'];
type Line = { entry: Attendance; index: number };

const marks = [
  ['present', 'C'],
  ['absent_excused', 'P'],
  ['absent_unexcused', 'K'],
] as const;

const reasonField = (index: number) => `reason-${index}`;

/** Back to the list, on the next name. */
function goOn(from: HTMLElement) {
  const grid = from.closest<HTMLElement>('[role="grid"]');
  grid?.focus({ preventScroll: true });
  grid?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
}

/** The list of names with one key each: C, P (then the reason), K. The cursor goes on by itself. */
export function RollCall({ form, set }: Pick<StepProps, 'form' | 'set'>) {
  const ids = useMemo(() => form.attendance.map((_, index) => String(index)), [form.attendance]);
  const rowOf = useCallback(
    (id: string): Line | undefined => {
      const entry = form.attendance[Number(id)];
      return entry && { entry, index: Number(id) };
    },
    [form.attendance],
  );
  const change = useCallback(
    (index: number, next: (entry: Attendance) => Attendance) =>
      set(
        withAttendance(
          form,
          form.attendance.map((entry, at) => (at === index ? next(entry) : entry)),
        ),
      ),
    [form, set],
  );
  const mark = useCallback(
    (index: number, result: Result) => change(index, (entry) => markMember(entry, result, isDueEntry(entry))),
    [change],
  );
  const columns = useMemo<Column<Line>[]>(
    () => [
      { key: 'name', heading: 'Họ và tên', width: 160, grow: true, text: ({ entry }) => entry.name },
      { key: 'status', heading: 'Tư cách', width: 152, spare: 1, text: ({ entry }) => statusOf(entry) },
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
                disabled={!isDueEntry(entry) && result !== 'present'}
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
        key: 'reason',
        heading: 'Lý do vắng',
        width: 160,
        text: ({ entry }) => entry.reason ?? '',
        cell: ({ entry, index }) =>
          entry.result === 'absent_excused' ? (
            <input
              id={reasonField(index)}
              className="reason"
              aria-label={`Lý do vắng của ${entry.name}`}
              placeholder="ốm, đi công tác…"
              value={entry.reason ?? ''}
              onClick={(event) => event.stopPropagation()}
              onChange={(event) => {
                const reason = event.currentTarget.value || null;
                change(index, (old) => ({ ...old, reason }));
              }}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
                event.preventDefault();
                event.stopPropagation();
                goOn(event.currentTarget);
              }}
            />
          ) : (
            <span className="quiet">{entry.result === 'present' ? '' : attendanceWords[entry.result]}</span>
          ),
      },
    ],
    [change, mark],
  );
  const onKey = (event: React.KeyboardEvent, id: string) => {
    const result = event.ctrlKey || event.altKey || event.metaKey ? null : resultOfKey(event.code);
    if (!result) return false;
    mark(Number(id), result);
    const grid = event.currentTarget;
    if (!(grid instanceof HTMLElement)) return true;
    const entry = form.attendance[Number(id)];
    const wantsReason = result === 'absent_excused' && entry !== undefined && isDueEntry(entry);
    window.setTimeout(() => {
      if (wantsReason) document.getElementById(reasonField(Number(id)))?.focus();
      else goOn(grid);
    });
    return true;
  };
  return (
    <>
      <p className="quiet small">
        <kbd>C</kbd> có mặt · <kbd>P</kbd> vắng có lý do, rồi gõ lý do và Enter · <kbd>K</kbd> vắng không lý do
      </p>
      <div className="roll">
        <DataTable
          label="Điểm danh"
          keep="roll-call"
          columns={columns}
          ids={ids}
          rowOf={rowOf}
          onKey={onKey}
          autoFocus
          rowClass={({ entry }) => (isDueEntry(entry) ? '' : 'quiet')}
        />
      </div>
    </>
  );
}

function statusOf({ standing_then, status_then }: Attendance): string {
  if (status_then !== null && status_then !== 'active') return statusWords[status_then];
  return standing_then ? standingWords[standing_then] : '–';
}
