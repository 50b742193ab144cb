import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PetitionStep } from '../../../electron/contract/petitions.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { formatDate } from '../../components/format.ts';
import { Facts, Pane, PanePart } from '../../components/Pane.tsx';
import { ErrorState, Note, Waiting } from '../../components/states.tsx';
import { authorityWords, petitionStateWords } from '../../components/words.ts';
import { RecordHistory } from '../people/RecordHistory.tsx';
import { DuplicateDialog } from './DuplicateDialog.tsx';
import { LifeSteps } from './LifeSteps.tsx';
import { PetitionDialog } from './PetitionDialog.tsx';
import { attention, nextStep, stepLabel } from './petition-words.ts';
import { StepDialog } from './StepDialog.tsx';

type Asked = { kind: 'step'; step: PetitionStep } | { kind: 'edit' } | { kind: 'duplicate' };

/** One petition: its way with the days, and what can be recorded next; the usual step is the main button. */
export function PetitionPane({ id, onClose }: { id: string; onClose: () => void }) {
  const page = useQuery(api.petitions.get.queryOptions({ input: { id } }));
  const [asked, setAsked] = useState<Asked | null>(null);
  const offerUndo = useOfferUndo();
  const remove = useChange(() => client.petitions.remove({ id }));
  useKeys({ f2: () => page.data && setAsked({ kind: 'edit' }) });
  if (page.isError || !page.data) {
    return (
      <Pane title="Ý kiến, kiến nghị" onClose={onClose}>
        {page.isError ? <ErrorState error={page.error} /> : <Waiting />}
      </Pane>
    );
  }
  const { petition, matter, steps } = page.data;
  const main = nextStep(steps, petition.state);
  const needed = attention(petition);
  const close = () => setAsked(null);
  const source = petition.meeting_id ? (
    <Link href={`/meetings/${petition.meeting_id}`}>Buổi sinh hoạt</Link>
  ) : (
    'Chi bộ gửi'
  );
  return (
    <Pane
      title={petition.code}
      under={petition.cell === petition.grassroots ? petition.cell : `${petition.cell} — ${petition.grassroots}`}
      onClose={onClose}
    >
      <p className="petition-content">{petition.content}</p>
      {needed && (
        <Note tone={petition.overdue ? 'problem' : 'caution'}>
          {petition.overdue ? 'Quá hạn trả lời' : 'Đã trả lời, chưa báo lại chi bộ'}
        </Note>
      )}
      {remove.error && <ErrorState error={remove.error} />}
      <div className="petition-actions">
        {main && (
          <Button onClick={() => setAsked({ kind: 'step', step: main })}>{stepLabel(main, petition.state)}</Button>
        )}
        {steps
          .filter((step) => step !== main)
          .map((step) => (
            <Button key={step} variant="default" onClick={() => setAsked({ kind: 'step', step })}>
              {stepLabel(step, petition.state)}
            </Button>
          ))}
      </div>
      <PanePart title={petition.duplicate_of === null ? 'Quá trình giải quyết' : 'Lần nêu này'}>
        <LifeSteps petition={petition} />
      </PanePart>
      {matter.length > 1 && (
        <PanePart title={`Cùng một việc, ${matter.length} lần nêu`}>
          <ul className="plain-list dated-list">
            {matter.map((mention) => (
              <li key={mention.id}>
                <span>{formatDate(mention.date)}</span>
                <span>
                  {mention.id === petition.id ? (
                    mention.code
                  ) : (
                    <Link href={`/petitions/${mention.id}`}>{mention.code}</Link>
                  )}{' '}
                  · {mention.cell}
                  {mention.duplicate_of === null && <span className="quiet"> · lần đầu</span>}
                </span>
              </li>
            ))}
          </ul>
        </PanePart>
      )}
      <Facts
        facts={[
          ['Trạng thái', petitionStateWords[petition.state]],
          ['Loại', petition.kind_label],
          ['Lĩnh vực', petition.field_label],
          ['Thẩm quyền', petition.authority && authorityWords[petition.authority]],
          ['Cán bộ dự', petition.official],
          ['Nguồn', source],
          ['Ghi chú', petition.note],
        ]}
      />
      <RecordHistory record="petition" id={id} />
      <div className="petition-actions">
        <Button variant="default" onClick={() => setAsked({ kind: 'edit' })}>
          Sửa (F2)
        </Button>
        <Button variant="default" onClick={() => setAsked({ kind: 'duplicate' })}>
          Nhắc lại việc khác…
        </Button>
        <Button
          variant="subtle"
          color="gray"
          onClick={() =>
            remove.mutate(undefined, {
              onSuccess: () => {
                onClose();
                void offerUndo(`Đã xóa ${petition.code}`);
              },
            })
          }
        >
          Xóa
        </Button>
      </div>
      {asked?.kind === 'step' && <StepDialog petition={petition} step={asked.step} onClose={close} />}
      {asked?.kind === 'edit' && <PetitionDialog petition={petition} onClose={close} />}
      {asked?.kind === 'duplicate' && <DuplicateDialog petition={petition} onClose={close} />}
    </Pane>
  );
}
