import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { QuotaForm, RegulationForm } from '../../../electron/contract/regulations.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { ListEditor } from '../meetings/ListEditor.tsx';
import { FormDialog } from './FormDialog.tsx';
import { QuotaFields } from './QuotaFields.tsx';

export const emptyRegulation: RegulationForm = {
  number_symbol: '',
  date: null,
  issuing_body: null,
  subject: null,
  valid_from: null,
  valid_to: null,
  quotas: [],
};

const emptyQuota: QuotaForm = {
  id: null,
  title_group: '',
  min_visits: 1,
  cycle: 'month',
  counted_kinds: ['regular', 'thematic', 'regular_with_thematic'],
  scope: 'list',
  per_cell: false,
  proration: 'by_month',
  note: null,
};

type Props = { id: string | null; initial: RegulationForm; onClose: () => void };

/** A regulation with the quota of each title group. */
export function RegulationDialog({ id, initial, onClose }: Props) {
  const [form, setForm] = useState(initial);
  const set = (change: Partial<RegulationForm>) => setForm((old) => ({ ...old, ...change }));
  const choices = useQuery(api.regulations.choices.queryOptions());
  const save = useChange((value: RegulationForm) => client.regulations.save({ id, form: value }));
  const isReady = form.number_symbol.trim() !== '' && form.quotas.every(({ title_group }) => title_group !== '');
  return (
    <FormDialog
      title={id === null ? 'Thêm quy định' : `Sửa: ${initial.number_symbol}`}
      action="Lưu"
      size={1080}
      dirty={form !== initial}
      busy={save.isPending}
      disabled={!isReady}
      error={save.error}
      onClose={onClose}
      onAction={() => save.mutate(form, { onSuccess: onClose })}
    >
      <div className="form-row">
        <TextInput
          label="Số, ký hiệu"
          required
          data-autofocus
          value={form.number_symbol}
          onChange={(event) => set({ number_symbol: event.currentTarget.value })}
        />
        <DateField className="form-middle" label="Ngày ký" value={form.date} onChange={(date) => set({ date })} />
        <TextInput
          label="Cơ quan ban hành"
          value={form.issuing_body ?? ''}
          onChange={(event) => set({ issuing_body: event.currentTarget.value || null })}
        />
        <DateField
          className="form-middle"
          label="Có hiệu lực từ"
          value={form.valid_from}
          onChange={(valid_from) => set({ valid_from })}
        />
        <DateField
          className="form-middle"
          label="Đến hết ngày"
          value={form.valid_to}
          onChange={(valid_to) => set({ valid_to })}
        />
      </div>
      <TextInput
        label="Trích yếu"
        value={form.subject ?? ''}
        onChange={(event) => set({ subject: event.currentTarget.value || null })}
      />
      <ListEditor<QuotaForm>
        items={form.quotas}
        onChange={(quotas) => set({ quotas })}
        blank={() => emptyQuota}
        noun="định mức"
        empty="Chưa có định mức: thêm một dòng cho mỗi nhóm chức danh."
      >
        {(quota, change) => (
          <QuotaFields
            quota={quota}
            onChange={change}
            groups={choices.data?.title_groups ?? []}
            events={choices.data?.event_kinds ?? []}
          />
        )}
      </ListEditor>
    </FormDialog>
  );
}
