import './states.css';
import type { ReactNode } from 'react';
import { messageOf } from '../app/data.ts';
import { Icon } from './icons.tsx';
import { useLasts } from './use-lasts.ts';

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

/** What is over sooner shows nothing: a word that comes and goes is a flicker. Milliseconds. */
const noticed = 1000;
/** Who waits longer wants to know how far it is, and to be able to stop it. Milliseconds. */
const long = 3000;

type WaitingProps = {
  words?: string;
  /** Among other things of the screen, not in place of it. */
  inPlace?: boolean;
  /** How far the work is and the way to stop it; null while that is not known. */
  children?: ReactNode;
};

/** Nothing for a second, then a turning ring and a word; after three seconds what can be told of long work. */
export function Waiting({ words = 'Đang đọc…', inPlace = false, children = null }: WaitingProps) {
  const isNoticed = useLasts(noticed);
  const isLong = useLasts(long);
  return (
    <div className="state-wait" data-in-place={inPlace || undefined}>
      {isLong && children !== null ? (
        children
      ) : (
        <p role="status">
          {isNoticed && (
            <>
              <span className="state-ring" aria-hidden="true" />
              {words}
            </>
          )}
        </p>
      )}
    </div>
  );
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
