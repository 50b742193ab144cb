import { type ReactNode, useEffect, useRef, useState } from 'react';
import { chordOf } from '../../app/keys.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Note } from '../../components/states.tsx';
import { moveOn } from '../meetings/move-on.ts';

type Props = {
  title: string;
  action: string;
  /** Something was typed: Esc asks once before it is lost. */
  dirty: boolean;
  busy: boolean;
  disabled?: boolean;
  error: unknown;
  size?: number;
  onAction: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog: Enter goes on, Ctrl+S saves, Esc leaves and guards what is not saved. */
export function FormDialog({ dirty, onClose, onAction, disabled = false, children, ...dialog }: Props) {
  const form = useRef<HTMLElement>(null);
  const [leaving, setLeaving] = useState(false);
  const save = useRef(() => {});
  useEffect(() => {
    save.current = () => {
      if (!disabled && !dialog.busy) onAction();
    };
  });
  // On the window: a list of choices that has just closed leaves the focus nowhere.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || chordOf(event) !== 'ctrl+s') return;
      event.preventDefault();
      save.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Dialog
      {...dialog}
      opened
      disabled={disabled}
      cancel={leaving ? 'Bỏ thay đổi' : 'Hủy'}
      onAction={onAction}
      onClose={() => (dirty && !leaving ? setLeaving(true) : onClose())}
    >
      <section
        ref={form}
        aria-label={dialog.title}
        className="form"
        onInput={() => setLeaving(false)}
        onKeyDown={(event) => {
          if (!form.current || event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented) return;
          moveOn(form.current, event);
        }}
      >
        {children}
      </section>
      {leaving && (
        <Note tone="caution">Có thay đổi chưa lưu. Nhấn Esc lần nữa hoặc “Bỏ thay đổi” để đóng mà không lưu.</Note>
      )}
    </Dialog>
  );
}
