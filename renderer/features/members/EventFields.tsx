import { NativeSelect, TextInput } from '@mantine/core';
import type { EventChoice, EventInput, EventPreview } from '../../../electron/contract/member-events.ts';
import { DateField } from '../../components/DateField.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { Note } from '../../components/states.tsx';
import { codesOf, standingWords } from '../../components/words.ts';

type Props = {
  choice: EventChoice;
  event: EventInput;
  set: (change: Partial<EventInput>) => void;
  preview: EventPreview | undefined;
};

const standings = codesOf(standingWords);

/** The fields that an event asks, two in a row, and what is wrong under its field. */
export function EventFields({ choice, event, set, preview }: Props) {
  return (
    <div className="event-fields">
      {choice.fields.map((field) => (
        <div key={field.name}>
          <EventField field={field} event={event} set={set} />
          {preview?.problem?.field === field.name && event[field.name] !== null && (
            <p className="problem small" role="alert">
              {preview.problem.message}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

function EventField({ field, event, set }: Pick<Props, 'event' | 'set'> & { field: EventChoice['fields'][number] }) {
  const { name, label, required } = field;
  switch (name) {
    case 'date':
    case 'decision_date':
    case 'paper_date':
    case 'ends_on':
    case 'review_on':
      return (
        <DateField label={label} required={required} value={event[name]} onChange={(value) => set({ [name]: value })} />
      );
    case 'dues_paid_to':
      return (
        <DateField
          label={label}
          partial
          value={event.dues_paid_to}
          onChange={(value) => set({ dues_paid_to: value !== null && value.length >= 7 ? value.slice(0, 7) : null })}
        />
      );
    case 'to_cell_id':
      return (
        <OrganisationPicker
          label={label}
          required={required}
          value={event.to_cell_id}
          onChange={(to_cell_id) => set({ to_cell_id })}
          none="Chọn chi bộ"
          cellsOnly
        />
      );
    case 'standing':
      return (
        <NativeSelect
          label={label}
          data={standings.map((value) => ({ value, label: standingWords[value] }))}
          value={event.standing ?? 'full'}
          onChange={(change) =>
            set({ standing: standings.find((code) => code === change.currentTarget.value) ?? null })
          }
        />
      );
    default:
      return (
        <TextInput
          label={label}
          required={required}
          autoComplete="off"
          value={event[name] ?? ''}
          onChange={(change) => set({ [name]: change.currentTarget.value || null })}
        />
      );
  }
}

/** What the event will do, in words, before it is recorded. */
export function EventEffect({ event, preview }: { event: EventInput; preview: EventPreview | undefined }) {
  if (event.date === null || !preview) {
    return <p className="quiet small">Điền ngày để xem biến động sẽ làm thay đổi những gì.</p>;
  }
  if (preview.problem) {
    const isShownAbove = preview.problem.field !== 'code' && event[preview.problem.field] !== null;
    return isShownAbove ? null : <Note tone="caution">{preview.problem.message}</Note>;
  }
  return (
    <div className="event-effect" role="status">
      <strong>Sẽ ghi:</strong>
      <ul>
        {preview.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {preview.warnings.map((warning) => (
        <p key={warning} className="caution small">
          {warning}
        </p>
      ))}
    </div>
  );
}
