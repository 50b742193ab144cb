import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { secrecy, urgency } from '../../../electron/contract/documents.ts';
import type { NumberProposal, PreparedIssue } from '../../../electron/contract/register.ts';
import { DateField } from '../../components/DateField.tsx';
import { formatDate } from '../../components/format.ts';
import { CountField } from '../../components/small-fields.tsx';
import type { IssueDraft, Relation } from './issue-draft.ts';

type Props = {
  prepared: PreparedIssue;
  draft: IssueDraft;
  /** As it would be given now: typed, or the next of the series. */
  number: number | null;
  proposal: NumberProposal;
  /** Only for a document that was issued before. */
  relation: Relation | null;
  onChange: (change: Partial<IssueDraft>) => void;
};

const spellings = ['as_typed', 'new', 'old'] as const;

/** The fields of the issue dialog: number and day, signer, marks, recipients. */
export function IssueFields({ prepared, draft, number, proposal, relation, onChange }: Props) {
  const { form, kind, kind_code, body_code, issuer_name, subject, signers, formats, row } = prepared;
  const chosen = signers.findIndex(
    ({ title, authority }) => title === draft.signer?.title && authority === draft.signer?.authority,
  );
  return (
    <>
      <p className="issue-what">
        <strong>{kind}</strong> {subject} — {issuer_name}
      </p>
      {relation !== null && (
        <NativeSelect
          label={`Văn bản đã ban hành${row?.symbol ? `: ${row.symbol}` : ''}. Bản này`}
          data={[
            { value: 'replaces', label: 'Thay thế bản đã ban hành' },
            { value: 'supplements', label: 'Bổ sung bản đã ban hành' },
          ]}
          value={relation}
          onChange={({ currentTarget: { value } }) =>
            onChange({ relation: value === 'supplements' ? 'supplements' : 'replaces' })
          }
        />
      )}
      {relation !== null && (
        <Textarea
          label="Lý do"
          required
          autosize
          minRows={2}
          maxRows={4}
          value={draft.reason}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      )}
      <div className="form-row">
        {draft.numbered && (
          <CountField
            label={`Số (…-${kind_code}/${body_code})`}
            value={number}
            onChange={(typed) => onChange({ number: typed })}
          />
        )}
        <DateField label="Ngày văn bản" value={draft.date} onChange={(date) => onChange({ date })} required />
        <Checkbox
          className="issue-check"
          label={form === 'table' ? 'Gửi kèm văn bản khác, không đánh số' : 'Không đánh số'}
          checked={!draft.numbered}
          onChange={(event) => onChange({ numbered: !event.currentTarget.checked, number: null })}
        />
      </div>
      {draft.numbered && <p className="quiet issue-what">{proposalWords(proposal)}</p>}
      <div className="form-row">
        <NativeSelect
          label="Người ký"
          data={[
            ...signers.map(({ authority, title, name }, index) => ({
              value: String(index),
              label: [authority, title, name].filter(Boolean).join(' · '),
            })),
            ...(chosen === -1 ? [{ value: '-1', label: 'Như đã chọn' }] : []),
          ]}
          value={String(chosen)}
          onChange={(event) => onChange({ signer: signers[Number(event.currentTarget.value)] ?? draft.signer })}
        />
        <TextInput
          label="Họ và tên người ký"
          value={draft.signer?.name ?? ''}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) =>
            onChange({ signer: { title: '', authority: '', ...draft.signer, name: value } })
          }
        />
      </div>
      {form === 'document' && <DocumentFields draft={draft} formats={formats} onChange={onChange} />}
    </>
  );
}

type OnlyDocuments = Pick<Props, 'draft' | 'onChange'> & Pick<PreparedIssue, 'formats'>;

/** What is printed on a document and not on a table: marks, format, recipients. */
function DocumentFields({ draft, formats, onChange }: OnlyDocuments) {
  return (
    <>
      <div className="form-row">
        <NativeSelect
          label="Độ mật"
          data={[{ value: '', label: 'Không' }, ...secrecy.options]}
          value={draft.secrecy ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ secrecy: secrecy.options.find((one) => one === value) ?? null })
          }
        />
        <NativeSelect
          label="Độ khẩn"
          data={[{ value: '', label: 'Không' }, ...urgency.options]}
          value={draft.urgency ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ urgency: urgency.options.find((one) => one === value) ?? null })
          }
        />
        <NativeSelect
          label="Cách viết"
          data={[
            { value: '', label: 'Theo thể thức' },
            { value: 'as_typed', label: 'Như đã gõ' },
            { value: 'new', label: 'cấp ủy, hòa' },
            { value: 'old', label: 'cấp uỷ, hoà' },
          ]}
          value={draft.spelling ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ spelling: spellings.find((one) => one === value) ?? null })
          }
        />
        <NativeSelect
          label="Thể thức"
          data={[
            { value: '', label: 'Theo ngày ký' },
            ...formats.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={draft.format ?? ''}
          onChange={(event) => onChange({ format: event.currentTarget.value || null })}
        />
      </div>
      <div className="form-row">
        <Textarea
          label="Nơi nhận, mỗi dòng một nơi"
          autosize
          minRows={3}
          maxRows={7}
          value={draft.recipients}
          onChange={(event) => onChange({ recipients: event.currentTarget.value })}
        />
        <Textarea
          label="Dấu chỉ dẫn, mỗi dòng một dấu"
          placeholder="Dự thảo lần 1"
          autosize
          minRows={3}
          maxRows={7}
          value={draft.marks}
          onChange={(event) => onChange({ marks: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label="In hai mặt"
        checked={draft.duplex}
        onChange={(event) => onChange({ duplex: event.currentTarget.checked })}
      />
    </>
  );
}

/** `Số tiếp theo của dãy: 06. Số gần nhất: 05-BC/HU ngày 03/07/2024. Nhiệm kỳ 2020–2025.` */
export function proposalWords({ number, term, last, hint }: NumberProposal): string {
  const parts = [`Số tiếp theo của dãy: ${String(number).padStart(2, '0')}`];
  if (last) parts.push(`số gần nhất: ${last.symbol}${last.date ? ` ngày ${formatDate(last.date)}` : ''}`);
  if (term) parts.push(`nhiệm kỳ ${term}`);
  return `${parts.join(' · ')}.${hint ? ` ${hint}` : ''}`;
}
