import './register.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentAbout, IssueOptions } from '../../../electron/contract/documents.ts';
import type { RegisterRow } from '../../../electron/contract/register.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FormFlow } from '../../components/FormFlow.tsx';
import { Note, Waiting } from '../../components/states.tsx';
import { useGuard } from '../../components/use-guard.ts';
import { IssueFields } from './IssueFields.tsx';
import { IssueWarnings } from './IssueWarnings.tsx';
import { draftOf, type IssueDraft, optionsOf, type Relation } from './issue-draft.ts';

type Props = {
  /** One document of the program. */
  question: { code: string; about: DocumentAbout };
  onClose: () => void;
  onIssued?: (row: RegisterRow) => void;
  /** Issues in place of the register alone: a report that is frozen with its number. */
  issue?: (options: IssueOptions, relation: Relation | undefined) => Promise<RegisterRow>;
};

/**
 * Gives a document its number, day, signer and marks, and writes it into the register: signed where it has number and
 * day, else as a draft. What disagrees with the rules is said and forbids nothing.
 */
export function IssueDialog({ question, onClose, onIssued, issue }: Props) {
  const prepared = useQuery({ ...api.register.prepare.queryOptions({ input: question }), gcTime: 0 });
  const [typed, setTyped] = useState<IssueDraft | null>(null);
  const draft = typed ?? (prepared.data ? draftOf(prepared.data, localToday()) : null);
  const asked = draft && prepared.data ? optionsOf(draft, prepared.data) : null;
  const checked = useQuery({
    ...api.register.check.queryOptions({
      input: { ...question, options: asked ?? emptyOptions },
      placeholderData: keepPreviousData,
    }),
    enabled: asked !== null,
  });
  // A number nobody typed follows the series of the chosen day.
  const proposed = checked.data?.proposal ?? prepared.data?.proposal;
  const options =
    asked && draft?.number === null && draft.numbered && proposed ? { ...asked, number: proposed.number } : asked;
  const relation = prepared.data?.row && isIssued(prepared.data.row) ? (draft?.relation ?? 'replaces') : undefined;
  const save = useChange(({ as }: { as: 'issued' | 'draft' }) => {
    if (!options) throw new TypeError('nothing is prepared yet');
    if (as === 'issued') {
      return issue
        ? issue(options, relation)
        : client.register.issue({ ...question, options, ...(relation ? { relation } : {}) });
    }
    const kept = { ...options, number: draft?.number ?? null };
    return client.register.issue({ ...question, options: kept, state: 'draft', ...(relation ? { relation } : {}) });
  });
  const { asking, guard } = useGuard(typed !== null, onClose);
  const done = (row: RegisterRow) => {
    onIssued?.(row);
    onClose();
  };
  return (
    <Dialog
      title="Ban hành văn bản"
      opened
      other={{ label: 'Lưu dự thảo', onAct: () => save.mutate({ as: 'draft' }, { onSuccess: done }) }}
      {...guard}
      action="Ghi vào sổ"
      disabled={options === null || options.date === null}
      busy={save.isPending}
      error={prepared.error ?? checked.error ?? save.error}
      onAction={() => save.mutate({ as: 'issued' }, { onSuccess: done })}
      size={680}
    >
      {!prepared.data && !prepared.isError && <Waiting />}
      {prepared.data && draft && options && (
        <FormFlow>
          <IssueFields
            prepared={prepared.data}
            draft={draft}
            number={options.number}
            proposal={proposed ?? prepared.data.proposal}
            relation={relation ?? null}
            onChange={(change) => setTyped({ ...draft, ...change })}
          />
          <IssueWarnings warnings={checked.data?.warnings ?? []} />
        </FormFlow>
      )}
      {asking && <Note tone="caution">Số, ngày và lựa chọn vừa ghi của văn bản này chưa được lưu.</Note>}
    </Dialog>
  );
}

const emptyOptions: IssueOptions = {
  number: null,
  date: null,
  signer: null,
  recipients: null,
  secrecy: null,
  urgency: null,
  marks: [],
  spelling: null,
  duplex: false,
  format: null,
};

const isIssued = ({ state }: RegisterRow) => state === 'signed' || state === 'sent';
