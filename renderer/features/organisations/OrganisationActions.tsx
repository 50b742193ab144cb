import { useKeys } from '../../app/keys.ts';
import './organisations.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OrganisationFacts, OrganisationRecord } from '../../../electron/contract/organisations.ts';
import { CreateOrganisationDialog } from './CreateOrganisationDialog.tsx';
import { DissolveDialog } from './DissolveDialog.tsx';
import { EditOrganisationDialog } from './EditOrganisationDialog.tsx';
import { isCell } from './is-cell.ts';
import { MeetingDayDialog } from './MeetingDayDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';

type Props = { organisation: OrganisationRecord; facts: OrganisationFacts; generalDay: number | null };
type Act = 'edit' | 'day' | 'create' | 'merge' | 'split' | 'dissolve';

/** What can be done with one organisation, each act in a dialog of its own. */
export function OrganisationActions({ organisation, facts, generalDay }: Props) {
  const [act, setAct] = useState<Act | null>(null);
  const [, navigate] = useLocation();
  const close = () => setAct(null);
  useKeys({ f2: () => setAct('edit') });
  const open = (id: string) => {
    close();
    navigate(`/organisations/${id}`, { replace: true });
  };
  const ofCell = isCell(organisation.kind);
  const isRoot = organisation.parent_id === null;
  const acts: readonly (readonly [Act, string, boolean])[] = [
    ['edit', 'Sửa, đổi tên', true],
    ['day', 'Ngày sinh hoạt', ofCell],
    ['create', 'Tạo trực thuộc', !ofCell],
    ['merge', 'Sáp nhập', !isRoot],
    ['split', 'Chia tách', !isRoot],
    ['dissolve', 'Giải thể', !isRoot],
  ];
  return (
    <div className="pane-actions">
      {acts
        .filter(([, , shown]) => shown)
        .map(([key, label]) => (
          <Button key={key} variant="default" size="compact-sm" onClick={() => setAct(key)}>
            {label}
          </Button>
        ))}
      {isRoot && (
        <Button variant="default" size="compact-sm" onClick={() => navigate('/organisations/convert')}>
          Chuyển đổi 2025
        </Button>
      )}
      {act === 'edit' && <EditOrganisationDialog organisation={organisation} facts={facts} onClose={close} />}
      {act === 'create' && <CreateOrganisationDialog parent={organisation.id} onClose={close} onCreated={open} />}
      {act === 'merge' && <MergeDialog organisation={organisation} onClose={close} onDone={open} />}
      {act === 'split' && <SplitDialog organisation={organisation} facts={facts} onClose={close} onDone={open} />}
      {act === 'dissolve' && <DissolveDialog organisation={organisation} onClose={close} />}
      {act === 'day' && (
        <MeetingDayDialog
          id={organisation.id}
          name={organisation.name}
          day={organisation.meeting_day}
          generalDay={generalDay}
          onClose={close}
        />
      )}
    </div>
  );
}
