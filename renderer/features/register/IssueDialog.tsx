import './register.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type DocumentAbout, unissued } from '../../../electron/contract/documents.ts';
import type { PreparedIssue } from '../../../electron/contract/register.ts';
import type { OrganisationBasis } from '../../../electron/contract/reports.ts';
import { api, useChange } from '../../app/data.ts';
import { useHandOver, useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FormFlow } from '../../components/FormFlow.tsx';
import { ErrorState, Note, Waiting } from '../../components/states.tsx';
import { useGuard } from '../../components/use-guard.ts';
import { FindingList } from '../frozen/FindingList.tsx';
import { relationWords } from '../frozen/frozen-words.ts';
import { IssueFields } from './IssueFields.tsx';
import { IssueWarnings } from './IssueWarnings.tsx';
import { draftOf, type IssueDraft, optionsOf, type Relation } from './issue-draft.ts';

export type IssueQuestion = { code: string; about: DocumentAbout; basis?: OrganisationBasis };

type Props = {
  /** One document or table of the program. */
  question: IssueQuestion;
  /** How it stands to the one issued before, where that is known already. */
  relation?: Relation;
  onClose: () => void;
  /** `frozen`: what was issued, as it is kept. */
  onIssued?: (frozen: string) => void;
};

/**
 * Issues a document or a table: number, day, signer and marks into the register, what it says and its file kept as they are
 * (R40). Without a number a document is a draft, and a table goes up under the number of another. What disagrees with the
 * rules or with other reports is said and forbids nothing.
 */
export function IssueDialog({ question, relation: asked, onClose, onIssued }: Props) {
  const offerUndo = useOfferUndo();
  const handOver = useHandOver();
  const prepared = useQuery({ ...api.register.prepare.queryOptions({ input: question }), gcTime: 0 });
  const [typed, setTyped] = useState<IssueDraft | null>(null);
  const usual = prepared.data && { ...draftOf(prepared.data, localToday()), ...(asked ? { relation: asked } : {}) };
  const draft = typed ?? usual ?? null;
  const chosen = draft && prepared.data ? optionsOf(draft, prepared.data) : null;
  const again = prepared.data !== undefined && wasIssued(prepared.data);
  const relation = again && draft ? draft.relation : undefined;
  const checked = useQuery({
    ...api.register.check.queryOptions({
      input: { ...question, options: chosen ?? unissued, ...(relation ? { relation } : {}) },
      placeholderData: keepPreviousData,
    }),
    enabled: chosen !== null,
  });
  const compared = useQuery({
    ...api.frozen.check.queryOptions({ input: question }),
    enabled: prepared.data?.has_figures === true,
  });
  // A number nobody typed follows the series of the chosen day.
  const proposed = checked.data?.proposal ?? prepared.data?.proposal;
  const options =
    chosen && draft?.number === null && draft.numbered && proposed ? { ...chosen, number: proposed.number } : chosen;
  const save = useChange(async (as: 'issued' | 'draft'): Promise<Saved> => {
    if (!options || !draft || !prepared.data) throw new TypeError('nothing is prepared yet');
    const { form, frozen_id } = prepared.data;
    const reason = draft.reason.trim();
    if (as === 'issued' && form === 'table' && !draft.numbered) {
      const earlier = frozen_id !== null && relation ? { id: frozen_id, relation, reason } : null;
      const frozen = { number: null, date: null, signer: options.signer, earlier };
      return { frozen: (await client.frozen.freeze({ ...question, ...frozen })).id, said: 'Đã chốt số liệu' };
    }
    const why = relation ? { relation, ...(reason ? { reason } : {}) } : {};
    const given = as === 'issued' ? { options } : { options: { ...options, number: draft.number }, state: as };
    const { frozen_id: frozen, symbol, subject } = await client.register.issue({ ...question, ...given, ...why });
    return { frozen, said: `${frozen === null ? 'Đã ghi dự thảo vào sổ' : 'Đã ban hành'}: ${symbol ?? subject}` };
  });
  const { asking, guard } = useGuard(typed !== null, onClose);
  const done = async ({ frozen, said }: Saved) => {
    onClose();
    if (frozen === null) return offerUndo(said);
    onIssued?.(frozen);
    await handOver(() => client.frozen.file({ id: frozen }));
    await offerUndo(said);
  };
  const act = (as: 'issued' | 'draft') => save.mutate(as, { onSuccess: (saved) => void done(saved) });
  const isTable = prepared.data?.form === 'table';
  const missing = !options || (options.date === null && !(isTable && !draft?.numbered));
  return (
    <Dialog
      title={relation ? relationWords[relation].title : 'Ban hành'}
      opened
      {...(isTable ? {} : { other: { label: 'Lưu dự thảo', onAct: () => act('draft') } })}
      {...guard}
      action="Ban hành và xuất tệp"
      disabled={missing || (again && draft?.reason.trim() === '')}
      busy={save.isPending}
      error={prepared.error ?? checked.error ?? save.error}
      onAction={() => act('issued')}
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
          {compared.isLoading && <p className="quiet">Đang đối chiếu với các biểu…</p>}
          {compared.isError && <ErrorState error={compared.error} />}
          {compared.data && <FindingList findings={compared.data} />}
        </FormFlow>
      )}
      {asking && <Note tone="caution">Số, ngày và lựa chọn vừa ghi của văn bản này chưa được lưu.</Note>}
    </Dialog>
  );
}

type Saved = { frozen: string | null; said: string };

/** Signed or sent, or frozen without a number: what comes now stands to it in some way. */
function wasIssued({ row, frozen_id }: PreparedIssue): boolean {
  return frozen_id !== null || row?.state === 'signed' || row?.state === 'sent';
}
