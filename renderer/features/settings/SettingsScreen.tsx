import './settings.css';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/data.ts';
import { useKeptChoice } from '../../app/kept.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { TemplatesPart } from '../templates/TemplatesPart.tsx';
import { CodeListsPart } from './CodeListsPart.tsx';
import { KindsPart } from './KindsPart.tsx';
import { OfficePart } from './OfficePart.tsx';
import { RulesPart } from './RulesPart.tsx';
import { SigningPart } from './SigningPart.tsx';
import { TermsPart } from './TermsPart.tsx';
import { dropSettingsDraft } from './use-settings-form.ts';

const parts = ['office', 'signing', 'terms', 'rules', 'lists', 'kinds', 'templates'] as const;
type Part = (typeof parts)[number];

/** What the office says of itself and the rules it works by. A part with unsaved changes is not left for another without a word; another place finds them as they were typed. */
export function SettingsScreen() {
  const [kept, setKept] = useKeptChoice('settings:part', parts, 'office');
  const [dirty, setDirty] = useState(false);
  const [wanted, setWanted] = useState<Part | null>(null);
  const settings = useQuery(api.settings.get.queryOptions());
  const part = kept ?? 'office';
  const goTo = (next: Part) => {
    setDirty(false);
    setWanted(null);
    setKept(next);
  };
  if (settings.isError) return <ErrorState error={settings.error} />;
  if (!settings.data) return <Waiting />;
  return (
    <div className="settings">
      <div className="list-screen-tools">
        <SegmentedControl
          aria-label="Phần thiết lập"
          value={part}
          onChange={(value) => {
            const next = parts.find((one) => one === value);
            if (next && next !== part) dirty ? setWanted(next) : goTo(next);
          }}
          data={[
            { value: 'office', label: 'Sổ và cơ quan' },
            { value: 'signing', label: 'Người ký, nơi nhận' },
            { value: 'terms', label: 'Nhiệm kỳ' },
            { value: 'rules', label: 'Quy tắc' },
            { value: 'lists', label: 'Danh mục' },
            { value: 'kinds', label: 'Thể loại văn bản' },
            { value: 'templates', label: 'Mẫu Word' },
          ]}
        />
      </div>
      {part === 'office' && <OfficePart settings={settings.data} onDirty={setDirty} />}
      {part === 'signing' && <SigningPart saved={settings.data.signing} onDirty={setDirty} />}
      {part === 'terms' && <TermsPart terms={settings.data.terms} />}
      {part === 'rules' && <RulesPart />}
      {part === 'lists' && <CodeListsPart />}
      {part === 'kinds' && <KindsPart onDirty={setDirty} />}
      {part === 'templates' && <TemplatesPart />}
      <Dialog
        title="Có thay đổi chưa lưu"
        opened={wanted !== null}
        onClose={() => setWanted(null)}
        action="Bỏ thay đổi"
        cancel="Ở lại"
        destructive
        onAction={() => {
          dropSettingsDraft(part);
          if (wanted) goTo(wanted);
        }}
      >
        <p>Thay đổi ở phần này chưa được lưu (Ctrl+S).</p>
      </Dialog>
    </div>
  );
}
