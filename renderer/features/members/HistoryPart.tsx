import { NativeSelect, TextInput } from '@mantine/core';
import { z } from 'zod';
import { type HistoryEntry, historyEntry } from '../../../electron/contract/member-form.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { codesOf } from '../../components/words.ts';
import { ListPart } from './ListPart.tsx';
import { historyKindWords } from './member-words.ts';

const kinds = codesOf(historyKindWords);
const entries = z.array(historyEntry);
const areEntries = (value: unknown): value is HistoryEntry[] => entries.safeParse(value).success;

const blank = (): HistoryEntry => ({
  ...{ kind: 'work', from_date: null, to_date: null, content: '', place: null, document: null, note: null },
});

const contentLabels: Readonly<Record<HistoryEntry['kind'], string>> = {
  work: 'Công việc, chức vụ',
  training: 'Ngành, lớp, văn bằng',
  reward: 'Hình thức khen thưởng',
  badge: 'Huy hiệu (30 năm, 40 năm…)',
  discipline: 'Hình thức kỷ luật',
  abroad: 'Nước, lý do',
  gap: 'Lý do',
};

/** Work, training, rewards, badges, discipline, stays abroad, and gaps that party age does not count. */
export function HistoryPart({ id, saved }: { id: string; saved: HistoryEntry[] }) {
  return (
    <ListPart
      title="Quá trình công tác, đào tạo, khen thưởng, kỷ luật"
      keep={`member:${id}:history`}
      saved={saved}
      isRight={areEntries}
      save={(rows) => client.members.saveHistory({ id, entries: rows })}
      blank={blank}
      noun="dòng quá trình"
      empty="Chưa ghi gì. Huy hiệu Đảng và thời gian không sinh hoạt ghi ở đây được dùng để tính tuổi đảng, huy hiệu tiếp theo."
    >
      {(entry, set) => (
        <>
          <div className="form-row">
            <NativeSelect
              label="Loại"
              data={kinds.map((value) => ({ value, label: historyKindWords[value] }))}
              value={entry.kind}
              onChange={(event) => set({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? 'work' })}
            />
            <DateField label="Từ" partial value={entry.from_date} onChange={(from_date) => set({ from_date })} />
            <DateField label="Đến" partial value={entry.to_date} onChange={(to_date) => set({ to_date })} />
          </div>
          <div className="form-row">
            <Line
              label={contentLabels[entry.kind]}
              value={entry.content}
              onChange={(content) => set({ content: content ?? '' })}
            />
            <Line label="Nơi, cơ quan" value={entry.place} onChange={(place) => set({ place })} />
            <Line label="Văn bản, số hiệu" value={entry.document} onChange={(document) => set({ document })} />
          </div>
        </>
      )}
    </ListPart>
  );
}

/** A line of text; empty is null. */
export function Line(props: { label: string; value: string | null; onChange: (value: string | null) => void }) {
  return (
    <TextInput
      label={props.label}
      autoComplete="off"
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    />
  );
}
