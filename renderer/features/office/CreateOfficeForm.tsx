import '../../components/fields.css';
import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { shell } from '../../app/shell.ts';
import { useOfficeDoors } from '../../app/use-office.ts';
import { ErrorState, Note } from '../../components/states.tsx';
import { levelMismatch } from './level-of-name.ts';
import { type OfficeLevel, officePresets, suggestedFileName } from './presets.ts';

type Draft = { level: OfficeLevel; name: string; superior: string; place: string; path: string };

/** A new office: what it is, how it is called, under whom, and where its file goes. */
export function CreateOfficeForm() {
  const [draft, setDraft] = useState<Draft>({ level: 'commune', name: '', superior: '', place: '', path: '' });
  const { create } = useOfficeDoors();
  const preset = officePresets.find(({ level }) => level === draft.level) ?? officePresets[0];
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const { saveOfficeAs } = shell;
  const mismatch = levelMismatch(draft.level, draft.name);

  const choosePath = async (): Promise<string | null> => {
    const path = saveOfficeAs ? await saveOfficeAs(suggestedFileName(draft.name)) : null;
    if (path) set({ path });
    return path;
  };
  const submit = async () => {
    const path = draft.path.trim() || (await choosePath());
    if (path) create.mutate({ ...draft, path });
  };

  return (
    <section className="start-door">
      <h2>Tạo sổ mới</h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Radio.Group
          label="Loại cấp ủy"
          value={draft.level}
          onChange={(value) => {
            const level = officePresets.find((candidate) => candidate.level === value)?.level;
            if (level) set({ level });
          }}
        >
          <div className="start-levels">
            {officePresets.map(({ level, label }) => (
              <Radio key={level} value={level} label={label} size="xs" />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label="Tên cấp ủy"
          data-autofocus
          placeholder={preset.name}
          value={draft.name}
          required
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {mismatch && <Note tone="caution">{mismatch}</Note>}
        <div className="form-row">
          <TextInput
            label="Cấp ủy cấp trên"
            placeholder={preset.superior}
            value={draft.superior}
            required
            onChange={(event) => set({ superior: event.currentTarget.value })}
          />
          <TextInput
            label="Địa danh"
            placeholder={preset.place}
            value={draft.place}
            required
            onChange={(event) => set({ place: event.currentTarget.value })}
          />
        </div>
        <div className="form-row start-path">
          <TextInput
            label="Nơi lưu tệp sổ"
            placeholder={saveOfficeAs ? 'Chọn khi tạo sổ' : `/thư-mục/${suggestedFileName(draft.name)}`}
            value={draft.path}
            required={!saveOfficeAs}
            onChange={(event) => set({ path: event.currentTarget.value })}
          />
          {saveOfficeAs && (
            <Button type="button" variant="default" onClick={choosePath}>
              Chọn…
            </Button>
          )}
        </div>
        {create.isError && <ErrorState error={create.error} />}
        <div>
          <Button type="submit" loading={create.isPending}>
            Tạo sổ
          </Button>
        </div>
      </form>
    </section>
  );
}
