import { NativeSelect } from '@mantine/core';
import { useRef } from 'react';
import type { EventInput } from '../../../electron/contract/member-events.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { moveOn } from '../meetings/move-on.ts';
import { EventEffect, EventFields } from './EventFields.tsx';
import { useEvent } from './use-event.ts';

type Props = {
  memberId: string;
  name: string;
  /** The latest event, to be recorded anew. */
  replaces?: { id: string; input: EventInput };
  onClose: () => void;
};

/** "Ghi biến động": which event, what it asks, and in words what it will do. */
export function EventDialog({ memberId, name, replaces, onClose }: Props) {
  const { event, choices, choice, preview, set, choose } = useEvent(memberId, replaces?.input ?? null, replaces?.id);
  const box = useRef<HTMLElement>(null);
  const offerUndo = useOfferUndo();
  const record = useChange((input: EventInput) =>
    client.members.recordEvent({ id: memberId, event: input, ...(replaces ? { replaces: replaces.id } : {}) }),
  );
  return (
    <Dialog
      title={`${replaces ? 'Sửa biến động' : 'Ghi biến động'}: ${name}`}
      opened
      onClose={onClose}
      size={680}
      action={replaces ? 'Ghi lại' : 'Ghi biến động'}
      disabled={!event?.date || !preview || preview.problem !== null}
      busy={record.isPending}
      error={record.error}
      onAction={() => {
        if (!event) return;
        record.mutate(event, {
          onSuccess: () => {
            onClose();
            void offerUndo(`Đã ghi “${choice?.label ?? ''}” của ${name}`);
          },
        });
      }}
    >
      <section
        ref={box}
        aria-label="Nội dung biến động"
        className="form"
        onKeyDown={(key) => {
          if (key.key !== 'Enter' || key.defaultPrevented || !box.current) return;
          if (!moveOn(box.current, key))
            box.current.closest('form')?.querySelector<HTMLElement>('[type="submit"]')?.focus();
        }}
      >
        <NativeSelect
          label="Biến động"
          data-autofocus
          data={choices.map(({ code, label }) => ({ value: code, label }))}
          value={event?.code ?? ''}
          onChange={(change) => {
            const next = choices.find(({ code }) => code === change.currentTarget.value);
            if (next) choose(next.code);
          }}
        />
        {choices.length === 0 && <p className="quiet">Không còn biến động nào ghi được cho người này.</p>}
        {event && choice && (
          <>
            <EventFields key={choice.code} choice={choice} event={event} set={set} preview={preview} />
            <EventEffect event={event} preview={preview} />
          </>
        )}
      </section>
    </Dialog>
  );
}
