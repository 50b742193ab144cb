import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/data.ts';
import type { StepProps } from './step-props.ts';

const evidenceWords = {
  A: 'theo văn bản',
  B: 'theo một nguồn',
  C: 'do chương trình soạn, chưa đối chiếu văn bản',
} as const;

/** Loads an agenda: the steps of the kind of meeting, or the content of a type of cell. Adds; takes nothing out. */
export function AgendaLoader({ page, form, set }: StepProps) {
  const { cell_id, period } = page.meeting;
  const agendas = useQuery(api.meetings.agendas.queryOptions({ input: { cell_id, period, kind: form.kind } }));
  const [code, setCode] = useState('');
  const all = agendas.data ?? [];
  const chosen = all.find((agenda) => agenda.code === code) ?? all[0];
  if (!chosen) return null;
  const present = new Set(form.agenda.map(({ title }) => title));
  return (
    <div className="form">
      <div className="agenda-loader">
        <NativeSelect
          aria-label="Chương trình mẫu"
          data={all.map(({ code: value, label }) => ({ value, label }))}
          value={chosen.code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button
          variant="default"
          onClick={(event) => {
            const fields = event.currentTarget.closest('section');
            const added = chosen.items.filter((title) => !present.has(title));
            const items = added.map((title) => ({ key: crypto.randomUUID(), title, content: null, conclusion: null }));
            set({ agenda: [...form.agenda, ...items] });
            window.setTimeout(() => fields?.querySelector('textarea')?.focus());
          }}
        >
          Nạp chương trình mẫu
        </Button>
      </div>
      <p className="quiet small">
        {chosen.source} ({evidenceWords[chosen.evidence]}).
      </p>
    </div>
  );
}
