import './frozen.css';
import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { FrozenSummary, Relation } from '../../../electron/contract/frozen.ts';
import type { OrganisationBasis } from '../../../electron/contract/reports.ts';
import { api, useChange } from '../../app/data.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FormFlow } from '../../components/FormFlow.tsx';
import { CountField } from '../../components/small-fields.tsx';
import { ErrorState, Note } from '../../components/states.tsx';
import { useGuard } from '../../components/use-guard.ts';
import { FindingList } from './FindingList.tsx';
import { frozenName, frozenPath, relationWords } from './frozen-words.ts';

export type FrozenQuestion = {
  code: string;
  about: { period?: string | undefined; unit?: string | undefined; id?: string | undefined };
  basis?: OrganisationBasis;
};

type Props = {
  question: FrozenQuestion;
  /** The frozen report that this one replaces or supplements. */
  earlier: { summary: FrozenSummary; relation: Relation } | null;
  onClose: () => void;
};

/** Before figures are frozen: what disagrees, under which number and day they go out, and why there is a later report. */
export function FreezeDialog({ question, earlier, onClose }: Props) {
  const [, navigate] = useLocation();
  const handOver = useHandOver();
  const [number, setNumber] = useState<number | null>(null);
  const [date, setDate] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { asking, guard } = useGuard(number !== null || date !== null || reason !== '', onClose);
  const checked = useQuery(api.frozen.check.queryOptions({ input: question }));
  const freezing = useChange(client.frozen.freeze);
  const act = async () => {
    const made = await freezing.mutateAsync({
      ...question,
      ...{ number, date, signer: null },
      earlier: earlier && { id: earlier.summary.id, relation: earlier.relation, reason },
    });
    await handOver(async () => made);
    onClose();
    navigate(frozenPath(made.id));
  };
  const title = earlier ? relationWords[earlier.relation].title : 'Chốt số liệu';
  return (
    <Dialog
      opened
      size={640}
      title={title}
      {...guard}
      action="Chốt và xuất tệp"
      onAction={() => void act().catch(() => undefined)}
      busy={freezing.isPending}
      disabled={earlier !== null && reason.trim() === ''}
      error={freezing.error}
    >
      {earlier ? (
        <p>
          {relationWords[earlier.relation].of} {frozenName(earlier.summary)}. Tệp ghi rõ điều này kèm bảng số liệu điều
          chỉnh.
        </p>
      ) : (
        <p>
          Số liệu và các dòng làm nên từng số được giữ nguyên như lúc gửi. Sửa sau này không làm thay đổi bản đã chốt.
        </p>
      )}
      <FormFlow>
        {earlier && (
          <Textarea
            label="Lý do"
            required
            autosize
            minRows={2}
            maxRows={4}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <div className="freeze-issue">
          <CountField label="Số văn bản" value={number} onChange={setNumber} />
          <DateField label="Ngày văn bản" value={date} onChange={setDate} />
        </div>
      </FormFlow>
      {checked.isPending && <p className="quiet">Đang đối chiếu…</p>}
      {checked.isError && <ErrorState error={checked.error} />}
      {checked.data && <FindingList findings={checked.data} />}
      {asking && <Note tone="caution">Số, ngày, lý do vừa ghi chưa được lưu; số liệu chưa được chốt.</Note>}
    </Dialog>
  );
}
