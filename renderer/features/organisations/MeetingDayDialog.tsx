import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FormFlow } from '../../components/FormFlow.tsx';
import { CountField } from '../../components/small-fields.tsx';
import { useGuard } from '../../components/use-guard.ts';

type Props = { id: string; name: string; day: number | null; generalDay: number | null; onClose: () => void };
type How = 'own' | 'general' | 'exception';

/** The cell's day of the month from a day on (handbook R2), or an approved other day for a time (R3). */
export function MeetingDayDialog({ id, name, day: current, generalDay, onClose }: Props) {
  const offerUndo = useOfferUndo();
  const [how, setHow] = useState<How>('own');
  const [day, setDay] = useState(current);
  const [from, setFrom] = useState<string | null>(localToday());
  const [to, setTo] = useState<string | null>(null);
  const [document, setDocument] = useState('');
  const [reason, setReason] = useState('');
  const { asking, guard } = useGuard(day !== current || document !== '' || reason !== '', onClose);
  const change = useChange(async () => {
    if (from === null) return;
    if (how === 'exception' && day !== null && to !== null) {
      const days = { valid_from: from, valid_to: to };
      await client.organisations.approveMeetingDay({ id, day, ...days, approval_document: document, reason });
    } else {
      await client.organisations.setMeetingDay({ id, day: how === 'general' ? null : day, from, document, reason });
    }
  });
  const needsDay = how !== 'general';
  const ready =
    from !== null &&
    (!needsDay || (day !== null && day >= 1 && day <= 31)) &&
    (how !== 'exception' || (to !== null && reason.trim() !== ''));
  return (
    <Dialog
      title={asking ? 'Có thay đổi chưa lưu' : `Ngày sinh hoạt — ${name}`}
      opened
      {...guard}
      action="Ghi vào sổ"
      disabled={!ready}
      busy={change.isPending}
      error={change.error}
      onAction={() =>
        change.mutate(undefined, {
          onSuccess: () => {
            onClose();
            void offerUndo(`Đã ghi ngày sinh hoạt của ${name}`);
          },
        })
      }
    >
      <FormFlow>
        <Radio.Group
          label="Ghi"
          value={how}
          onChange={(value) => setHow(value === 'general' || value === 'exception' ? value : 'own')}
        >
          <div className="check-list">
            <Radio size="xs" value="own" label="Ngày riêng của chi bộ" />
            <Radio
              size="xs"
              value="general"
              label={`Theo quy định chung (${generalDay === null ? 'chưa quy định ngày' : `ngày ${generalDay}`})`}
            />
            <Radio size="xs" value="exception" label="Ngoại lệ được duyệt trong một thời gian" />
          </div>
        </Radio.Group>
        <div className="form-row">
          {needsDay && <CountField label="Ngày trong tháng" className="form-middle" value={day} onChange={setDay} />}
          <DateField label="Từ ngày" required value={from} onChange={setFrom} />
          {how === 'exception' && <DateField label="Đến ngày" required value={to} onChange={setTo} />}
        </div>
        <TextInput
          label={how === 'exception' ? 'Văn bản duyệt' : 'Văn bản'}
          value={document}
          onChange={(event) => setDocument(event.currentTarget.value)}
        />
        <TextInput
          label="Lý do"
          required={how === 'exception'}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </FormFlow>
    </Dialog>
  );
}
