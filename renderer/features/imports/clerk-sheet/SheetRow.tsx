// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid cannot be a table; the roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and says what is active in it
import { memo } from 'react';
import { Icon } from '../../../components/icons.tsx';
import { outcomeWords, roleWords, severityWords } from '../import-words.ts';
import type { RowMarks } from '../sheet-marks.ts';
import type { SheetColumn, SheetRowData } from '../use-sheet-rows.ts';
import { BoxInput } from './BoxInput.tsx';

export type Editing = { row: number; column: number; initial: string };

type Props = {
  id: string;
  number: number;
  top: number;
  template: string;
  columns: readonly SheetColumn[];
  /** Undefined while it is on its way. */
  row: SheetRowData | undefined;
  marks: RowMarks | undefined;
  /** The place of the cursor's column; null when the cursor is in another row. */
  cursor: number | null;
  editing: Editing | null;
  onPick: (row: number, column: number) => void;
  onEdit: (row: number, column: number) => void;
  onDone: (text: string, next: 'down' | 'up' | 'right' | 'left' | 'stay') => void;
  onLeave: () => void;
};

const outcomeIcons = {
  created: 'add',
  updated: 'tick',
  unchanged: 'circle',
  refused: 'error',
  skipped: 'close',
  review: 'warning',
} as const;

/** One row of the clerk's sheet: its number, what it becomes, and its boxes with what is wrong in them. */
export const SheetRow = memo(function SheetRow(props: Props) {
  const { number, row, columns, marks, cursor, editing } = props;
  const whole = marks?.get('') ?? [];
  const texts = new Map(row?.boxes.map((box) => [box.letter, box]));
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={number + 1}
      data-row={number}
      className="clerk-row"
      data-role={row?.role}
      data-current={cursor === null ? undefined : ''}
      style={{ top: props.top, gridTemplateColumns: props.template }}
    >
      <div role="rowheader" className="clerk-number">
        {number}
      </div>
      <div
        role="gridcell"
        className="clerk-outcome"
        data-outcome={row?.outcome ?? undefined}
        title={whole.map(({ message }) => message).join('\n') || (row?.outcome ? outcomeWords[row.outcome].says : '')}
      >
        {row?.outcome ? (
          <>
            <Icon name={outcomeIcons[row.outcome]} /> {outcomeWords[row.outcome].word}
          </>
        ) : (
          row && row.boxes.length > 0 && roleWords[row.role]
        )}
      </div>
      {columns.map(({ letter, field }, column) => {
        const box = texts.get(letter);
        const issues = marks?.get(letter) ?? [];
        const [worst] = issues;
        const isEdited = editing !== null && editing.column === column;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's
          <div
            key={letter}
            role="gridcell"
            className="clerk-box"
            data-cursor={cursor === column || undefined}
            data-mark={worst?.severity}
            data-edited={box?.edited || undefined}
            data-unread={field === null || undefined}
            title={
              issues.map(({ severity, message }) => `${severityWords[severity]}: ${message}`).join('\n') || box?.text
            }
            onClick={() => props.onPick(number, column)}
            onDoubleClick={() => props.onEdit(number, column)}
          >
            {isEdited ? (
              <BoxInput
                label={`Sửa ô ${letter}${number}`}
                initial={editing.initial}
                onDone={props.onDone}
                onLeave={props.onLeave}
              />
            ) : (
              <>
                {worst && <Icon name={worst.severity} />}
                {worst && <span className="unseen">{severityWords[worst.severity]}: </span>}
                {box?.text}
                {box?.edited && <span className="unseen"> (đã sửa)</span>}
              </>
            )}
          </div>
        );
      })}
    </div>
  );
});
