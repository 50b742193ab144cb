import './list-screen.css';
import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useKeys } from '../app/keys.ts';
import { focusList } from './focus-list.ts';
import { formatText } from './format.ts';

type PaneProps = { title: string; under?: ReactNode; onClose: () => void; children: ReactNode };

/** What is selected, beside its list. Esc closes it. */
export function Pane({ title, under, onClose, children }: PaneProps) {
  const close = () => {
    onClose();
    focusList();
  };
  useKeys({ escape: close });
  return (
    <aside className="pane" aria-label={title}>
      <div className="pane-head">
        <div>
          <h2>{title}</h2>
          {under && <div className="quiet small">{under}</div>}
        </div>
        <CloseButton size="sm" aria-label="Đóng ô bên phải" onClick={close} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="pane-body" tabIndex={0} aria-label={`Chi tiết: ${title}`}>
        {children}
      </section>
    </aside>
  );
}

/** Pairs of a name and a value; a value that is not known is "–". */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <FactRow key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function FactRow({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{typeof value === 'string' || value === null || value === undefined ? formatText(value) : value}</dd>
    </>
  );
}

/** `level`: 2 where no title of a pane stands above it. */
export function PanePart({ title, level = 3, children }: { title: string; level?: 2 | 3; children: ReactNode }) {
  return (
    <section>
      <h3 aria-level={level}>{title}</h3>
      {children}
    </section>
  );
}

type Source = { file: string; sheet: string; row: number };

/** Where the record came from: workbook, sheet and the row that Excel shows. */
export function SourceRows({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) return <p className="quiet">Nhập tại chỗ, không từ bảng tính.</p>;
  return (
    <ul className="plain-list small">
      {sources.map(({ file, sheet, row }) => (
        <li key={`${file}:${sheet}:${row}`}>
          {file} · {sheet} · dòng {row}
        </li>
      ))}
    </ul>
  );
}
