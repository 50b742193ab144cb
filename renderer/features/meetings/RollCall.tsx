import { useCallback, useMemo } from 'react';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { type Attendance, isDueEntry, markMember, resultOfKey, toggleMark, withAttendance } from './attendance.ts';
import { type MoreMark, moreMarks, type RollLine, reasonField, rollColumns } from './roll-columns.tsx';
import type { StepProps } from './step-props.ts';

type Result = Attendance['result'];

function goOn(from: HTMLElement) {
  const grid = from.closest<HTMLElement>('[role="grid"]');
  grid?.focus({ preventScroll: true });
  grid?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
}

/** The list of names with one key each: C, P (then the reason), K. The cursor goes on by itself. */
export function RollCall({ page, form, set }: StepProps) {
  const rule = page.due_rule;
  const ids = useMemo(() => form.attendance.map((_, index) => String(index)), [form.attendance]);
  const rowOf = useCallback(
    (id: string): RollLine | undefined => {
      const entry = form.attendance[Number(id)];
      return entry && { entry, index: Number(id) };
    },
    [form.attendance],
  );
  const isDue = useCallback((entry: Attendance) => isDueEntry(entry, rule), [rule]);
  const change = useCallback(
    (index: number, next: (entry: Attendance) => Attendance) =>
      set(
        withAttendance(
          form,
          form.attendance.map((entry, at) => (at === index ? next(entry) : entry)),
          rule,
        ),
      ),
    [form, set, rule],
  );
  const mark = useCallback(
    (index: number, result: Result) => change(index, (entry) => markMember(entry, result, isDue(entry))),
    [change, isDue],
  );
  const toggle = useCallback(
    (index: number, more: MoreMark) => change(index, (entry) => toggleMark(entry, more)),
    [change],
  );
  const columns = useMemo(() => rollColumns({ isDue, change, mark, toggle, goOn }), [isDue, change, mark, toggle]);
  const onKey = (event: React.KeyboardEvent, id: string) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    const more = moreMarks.find(({ code }) => code === event.code);
    if (more) {
      toggle(Number(id), more.key);
      return true;
    }
    const result = resultOfKey(event.code);
    if (!result) return false;
    mark(Number(id), result);
    const grid = event.currentTarget;
    if (!(grid instanceof HTMLElement)) return true;
    const entry = form.attendance[Number(id)];
    const wantsReason = result === 'absent_excused' && entry !== undefined && isDue(entry);
    window.setTimeout(() => {
      if (wantsReason) document.getElementById(reasonField(Number(id)))?.focus();
      else goOn(grid);
    });
    return true;
  };
  return (
    <>
      <p className="quiet small">
        <kbd>C</kbd> có mặt · <kbd>P</kbd> vắng có lý do, rồi gõ lý do và Enter · <kbd>K</kbd> vắng không lý do ·{' '}
        <kbd>M</kbd> đến muộn, về sớm · <kbd>T</kbd> dự trực tuyến · <kbd>Y</kbd> phát biểu ý kiến
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
          rowClass={({ entry }) => (isDue(entry) ? '' : 'quiet')}
        />
      </div>
    </>
  );
}
