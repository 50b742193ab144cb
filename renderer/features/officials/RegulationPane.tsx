import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RegulationRecord } from '../../../electron/contract/regulations.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { DateField } from '../../components/DateField.tsx';
import { formatDate, formatSpan } from '../../components/format.ts';
import { Facts, Pane, PanePart } from '../../components/Pane.tsx';
import { AttachedFiles } from './AttachedFiles.tsx';
import { FormDialog } from './FormDialog.tsx';
import { prorationWords, quotaText, scopeWords } from './quota-words.ts';

type Props = {
  regulation: RegulationRecord;
  groupLabel: (code: string) => string;
  onEdit: () => void;
  onClose: () => void;
};

/** One regulation with what it asks of each title group. */
export function RegulationPane({ regulation, groupLabel, onEdit, onClose }: Props) {
  const [ending, setEnding] = useState(false);
  useKeys({ f2: onEdit, delete: () => setEnding(true) });
  return (
    <Pane title={regulation.number_symbol} under={regulation.subject} onClose={onClose}>
      <div className="pane-acts">
        <Button size="compact-sm" title="F2" onClick={onEdit}>
          Sửa quy định…
        </Button>
        <Button size="compact-sm" variant="default" title="Delete" onClick={() => setEnding(true)}>
          Hết hiệu lực…
        </Button>
      </div>
      <Facts
        facts={[
          ['Ngày ký', formatDate(regulation.date)],
          ['Cơ quan ban hành', regulation.issuing_body],
          ['Hiệu lực', formatSpan(regulation.valid_from, regulation.valid_to) || null],
        ]}
      />
      <PanePart title="Định mức theo nhóm chức danh">
        <ul className="plain-list">
          {regulation.quotas.map((quota) => (
            <li key={quota.id}>
              {quotaText(quota, groupLabel)}
              <div className="quiet small">
                {[scopeWords[quota.scope], prorationWords[quota.proration], quota.note].filter(Boolean).join(' · ')}
              </div>
            </li>
          ))}
        </ul>
      </PanePart>
      <PanePart title="Tệp văn bản">
        <AttachedFiles entity="regulation" id={regulation.id} />
      </PanePart>
      {ending && <EndRegulation regulation={regulation} onClose={() => setEnding(false)} />}
    </Pane>
  );
}

function EndRegulation({ regulation, onClose }: { regulation: RegulationRecord; onClose: () => void }) {
  const { asOf } = usePeriod();
  const offerUndo = useOfferUndo();
  const [day, setDay] = useState<string | null>(asOf);
  const end = useChange((valid_to: string) => client.regulations.end({ id: regulation.id, valid_to }));
  return (
    <FormDialog
      title="Quy định hết hiệu lực"
      action="Ghi hết hiệu lực"
      dirty={day !== asOf}
      busy={end.isPending}
      disabled={day === null}
      error={end.error}
      onClose={onClose}
      onAction={() =>
        day &&
        end.mutate(day, {
          onSuccess: () => {
            onClose();
            void offerUndo(`${regulation.number_symbol} hết hiệu lực`);
          },
        })
      }
    >
      <p>{regulation.number_symbol}: định mức các tháng đến ngày này vẫn tính theo quy định.</p>
      <DateField className="form-middle" label="Đến hết ngày" value={day} onChange={setDay} required />
    </FormDialog>
  );
}
