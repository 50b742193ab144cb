import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type DocumentAbout, type IssueOptions, unissued } from '../../../electron/contract/documents.ts';
import type { PreparedIssue } from '../../../electron/contract/register.ts';
import type { OrganisationBasis } from '../../../electron/contract/reports.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { localToday } from '../../components/date-input.ts';
import { draftOf, type IssueDraft, optionsOf, type Relation, wasIssued } from './issue-draft.ts';

export type IssueQuestion = { code: string; about: DocumentAbout; basis?: OrganisationBasis };

/** What was issued (`frozen`: as it is kept; null: a draft in the register) and the words that tell it. */
export type Issued = { frozen: string | null; said: string };

type Act = 'issued' | 'draft';

/**
 * What the issue dialog knows and does: what the program prepared, what is typed over it, what the register and the other
 * reports say to it, and the saving. `asked`: how it stands to the one issued before, where that is known already.
 */
export function useIssue(question: IssueQuestion, asked: Relation | undefined) {
  const prepared = useQuery({ ...api.register.prepare.queryOptions({ input: question }), gcTime: 0 });
  const [typed, setTyped] = useState<IssueDraft | null>(null);
  const draft = typed ?? (prepared.data ? usualDraft(prepared.data, asked) : null);
  const chosen = draft && prepared.data ? optionsOf(draft, prepared.data) : null;
  const again = prepared.data !== undefined && wasIssued(prepared.data);
  const relation = again && draft ? draft.relation : null;
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
  const proposal = checked.data?.proposal ?? prepared.data?.proposal;
  const options = draft && chosen ? withProposed(chosen, draft, proposal) : null;
  const save = useChange(async (as: Act): Promise<Issued> => {
    if (!options || !draft || !prepared.data) throw new TypeError('nothing is prepared yet');
    const isFrozen = as === 'issued' && prepared.data.form === 'table' && !draft.numbered;
    const standing = { relation, reason: draft.reason.trim() };
    return isFrozen
      ? freeze(question, options, prepared.data, standing)
      : enter(
          question,
          as === 'issued' ? { options } : { options: { ...options, number: draft.number }, state: as },
          standing,
        );
  });
  return {
    prepared,
    draft,
    /** The draft as it would be saved, with the number that the series proposes. */
    options,
    proposal,
    relation,
    checked,
    compared,
    save,
    isTyped: typed !== null,
    change: (change: Partial<IssueDraft>) => draft && setTyped({ ...draft, ...change }),
  };
}

/** The draft before anything is typed. */
function usualDraft(prepared: PreparedIssue, asked: Relation | undefined): IssueDraft {
  return { ...draftOf(prepared, localToday()), ...(asked ? { relation: asked } : {}) };
}

/** A number nobody typed follows the series of the chosen day. */
function withProposed(
  chosen: IssueOptions,
  { number, numbered }: IssueDraft,
  proposal: PreparedIssue['proposal'] | undefined,
): IssueOptions {
  return number === null && numbered && proposal ? { ...chosen, number: proposal.number } : chosen;
}

type Standing = { relation: Relation | null; reason: string };

/** A table without a number of its own: its figures kept as they are (R40). */
async function freeze(
  question: IssueQuestion,
  { signer }: IssueOptions,
  { frozen_id }: PreparedIssue,
  { relation, reason }: Standing,
): Promise<Issued> {
  const earlier = frozen_id !== null && relation ? { id: frozen_id, relation, reason } : null;
  const { id } = await client.frozen.freeze({ ...question, number: null, date: null, signer, earlier });
  return { frozen: id, said: 'Đã chốt số liệu' };
}

/** Everything else goes into the register, signed or as a draft. */
async function enter(
  question: IssueQuestion,
  given: { options: IssueOptions; state?: 'draft' },
  { relation, reason }: Standing,
): Promise<Issued> {
  const why = relation ? { relation, ...(reason ? { reason } : {}) } : {};
  const { frozen_id: frozen, symbol, subject } = await client.register.issue({ ...question, ...given, ...why });
  return { frozen, said: `${frozen === null ? 'Đã ghi dự thảo vào sổ' : 'Đã ban hành'}: ${symbol ?? subject}` };
}
