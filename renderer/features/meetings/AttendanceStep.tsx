import { Button } from '@mantine/core';
import { formatInt, formatPercent } from '../../components/format.ts';
import { CountField } from '../../components/small-fields.tsx';
import { Note } from '../../components/states.tsx';
import { AbsentList } from './AbsentList.tsx';
import { callRoll, isRollCall, withAttendance } from './attendance.ts';
import { CheckNotes } from './CheckNotes.tsx';
import { attendanceRate } from './meeting-lines.ts';
import { RollCall } from './RollCall.tsx';
import type { StepProps } from './step-props.ts';

const counts = [
  ['members_total', 'Tổng số'],
  ['full_members', 'Chính thức'],
  ['probationary', 'Dự bị'],
  ['exempt', 'Miễn SH'],
  ['working_away', 'Đi làm ăn xa'],
  ['temporarily_away', 'SHTT nơi khác'],
  ['temporarily_received', 'SHTT đến'],
  ['suspended', 'Đình chỉ SH'],
  ['due', 'Phải dự'],
  ['present', 'Có mặt'],
  ['absent_excused', 'Vắng có lý do'],
  ['absent_unexcused', 'Vắng không lý do'],
  ['present_exempt', 'Có mặt (miễn)'],
] as const;

/** Roll-call by name where the members are known, else the totals as typed; the counts always follow a roll-call. */
export function AttendanceStep({ page, form, set, check }: StepProps) {
  const called = isRollCall(form.attendance);
  const sum = (form.present ?? 0) + (form.absent_excused ?? 0) + (form.absent_unexcused ?? 0);
  const isCounted = form.due !== null && form.present !== null;
  return (
    <>
      <p className="counts-line numbers" aria-live="polite">
        Tổng số <strong>{formatInt(form.members_total)}</strong> · phải dự <strong>{formatInt(form.due)}</strong> · có
        mặt <strong>{formatInt(form.present)}</strong> · vắng có lý do <strong>{formatInt(form.absent_excused)}</strong>{' '}
        · không lý do <strong>{formatInt(form.absent_unexcused)}</strong> · tỷ lệ{' '}
        <strong>{formatPercent(attendanceRate(form.present, form.due))}</strong> %
      </p>
      <CheckNotes check={check} step="attendance" />
      {called ? (
        <>
          <RollCall page={page} form={form} set={set} />
          <div>
            <Button variant="default" onClick={() => set({ ...totalsOf(page), attendance: page.form.attendance })}>
              Bỏ điểm danh, dùng số tổng
            </Button>
          </div>
        </>
      ) : (
        <>
          {page.roll.length > 0 && (
            <div className="roll-offer">
              <Button
                variant="default"
                onClick={() => set(withAttendance(form, callRoll(page.roll, form.attendance), page.due_rule))}
              >
                Điểm danh từng người
              </Button>
              <span className="quiet small">
                {formatInt(page.roll.length)} đảng viên của chi bộ tại ngày họp; số tổng sẽ theo danh sách.
              </span>
            </div>
          )}
          {isCounted && sum !== form.due && (
            <Note tone="caution">
              Có mặt và vắng cộng lại là {formatInt(sum)}, khác số phải dự {formatInt(form.due)}.
            </Note>
          )}
          <div className="counts">
            {counts.map(([key, label]) => (
              <CountField key={key} label={label} value={form[key]} onChange={(value) => set({ [key]: value })} />
            ))}
          </div>
          <AbsentList page={page} form={form} set={set} />
        </>
      )}
    </>
  );
}

function totalsOf({ form }: StepProps['page']): Partial<StepProps['form']> {
  return Object.fromEntries(counts.map(([key]) => [key, form[key]]));
}
