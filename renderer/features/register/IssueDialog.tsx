import './register.css';
import { useHandOver, useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FormFlow } from '../../components/FormFlow.tsx';
import { ErrorState, Note, Waiting } from '../../components/states.tsx';
import { useGuard } from '../../components/use-guard.ts';
import { FindingList } from '../frozen/FindingList.tsx';
import { relationWords } from '../frozen/frozen-words.ts';
import { IssueFields } from './IssueFields.tsx';
import { IssueWarnings } from './IssueWarnings.tsx';
import type { Relation } from './issue-draft.ts';
import { type Issued, type IssueQuestion, useIssue } from './use-issue.ts';

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
  const issue = useIssue(question, asked);
  const { prepared, draft, options, relation, checked, save } = issue;
  const { asking, guard } = useGuard(issue.isTyped, onClose);
  const done = async ({ frozen, said }: Issued) => {
    onClose();
    if (frozen === null) return offerUndo(said);
    onIssued?.(frozen);
    await handOver(() => client.frozen.file({ id: frozen }));
    await offerUndo(said);
  };
  const act = (as: 'issued' | 'draft') => save.mutate(as, { onSuccess: (issued) => void done(issued) });
  const isTable = prepared.data?.form === 'table';
  const needsDay = !isTable || draft?.numbered === true;
  const isMissing = !options || (options.date === null && needsDay);
  const isUnexplained = relation !== null && draft?.reason.trim() === '';
  return (
    <Dialog
      title={relation ? relationWords[relation].title : 'Ban hành'}
      opened
      {...(isTable ? {} : { other: { label: 'Lưu dự thảo', onAct: () => act('draft') } })}
      {...guard}
      action="Ban hành và xuất tệp"
      disabled={isMissing || isUnexplained}
      busy={save.isPending}
      error={prepared.error ?? checked.error ?? save.error}
      onAction={() => act('issued')}
      size={680}
    >
      <Question issue={issue} />
      {asking && <Note tone="caution">Số, ngày và lựa chọn vừa ghi của văn bản này chưa được lưu.</Note>}
    </Dialog>
  );
}

/** The fields, and below them what disagrees. */
function Question({ issue }: { issue: ReturnType<typeof useIssue> }) {
  const { prepared, draft, options, compared } = issue;
  if (!prepared.data || !draft || !options) return prepared.isError ? null : <Waiting />;
  return (
    <FormFlow>
      <IssueFields
        prepared={prepared.data}
        draft={draft}
        number={options.number}
        proposal={issue.proposal ?? prepared.data.proposal}
        relation={issue.relation}
        onChange={issue.change}
      />
      <IssueWarnings warnings={issue.checked.data?.warnings ?? []} />
      {compared.isLoading && <p className="quiet">Đang đối chiếu với các biểu…</p>}
      {compared.isError && <ErrorState error={compared.error} />}
      {compared.data && <FindingList findings={compared.data} />}
    </FormFlow>
  );
}
