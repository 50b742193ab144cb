import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Signing } from '../../../electron/contract/settings.ts';
import { api } from '../../app/data.ts';
import { DateField } from '../../components/DateField.tsx';
import { ListEditor } from '../meetings/ListEditor.tsx';

type Props = { signing: Signing; onChange: (signers: Signing['signers']) => void };

/** Who signs: in whose name, for which body, from which day to which. */
export function SignersEditor({ signing, onChange }: Props) {
  const choices = useQuery(api.register.choices.queryOptions({ input: {} }));
  const lines = choices.data?.signing_lines ?? [];
  const bodies = [...(choices.data?.bodies ?? []), ...signing.bodies];
  const bodyNames = new Map(bodies.map(({ body_code, name }) => [body_code, `${name} (${body_code})`]));
  return (
    <ListEditor
      items={signing.signers}
      onChange={onChange}
      blank={() => ({ name: '', title: '', authority: '', signs_for: null, valid_from: null, valid_to: null })}
      noun="người ký"
      empty="Chưa ghi người ký nào; văn bản để trống chỗ ký."
    >
      {(signer, change) => (
        <>
          <div className="form-row">
            <TextInput
              label="Họ và tên"
              value={signer.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <Autocomplete
              label="Quyền hạn ký (T/M, K/T, T/L…)"
              data={lines.flatMap(({ authority }) => (authority === '' ? [] : [authority]))}
              value={signer.authority}
              onChange={(authority) => change({ authority })}
            />
            <Autocomplete
              label="Chức vụ"
              required
              data={lines.find(({ authority }) => authority === signer.authority)?.titles ?? []}
              value={signer.title}
              onChange={(title) => change({ title })}
            />
          </div>
          <div className="form-row">
            <NativeSelect
              label="Ký văn bản của"
              data={[
                { value: '', label: 'Theo quyền hạn ký' },
                ...[...bodyNames].map(([value, label]) => ({ value, label })),
                ...(signer.signs_for !== null && !bodyNames.has(signer.signs_for) ? [signer.signs_for] : []),
              ]}
              value={signer.signs_for ?? ''}
              onChange={(event) => change({ signs_for: event.currentTarget.value || null })}
            />
            <DateField label="Từ ngày" value={signer.valid_from} onChange={(valid_from) => change({ valid_from })} />
            <DateField label="Đến ngày" value={signer.valid_to} onChange={(valid_to) => change({ valid_to })} />
          </div>
        </>
      )}
    </ListEditor>
  );
}
