import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { AssignmentRecord } from '../../../electron/contract/assignments.ts';
import { Facts, Pane, PanePart } from '../../components/Pane.tsx';
import { Note } from '../../components/states.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { type Act, AssignmentDialogs } from './AssignmentDialogs.tsx';
import { AssignmentItem } from './AssignmentItem.tsx';
import type { CellLine } from './cell-lines.ts';
import { findingsText } from './checks.ts';

/** One cell with its officials in three layers, and what can be done with each assignment. */
export function CellPane({ line, onClose }: { line: CellLine; onClose: () => void }) {
  const { cell, own, commune, higher, findings } = line;
  const [assigning, setAssigning] = useState(false);
  const [act, setAct] = useState<Act | null>(null);
  const layer = (title: string, assignments: readonly AssignmentRecord[]) => (
    <PanePart title={title}>
      {assignments.length === 0 && <p className="quiet">Chưa có.</p>}
      <ul className="plain-list">
        {assignments.map((assignment) => (
          <AssignmentItem
            key={assignment.id}
            assignment={assignment}
            onEnd={() => setAct({ what: 'end', assignments: [assignment] })}
            onHandOver={() => setAct({ what: 'hand_over', assignments: [assignment] })}
          >
            <Link href={`/officials/${assignment.official_id}`}>{assignment.official}</Link>
            {assignment.target_id !== cell.id && <> — {assignment.target}</>}
          </AssignmentItem>
        ))}
      </ul>
    </PanePart>
  );
  return (
    <Pane title={cell.name} under={cell.parent} onClose={onClose}>
      <div className="pane-acts">
        <Button size="compact-sm" onClick={() => setAssigning(true)}>
          Phân công cán bộ…
        </Button>
      </div>
      {findings.length > 0 && <Note tone="caution">{findingsText(findings)}</Note>}
      <Facts
        facts={[
          ['Ngày sinh hoạt', cell.meeting_day === null ? null : `ngày ${cell.meeting_day}`],
          [
            'Trang chi bộ',
            <Link key="page" href={`/organisations/${cell.id}`}>
              Mở chi bộ
            </Link>,
          ],
        ]}
      />
      {layer('Dự riêng chi bộ', own)}
      {layer('Qua đảng bộ cơ sở, tổ chỉ đạo', commune)}
      {layer('Qua cấp ủy cấp trên', higher)}
      {assigning && <AssignDialog targets={[cell.id]} onClose={() => setAssigning(false)} />}
      <AssignmentDialogs act={act} onClose={() => setAct(null)} />
    </Pane>
  );
}
