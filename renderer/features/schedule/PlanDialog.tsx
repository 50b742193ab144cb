import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PlanRecord } from '../../../electron/contract/schedule.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { formatDate } from '../../components/format.ts';
import { Note } from '../../components/states.tsx';
import { codesOf, planStateWords } from '../../components/words.ts';
import { OfficialPicker } from '../visits/OfficialPicker.tsx';
import { noReason, ReasonFields } from './ReasonFields.tsx';

const changes = {
  cell_notified: 'Đã báo chi bộ',
  move: 'Chuyển ngày',
  missed: 'Vắng',
  substitute_sent: 'Cử người dự thay',
  cancelled: 'Hủy lịch',
  planned: 'Trở lại dự kiến',
} as const;

type Change = keyof typeof changes;
const changeCodes = codesOf(changes);

type Props = { plan: PlanRecord; change: Change; date?: string | undefined; onClose: () => void };

/** What became of one plan. What is over, and whatever was missed, needs its reason (handbook R34). */
export function PlanDialog({ plan, change: first, date: toDate, onClose }: Props) {
  const offerUndo = useOfferUndo();
  const [change, setChange] = useState<Change>(first);
  const [date, setDate] = useState<string | null>(toDate ?? plan.date);
  const [reason, setReason] = useState(noReason);
  const [substitute, setSubstitute] = useState<string | null>(plan.substitute_id);
  const [name, setName] = useState('');
  const save = useChange(() => {
    const why = { reason_code: reason.code || null, reason: reason.text || null };
    if (change === 'move') return client.schedule.move({ id: plan.id, date: date ?? '', ...why });
    const instead = change === 'substitute_sent' ? { substitute_id: substitute, substitute_name: name || null } : {};
    return client.schedule.setState({ id: plan.id, state: change, ...why, ...instead });
  });
  const needsReason = plan.past || change === 'missed';
  const where = [plan.cell ?? 'Chi bộ chưa chọn', plan.grassroots === plan.cell ? null : plan.grassroots];
  if (plan.visit_id !== null) {
    return (
      <Dialog title="Lịch dự đã có lượt dự" opened onClose={onClose} action="Đóng" onAction={onClose} cancel="Đóng lại">
        <p>
          {plan.official} đã dự {where.filter(Boolean).join(', ')}.{' '}
          {plan.meeting_id && <Link href={`/meetings/${plan.meeting_id}`}>Mở buổi sinh hoạt</Link>}
        </p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={change === 'move' ? 'Chuyển ngày dự' : 'Cập nhật lịch dự'}
      opened
      onClose={onClose}
      action="Ghi"
      busy={save.isPending}
      error={save.error}
      disabled={(change === 'move' && date === null) || (needsReason && !reason.code && !reason.text.trim())}
      onAction={() =>
        save.mutate(undefined, {
          onSuccess: () => {
            void offerUndo(`Đã ghi: ${changes[change].toLowerCase()}, ${plan.official}`);
            onClose();
          },
        })
      }
    >
      <p>
        <strong>{plan.official}</strong>: {where.filter(Boolean).join(', ')}
        <span className="quiet">
          {' '}
          · {plan.date ? formatDate(plan.date) : 'chưa ấn định ngày'} · {planStateWords[plan.state]}
        </span>
      </p>
      <NativeSelect
        label="Việc cần ghi"
        data={changeCodes.map((value) => ({ value, label: changes[value] }))}
        value={change}
        data-autofocus={first !== 'move' || undefined}
        onChange={(event) => setChange(changeCodes.find((code) => code === event.currentTarget.value) ?? 'move')}
      />
      {change === 'move' && <DateField label="Sang ngày" value={date} onChange={setDate} required />}
      {change === 'substitute_sent' && (
        <>
          <OfficialPicker
            label="Người dự thay"
            value={substitute}
            onChange={setSubstitute}
            none="Không có trong danh sách"
          />
          {substitute === null && (
            <TextInput
              label="Họ và tên người dự thay"
              value={name}
              autoComplete="off"
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </>
      )}
      {plan.past && <Note tone="caution">Lịch này đã qua: mọi thay đổi đều ghi lý do.</Note>}
      {(needsReason || change === 'cancelled' || change === 'substitute_sent') && (
        <ReasonFields value={reason} onChange={setReason} required={needsReason} />
      )}
    </Dialog>
  );
}
