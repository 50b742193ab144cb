// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid cannot be a table; the roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and says what is active in it
import { type RefObject, useMemo, useState } from 'react';
import { Picker } from '../../../components/Picker.tsx';
import { draggedField, fieldType } from '../drag-field.ts';
import { fieldTone } from '../field-tones.ts';
import { fieldText } from '../import-words.ts';
import type { FieldChoice } from '../use-fields.ts';
import type { SheetColumn } from '../use-sheet-rows.ts';

type Props = {
  id: string;
  box: RefObject<HTMLDivElement | null>;
  template: string;
  columns: readonly SheetColumn[];
  fields: readonly FieldChoice[];
  /** The place of the cursor's column; null when the cursor is not in the headings. */
  cursor: number | null;
  /** The place of the column whose meaning is being chosen. */
  picking: number | null;
  onPick: (column: number) => void;
  onOpen: (column: number) => void;
  onMap: (letter: string, field: string | null) => void;
  onClose: () => void;
};

/** The headings: the letter, the heading as written, what it was taken for. A field can be dropped on any of them. */
export function SheetHead({ columns, fields, cursor, picking, ...props }: Props) {
  const [over, setOver] = useState<string | null>(null);
  const choices = useMemo(
    () =>
      fields.map(({ field, label, required }) => {
        const at = columns.find((column) => column.field === field)?.letter;
        const context = [required ? 'bắt buộc' : '', at ? `đang ở cột ${at}` : ''].filter(Boolean).join(', ');
        return { value: field, label, ...(context ? { context } : {}) };
      }),
    [fields, columns],
  );
  const labelOf = (field: string) => fields.find((each) => each.field === field)?.label ?? fieldText(field);
  return (
    <div ref={props.box} role="rowgroup" className="clerk-head">
      <div
        id={props.id}
        role="row"
        aria-rowindex={1}
        className="clerk-head-row"
        style={{ gridTemplateColumns: props.template }}
      >
        <div role="columnheader" className="clerk-number">
          <span className="unseen">Số dòng</span>
        </div>
        <div role="columnheader" className="clerk-outcome">
          Sẽ là
        </div>
        {columns.map(({ letter, heading, field }, column) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's
          <div
            key={letter}
            role="columnheader"
            className="clerk-heading"
            data-cursor={cursor === column || undefined}
            data-over={over === letter || undefined}
            onClick={() => props.onPick(column)}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(fieldType)) return;
              event.preventDefault();
              setOver(letter);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(null);
              const dropped = draggedField(event);
              if (dropped !== null) props.onMap(letter, dropped);
            }}
          >
            <span className="clerk-letter">{letter}</span>
            <span className="clerk-words" title={heading}>
              {heading || '–'}
            </span>
            {picking === column ? (
              <Picker
                ariaLabel={`Cột ${letter} là`}
                choices={choices}
                value={field}
                none="Không nhập cột này"
                openAtOnce
                onChange={(next) => props.onMap(letter, next)}
                onClose={props.onClose}
              />
            ) : (
              <button
                type="button"
                tabIndex={-1}
                className="field-chip"
                data-tone={field === null ? undefined : fieldTone(field, fields)}
                data-unread={field === null || undefined}
                draggable={field !== null}
                title={`${field === null ? 'Không nhập' : labelOf(field)}. Bấm để chọn; kéo sang cột khác để chuyển`}
                onDragStart={(event) => field !== null && event.dataTransfer.setData(fieldType, field)}
                onClick={(event) => {
                  event.stopPropagation();
                  props.onOpen(column);
                }}
              >
                {field === null ? 'không nhập' : labelOf(field)}
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
