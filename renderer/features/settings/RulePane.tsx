import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OfficeRule } from '../../../electron/contract/rules.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { formatSpan } from '../../components/format.ts';
import { Pane, PanePart } from '../../components/Pane.tsx';
import { ErrorState } from '../../components/states.tsx';
import { RuleDialog } from './RuleDialog.tsx';

const stateWords = { past: 'đã qua', current: 'đang dùng', future: 'sắp có hiệu lực' } as const;

const evidenceWords = {
  A: 'A: có quy định',
  B: 'B: một nguồn hoặc một nơi',
  C: 'C: mặc định, chưa xác nhận',
} as const;

/** One rule: what it affects, and its value over time. The past is read, only what has not begun can be taken out. */
export function RulePane({ rule, onClose }: { rule: OfficeRule; onClose: () => void }) {
  const offerUndo = useOfferUndo();
  const [editing, setEditing] = useState(false);
  const remove = useChange((id: string) => client.rules.remove({ id }));
  return (
    <Pane title={rule.label} under={[rule.group, rule.number].filter(Boolean).join(' · ')} onClose={onClose}>
      <p>
        <strong>Ảnh hưởng:</strong> {rule.affects}
      </p>
      <div>
        <Button onClick={() => setEditing(true)}>Đổi từ một ngày…</Button>
      </div>
      {remove.isError && <ErrorState error={remove.error} />}
      <PanePart title="Giá trị qua thời gian">
        <ul className="plain-list rule-versions">
          {rule.versions.map((version) => (
            <li key={version.id} data-state={version.state}>
              <div>{version.words}</div>
              <div className="quiet small">
                {formatSpan(version.valid_from, version.valid_to) || 'mọi thời gian'} · {stateWords[version.state]}
              </div>
              <div className="quiet small">
                {version.source} · {evidenceWords[version.evidence]}
              </div>
              {version.state === 'future' && (
                <button
                  type="button"
                  className="door small"
                  onClick={() =>
                    remove.mutate(version.id, {
                      onSuccess: () => void offerUndo(`Đã bỏ giá trị mới của ${rule.label}`),
                    })
                  }
                >
                  Bỏ giá trị này
                </button>
              )}
            </li>
          ))}
        </ul>
      </PanePart>
      {editing && <RuleDialog rule={rule} onClose={() => setEditing(false)} />}
    </Pane>
  );
}
