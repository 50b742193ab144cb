import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RemarkForm, RemarkRecord } from '../../../electron/contract/remarks.ts';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FormFlow } from '../../components/FormFlow.tsx';
import { formatInt } from '../../components/format.ts';
import { Facts } from '../../components/Pane.tsx';
import { Note } from '../../components/states.tsx';
import { useGuard } from '../../components/use-guard.ts';
import { codesOf, remarkLevelWords } from '../../components/words.ts';
import { quotaText } from './remark-columns.tsx';

const levels = codesOf(remarkLevelWords);

/** The blocks of BC-10, in its order. */
const blocks = [
  ['grasped', 'Nắm tình hình, phổ biến chủ trương'],
  ['guided', 'Hướng dẫn, hỗ trợ, đôn đốc'],
  ['resolved', 'Vướng mắc đã giúp tháo gỡ'],
  ['proposals', 'Đề xuất với cấp trên và kết quả'],
  ['relations', 'Quan hệ công tác'],
  ['weaknesses', 'Hạn chế'],
] as const satisfies readonly (readonly [keyof RemarkForm, string])[];

/** What a committee writes of an official in a year; visits and quota come from the visit log and are not typed. */
export function RemarkDialog({ remark, year, onClose }: { remark: RemarkRecord; year: number; onClose: () => void }) {
  const [form, setForm] = useState(remark.form);
  const set = (change: Partial<RemarkForm>) => setForm((old) => ({ ...old, ...change }));
  const { asking, guard } = useGuard(form !== remark.form, onClose);
  const save = useChange(() =>
    client.remarks.save({ official_id: remark.official_id, committee_id: remark.committee_id, year, form }),
  );
  return (
    <Dialog
      title={`Nhận xét năm ${year}: ${remark.official}`}
      opened
      {...guard}
      action="Lưu"
      busy={save.isPending}
      error={save.error}
      onAction={() => save.mutate(undefined, { onSuccess: onClose })}
      size={760}
    >
      <Facts
        facts={[
          ['Đảng ủy', remark.committee],
          ['Phân công', remark.assignment_document],
          [
            'Tổng lượt',
            `${formatInt(remark.visit_total)} (dự chi bộ ${formatInt(remark.cell_visits)}, hoạt động khác ${formatInt(remark.events)})`,
          ],
          ['Định mức năm', [quotaText(remark), quotaWord(remark.quota_met)].filter(Boolean).join(', ')],
        ]}
      />
      <FormFlow>
        {blocks.map(([key, label], index) => (
          <Textarea
            key={key}
            label={label}
            autosize
            minRows={1}
            maxRows={6}
            value={form[key] ?? ''}
            data-autofocus={index === 0 || undefined}
            onChange={(event) => set({ [key]: event.currentTarget.value || null })}
          />
        ))}
        <div className="form-row">
          <NativeSelect
            label="Mức độ"
            data={[
              { value: '', label: 'Chưa chọn' },
              ...levels.map((code) => ({ value: code, label: remarkLevelWords[code] })),
            ]}
            value={form.level ?? ''}
            onChange={(event) => set({ level: levels.find((code) => code === event.currentTarget.value) ?? null })}
          />
          <TextInput
            label="Văn bản (số)"
            value={form.document ?? ''}
            autoComplete="off"
            onChange={(event) => set({ document: event.currentTarget.value || null })}
          />
          <DateField label="Ngày gửi" value={form.sent_on} onChange={(sent_on) => set({ sent_on })} />
        </div>
      </FormFlow>
      {asking && <Note tone="caution">Có thay đổi chưa lưu của nhận xét này.</Note>}
    </Dialog>
  );
}

function quotaWord(met: boolean | null): string {
  if (met === null) return '';
  return met ? 'đạt' : 'chưa đạt';
}
