import './settings.css';
import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../app/data.ts';
import { useKeptChoice } from '../../app/kept.ts';
import { settingsParts } from '../../app/places.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { SecurityPart } from '../access/SecurityPart.tsx';
import { BackupsPart } from '../backups/BackupsPart.tsx';
import { LeavingPart } from '../people/LeavingPart.tsx';
import { UsersPart } from '../people/UsersPart.tsx';
import { TemplatesPart } from '../templates/TemplatesPart.tsx';
import { CodeListsPart } from './CodeListsPart.tsx';
import { DisplayPart } from './DisplayPart.tsx';
import { KindsPart } from './KindsPart.tsx';
import { OfficePart } from './OfficePart.tsx';
import { RulesPart } from './RulesPart.tsx';
import { SigningPart } from './SigningPart.tsx';
import { TermsPart } from './TermsPart.tsx';
import { dropSettingsDraft } from './use-settings-form.ts';

const parts = settingsParts.map(({ part }) => part);
type Part = (typeof parts)[number];

/** What the office says of itself and the rules it works by. A part with unsaved changes is not left for another without a word; another place finds them as they were typed. */
export function SettingsScreen({ asked }: { asked: string | undefined }) {
  const [, navigate] = useLocation();
  const [kept, setKept] = useKeptChoice('settings:part', parts, 'office');
  const [dirtyPart, setDirtyPart] = useState<Part | null>(null);
  const [wanted, setWanted] = useState<Part | null>(null);
  const settings = useQuery(api.settings.get.queryOptions());
  const part = parts.find((one) => one === asked) ?? kept ?? 'office';
  useEffect(() => setKept(part), [part, setKept]);
  const setDirty = useCallback((dirty: boolean) => setDirtyPart(dirty ? part : null), [part]);
  const goTo = (next: Part) => {
    setWanted(null);
    navigate(`/settings/${next}`, { replace: true });
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
            if (next && next !== part) dirtyPart === part ? setWanted(next) : goTo(next);
          }}
          data={settingsParts.map(({ part: value, label }) => ({ value, label }))}
        />
      </div>
      <VisuallyHidden component="h2">{settingsParts.find((one) => one.part === part)?.label}</VisuallyHidden>
      {part === 'office' && <OfficePart settings={settings.data} onDirty={setDirty} />}
      {part === 'signing' && <SigningPart saved={settings.data.signing} onDirty={setDirty} />}
      {part === 'terms' && <TermsPart terms={settings.data.terms} />}
      {part === 'rules' && <RulesPart />}
      {part === 'lists' && <CodeListsPart />}
      {part === 'kinds' && <KindsPart onDirty={setDirty} />}
      {part === 'templates' && <TemplatesPart />}
      {part === 'backups' && <BackupsPart />}
      {part === 'people' && <UsersPart />}
      {part === 'leaving' && <LeavingPart />}
      {part === 'security' && <SecurityPart />}
      {part === 'display' && <DisplayPart />}
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
