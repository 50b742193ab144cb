import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OrganisationFacts } from '../../../electron/contract/organisations.ts';
import { api } from '../../app/data.ts';
import { offered } from '../../components/code-choices.ts';
import { CountField, TimeField } from '../../components/small-fields.tsx';

type Props = {
  facts: OrganisationFacts;
  set: (change: Partial<OrganisationFacts>) => void;
  /** Cells meet; committees do not. */
  ofCell: boolean;
};

const residentialWords = { '': 'Chưa rõ', yes: 'Chi bộ khu dân cư', no: 'Không phải khu dân cư' } as const;

/** What there is to say of an organisation beside name and parent. */
export function FactFields({ facts, set, ofCell }: Props) {
  const lists = useQuery(api.settings.codeLists.queryOptions());
  const entriesOf = (list: string, has: string | null | readonly string[]) =>
    offered(lists.data?.find((one) => one.list === list)?.entries, has);
  const textField = (key: 'short_name' | 'area' | 'phone' | 'default_place', label: string) => (
    <TextInput
      label={label}
      value={facts[key] ?? ''}
      onChange={(event) => set({ [key]: event.currentTarget.value || null })}
    />
  );
  return (
    <>
      <div className="form-row">
        {textField('short_name', 'Tên viết tắt')}
        {textField('phone', 'Điện thoại')}
      </div>
      <div className="form-row">
        <NativeSelect
          label="Loại hình"
          data={[{ value: '', label: 'Chưa rõ' }, ...entriesOf('cell_types', facts.cell_type)]}
          value={facts.cell_type ?? ''}
          onChange={(event) => set({ cell_type: event.currentTarget.value || null })}
        />
        {ofCell && (
          <NativeSelect
            label="Khu dân cư"
            data={Object.entries(residentialWords).map(([value, label]) => ({ value, label }))}
            value={facts.is_residential === null ? '' : facts.is_residential ? 'yes' : 'no'}
            onChange={({ currentTarget: { value } }) => set({ is_residential: value === '' ? null : value === 'yes' })}
          />
        )}
      </div>
      {textField('area', 'Địa bàn (thôn, bản, tổ dân phố)')}
      <Checkbox.Group
        label="Đặc điểm địa bàn"
        value={facts.difficulty_flags}
        onChange={(flags) => set({ difficulty_flags: flags })}
      >
        <div className="check-grid">
          {entriesOf('difficulty_flags', facts.difficulty_flags).map(({ value, label }) => (
            <Checkbox key={value} size="xs" value={value} label={label} />
          ))}
        </div>
      </Checkbox.Group>
      {ofCell && (
        <div className="form-row">
          <TimeField
            label="Giờ họp"
            className="form-narrow"
            value={facts.default_time}
            onChange={(value) => set({ default_time: value })}
          />
          {textField('default_place', 'Nơi họp')}
          <CountField
            label="Phút tối thiểu"
            className="form-middle"
            value={facts.own_min_minutes}
            onChange={(value) => set({ own_min_minutes: value === 0 ? null : value })}
          />
        </div>
      )}
      <Textarea
        label="Ghi chú"
        autosize
        minRows={1}
        value={facts.note ?? ''}
        onChange={(event) => set({ note: event.currentTarget.value || null })}
      />
    </>
  );
}
