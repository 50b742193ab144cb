import './states.css';
import type { ReactNode } from 'react';
import { messageOf } from '../app/data.ts';
import { Icon } from './icons.tsx';

/** What went wrong, in the data side's own words, where it happened. */
export function ErrorState({ error, children }: { error: unknown; children?: ReactNode }) {
  return (
    <div className="state-inline" role="alert">
      <Icon name="error" />
      <div>
        <p>{messageOf(error)}</p>
        {children}
      </div>
    </div>
  );
}

const noteIcons = { caution: 'warning', fine: 'tick', problem: 'error' } as const;

/** Something to know, said where it matters. */
export function Note({ tone, children }: { tone: keyof typeof noteIcons; children: ReactNode }) {
  return (
    <div className="state-inline" data-tone={tone} role="status">
      <Icon name={noteIcons[tone]} />
      <div>{children}</div>
    </div>
  );
}

/** An empty list: what would fill it, and the door to that. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** A filter that nothing passes: how to widen it. */
export function NoMatch({ title }: { title: string }) {
  return (
    <EmptyState title={title}>
      <p>Thử ít chữ hơn, không cần dấu; hoặc bỏ bộ lọc ở trên (Esc trong ô tìm).</p>
    </EmptyState>
  );
}

/** Only where waiting is worth a word. */
export function Waiting() {
  return <p className="state-wait">Đang đọc…</p>;
}

type FigureProps = {
  value: string;
  label: string;
  pressed?: boolean;
  /** Inside a grid, which keeps the focus: no stop of the Tab key. */
  inGrid?: boolean;
  onOpen: () => void;
};

/** A figure that opens the rows behind it. `label` says what it counts. */
export function FigureButton({ value, label, pressed, inGrid = false, onOpen }: FigureProps) {
  return (
    <button
      type="button"
      className="figure"
      title={label}
      aria-pressed={pressed}
      tabIndex={inGrid ? -1 : undefined}
      onClick={onOpen}
    >
      {value}
    </button>
  );
}
