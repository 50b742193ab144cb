import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RegisterChoices, RegisterForm, RegisterRow } from '../../../electron/contract/register.ts';
import { api, useChange } from '../../app/data.ts';
import { documentPath } from '../../app/document-path.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FormFlow } from '../../components/FormFlow.tsx';
import { Note } from '../../components/states.tsx';
import { useGuard } from '../../components/use-guard.ts';
import { frozenPath } from '../frozen/frozen-words.ts';
import { IssueWarnings } from './IssueWarnings.tsx';
import { OtherDocumentFields } from './OtherDocumentFields.tsx';

type Props = {
  /** Null: a new document made outside the program. */
  row: RegisterRow | null;
  /** What it may replace or supplement. */
  others: readonly RegisterRow[];
  choices: RegisterChoices;
  onClose: () => void;
};

/** A document made outside the program takes its place in the register; one that is there is looked at and corrected. */
export function OtherDocumentDialog({ row, others, choices, onClose }: Props) {
  const offerUndo = useOfferUndo();
  const [first] = useState(() => formOf(row, choices));
  const [form, setForm] = useState(first);
  const { asking, guard } = useGuard(form !== first, onClose);
  const complete = form.issuer !== 'cell' || form.organisation_id !== null;
  const checked = useQuery({
    ...api.register.checkForm.queryOptions({
      input: { id: row?.id ?? null, form: { ...form, subject: form.subject || '…' } },
    }),
    enabled: complete,
  });
  const catalogue = useQuery(api.documents.catalogue.queryOptions());
  const ofProgram = row?.about && catalogue.data?.some(({ code }) => code === row.code) ? row.about : null;
  const save = useChange(() => client.register.save({ id: row?.id ?? null, form }));
  return (
    <Dialog
      title={row === null ? 'Ghi văn bản lập ngoài chương trình' : `Văn bản ${row.symbol ?? 'chưa có số'}`}
      opened
      {...guard}
      action={row === null ? 'Ghi vào sổ' : 'Lưu'}
      disabled={!complete || form.subject.trim() === ''}
      busy={save.isPending}
      error={save.error}
      onAction={() =>
        save.mutate(undefined, {
          onSuccess: () => {
            onClose();
            void offerUndo(`Đã ghi vào sổ: ${form.subject}`);
          },
        })
      }
      size={680}
    >
      <FormFlow>
        {row && ofProgram && <Link href={documentPath(row.code, ofProgram)}>Mở văn bản như khi in</Link>}
        {row?.frozen_id && (
          <p>
            <Link href={frozenPath(row.frozen_id)}>Xem như khi ban hành</Link>, kèm tệp đã gửi và những gì đã thay đổi
            từ đó.
          </p>
        )}
        <OtherDocumentFields
          form={form}
          choices={choices}
          proposal={checked.data?.proposal ?? null}
          others={others.filter(({ id }) => id !== row?.id)}
          onChange={(change) => setForm((old) => ({ ...old, ...change }))}
        />
        <IssueWarnings warnings={complete ? (checked.data?.warnings ?? []) : []} />
      </FormFlow>
      {asking && <Note tone="caution">Có thay đổi chưa lưu của văn bản này.</Note>}
    </Dialog>
  );
}

function formOf(row: RegisterRow | null, { bodies, kinds }: RegisterChoices): RegisterForm {
  if (row === null) {
    return {
      kind_code: kinds.find(({ code }) => code === 'CV')?.code ?? kinds[0]?.code ?? 'CV',
      issuer: bodies[0]?.issuer ?? 'committee',
      organisation_id: null,
      body_code: bodies[0]?.body_code ?? '',
      number: null,
      date: localToday(),
      subject: '',
      signer_name: null,
      signer_title: null,
      signing_authority: null,
      receiver: null,
      replaces_id: null,
      relation: null,
      note: null,
    };
  }
  const { kind_code, issuer, organisation_id, body_code, number, date, subject, signer_name, signer_title } = row;
  const { signing_authority, receiver, replaces_id, relation, note } = row;
  return {
    ...{ kind_code, issuer, organisation_id, body_code, number, date, subject, signer_name, signer_title },
    ...{ signing_authority, receiver, replaces_id, relation, note },
  };
}
