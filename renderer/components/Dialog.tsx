import './states.css';
import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
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

/** A question to the clerk. Errors are shown inside; Esc and the safe button change nothing. */
export function Dialog(props: Props) {
  const { title, opened, onClose, action, onAction, cancel = 'Hủy', destructive = false } = props;
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
        className="form"
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
