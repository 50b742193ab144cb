import { NativeSelect, TextInput } from '@mantine/core';
import type { TitleForm } from '../../../electron/contract/assignments.ts';
import { offered } from '../../components/code-choices.ts';
import { useTitleGroups } from './use-lists.ts';

type Values = Pick<TitleForm, 'title' | 'party_position' | 'title_group' | 'document'>;

/** A title, and the group that the quota goes by (handbook R27). */
export function TitleFields({ value, onChange }: { value: Values; onChange: (change: Partial<Values>) => void }) {
  const groups = useTitleGroups();
  return (
    <>
      <div className="form-row">
        <TextInput
          label="Chức danh"
          required
          value={value.title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <NativeSelect
          label="Nhóm chức danh (để tính định mức)"
          data={[{ value: '', label: 'Chưa xếp nhóm' }, ...offered(groups, value.title_group)]}
          value={value.title_group ?? ''}
          onChange={(event) => onChange({ title_group: event.currentTarget.value || null })}
        />
      </div>
      <div className="form-row">
        <TextInput
          label="Chức vụ đảng"
          value={value.party_position ?? ''}
          onChange={(event) => onChange({ party_position: event.currentTarget.value || null })}
        />
        <TextInput
          label="Văn bản"
          placeholder="số quyết định bổ nhiệm, phân công"
          value={value.document ?? ''}
          onChange={(event) => onChange({ document: event.currentTarget.value || null })}
        />
      </div>
    </>
  );
}
