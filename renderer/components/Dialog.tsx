import './states.css';
import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { ErrorState } from './states.tsx';

type Props = {
  title: string;
  opened: boolean;
  onClose: () => void;
  /** The button that acts; it has the focus, but for a destructive act, and but for a field marked data-autofocus. */
  action: string;
  onAction: () => void;
  cancel?: string;
  destructive?: boolean;
  busy?: boolean;
  disabled?: boolean;
  error?: unknown;
  /** A third way out, between the two: "Không lưu". */
  other?: { label: string; onAct: () => void };
  size?: number;
  children: ReactNode;
};

/** To the first that can take it: a button that cannot be pressed yet would leave the keys to what lies below. */
function focusFirst(form: HTMLFormElement): void {
  const first = form.querySelector('[data-autofocus]:not(:disabled)') ?? form.querySelector('button:enabled');
  if (first instanceof HTMLElement) first.focus({ preventScroll: true });
}

/**
 * Gives the focus before the next key comes (the dialog itself gives it a moment later: the first letter would be lost),
 * and back to where it was when the dialog is gone, unless something else has taken it.
 */
function holdFocus(form: HTMLFormElement | null) {
  const cameFrom = document.activeElement;
  if (form) focusFirst(form);
  return () => {
    window.setTimeout(() => {
      if (document.activeElement === document.body && cameFrom instanceof HTMLElement) {
        cameFrom.focus({ preventScroll: true });
      }
    });
  };
}

/** A question to the clerk; Ctrl+S acts, too. Errors are shown inside; Esc and the safe button change nothing. */
export function Dialog(props: Props) {
  const { title, opened, onClose, action, onAction, cancel = 'Hủy', destructive = false } = props;
  const box = useRef<HTMLFormElement>(null);
  const hold = useCallback((form: HTMLFormElement | null) => {
    box.current = form;
    return holdFocus(form);
  }, []);
  // What had the focus can be pressed no longer, or is gone.
  useEffect(() => {
    const at = document.activeElement;
    const isLost = at === document.body || (box.current?.contains(at) && at?.matches(':disabled'));
    if (opened && !props.busy && box.current && isLost) focusFirst(box.current);
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={props.size ?? 520}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Đóng' }}
      centered
      classNames={{ content: 'dialog' }}
    >
      <form
        ref={hold}
        className="form"
        onKeyDown={(event) => {
          if (event.defaultPrevented || !event.ctrlKey || event.code !== 'KeyS') return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (!props.disabled && !props.busy) onAction();
        }}
      >
        {props.children}
        {props.error != null && <ErrorState error={props.error} />}
        <Group justify="flex-end" gap={8}>
          <Button
            type="submit"
            loading={props.busy ?? false}
            disabled={props.disabled ?? false}
            data-autofocus={!destructive || undefined}
          >
            {action}
          </Button>
          {props.other && (
            <Button type="button" variant="default" onClick={props.other.onAct}>
              {props.other.label}
            </Button>
          )}
          <Button type="button" variant="default" onClick={onClose} data-autofocus={destructive || undefined}>
            {cancel}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
