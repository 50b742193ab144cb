import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SeriesCheck } from '../../../electron/contract/register.ts';
import { api } from '../../app/data.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FigureButton } from '../../components/states.tsx';

/** One line on all series of numbers; it opens to what is wrong with each. */
export function SeriesProblems() {
  const [opened, setOpened] = useState(false);
  const checks = useQuery(api.register.checks.queryOptions());
  if (!checks.data) return null;
  if (checks.data.length === 0) return <>các dãy số liên tục, không trùng</>;
  const count = (of: (check: SeriesCheck) => number) => checks.data.reduce((sum, check) => sum + of(check), 0);
  const gaps = count(({ gaps: found }) => found.reduce((sum, { from, to }) => sum + to - from + 1, 0));
  const twice = count(({ duplicates }) => duplicates.length);
  const disorder = count(({ out_of_order }) => out_of_order.length);
  const said = [
    gaps > 0 ? `khuyết ${gaps} số` : null,
    twice > 0 ? `${twice} số trùng` : null,
    disorder > 0 ? `${disorder} số không theo thứ tự ngày` : null,
  ].filter((part) => part !== null);
  return (
    <>
      <FigureButton value={said.join(', ')} label="Xem từng dãy số" onOpen={() => setOpened(true)} />
      <Dialog
        title="Số văn bản cần xem lại"
        opened={opened}
        onClose={() => setOpened(false)}
        action="Đóng"
        onAction={() => setOpened(false)}
      >
        <ul className="issue-warnings">
          {checks.data.map((check) => (
            <li key={check.label}>
              {check.label}: {problemsOf(check)}.
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function problemsOf({ gaps, duplicates, out_of_order }: SeriesCheck): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const missing = gaps.map(({ from, to }) => (from === to ? two(from) : `${two(from)}–${two(to)}`));
  return [
    missing.length > 0 ? `khuyết số ${missing.join(', ')}` : null,
    duplicates.length > 0 ? `trùng số ${duplicates.map(two).join(', ')}` : null,
    out_of_order.length > 0 ? `số ${out_of_order.map(two).join(', ')} ghi ngày trước số nhỏ hơn` : null,
  ]
    .filter((part) => part !== null)
    .join('; ');
}
