import { NativeSelect, TextInput } from '@mantine/core';
import type { IssuingBody } from '../../../electron/contract/settings.ts';
import { DateField } from '../../components/DateField.tsx';
import { ListEditor } from '../meetings/ListEditor.tsx';

const issuerWords = {
  advisory_body: 'Ban, văn phòng, ủy ban kiểm tra',
  congress: 'Đại hội',
  committee: 'Cấp ủy (trước khi đổi tên, chuyển đổi)',
} as const;
const issuers = ['advisory_body', 'congress', 'committee'] as const;

type Props = { bodies: readonly IssuingBody[]; onChange: (bodies: IssuingBody[]) => void };

/** Who else issues documents, as their header names them: further advisory bodies, a congress, the committee of before. */
export function BodiesEditor({ bodies, onChange }: Props) {
  return (
    <ListEditor
      items={[...bodies]}
      onChange={onChange}
      blank={() => ({
        issuer: 'advisory_body' as const,
        name: '',
        superior: null,
        body_code: '',
        place: null,
        valid_from: null,
        valid_to: null,
      })}
      noun="cơ quan"
      empty="Chỉ cấp ủy, ban tham mưu ghi ở phần Sổ và cơ quan và các chi bộ ban hành văn bản."
    >
      {(body, change) => (
        <>
          <div className="form-row">
            <NativeSelect
              label="Loại"
              data={issuers.map((value) => ({ value, label: issuerWords[value] }))}
              value={body.issuer}
              onChange={({ currentTarget: { value } }) =>
                change({ issuer: issuers.find((one) => one === value) ?? body.issuer })
              }
            />
            <TextInput
              label="Tên ở dòng 2"
              required
              value={body.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <TextInput
              label="Ký hiệu"
              required
              className="form-narrow"
              value={body.body_code}
              onChange={(event) => change({ body_code: event.currentTarget.value })}
            />
          </div>
          <div className="form-row">
            <TextInput
              label="Tên ở dòng 1"
              placeholder={body.issuer === 'advisory_body' ? 'Cấp ủy của ngày đó' : 'Đảng bộ cấp trên'}
              value={body.superior ?? ''}
              onChange={(event) => change({ superior: event.currentTarget.value || null })}
            />
            <DateField label="Từ ngày" value={body.valid_from} onChange={(valid_from) => change({ valid_from })} />
            <DateField label="Đến ngày" value={body.valid_to} onChange={(valid_to) => change({ valid_to })} />
          </div>
        </>
      )}
    </ListEditor>
  );
}
