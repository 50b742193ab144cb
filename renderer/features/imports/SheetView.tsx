import { SegmentedControl } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { BoxLine } from './BoxLine.tsx';
import { ColumnPane } from './ColumnPane.tsx';
import { ClerkSheet, type TypedBox } from './clerk-sheet/ClerkSheet.tsx';
import type { SheetPosition } from './clerk-sheet/sheet-position.ts';
import { sheetDecisionOf, withBoxes, withColumn } from './decision-state.ts';
import type { SheetLine } from './import-lines.ts';
import { RowPane } from './RowPane.tsx';
import { SheetSettings } from './SheetSettings.tsx';
import { sheetMarks } from './sheet-marks.ts';
import type { Decisions } from './use-decisions.ts';
import { useFields } from './use-fields.ts';
import { useSheetRows } from './use-sheet-rows.ts';

/** A place in the sheet that an issue names; the column is a letter, '' for the whole row. */
export type IssuePlace = { row: number; letter: string; focus: boolean };

type Props = {
  plan: string;
  line: SheetLine;
  decisions: Decisions;
  /** Where to go; a new one each time. */
  goTo: IssuePlace | null;
};

const paneWords = { row: 'Dòng', column: 'Cột', sheet: 'Trang' } as const;
type PaneView = keyof typeof paneWords;
const peopleKinds = new Set(['members', 'national_db', 'assignments', 'teams']);
/** Kinds whose rows may be said to be a certain record, or none yet. */
const matchedKinds = new Set(['members', 'national_db', 'assignments', 'organisations']);

/** One sheet as the clerk knows it, and beside it the row or the column where the cursor is. */
export function SheetView({ plan, line, decisions, goTo }: Props) {
  const { file } = line;
  const { name, issues } = line.sheet;
  const place = useMemo(() => ({ file, sheet: name }), [file, name]);
  const { sheet, rowAt, onView, error } = useSheetRows(plan, decisions.version, place);
  const fields = useFields(sheet?.kind ?? null);
  const marks = useMemo(() => sheetMarks(issues), [issues]);
  const [at, setAt] = useState<SheetPosition | null>(null);
  const [chosenView, setView] = useState<PaneView | null>(null);
  // A sheet that was not recognised asks first what it is.
  const view = chosenView ?? (sheet?.kind === null ? 'sheet' : 'row');
  const columns = useMemo(() => sheet?.columns ?? [], [sheet]);
  const position = at ?? { row: Math.min(sheet?.last_row ?? 1, (sheet?.heading?.bottom ?? 0) + 1), column: 0 };
  const [gone, setGone] = useState<IssuePlace | null>(null);
  const jump = useMemo(() => {
    if (!goTo) return null;
    const column = columns.findIndex(({ letter }) => letter === goTo.letter);
    return { row: goTo.row, column: Math.max(0, column), focus: goTo.focus };
  }, [goTo, columns]);
  if (goTo !== gone && jump && sheet) {
    setGone(goTo);
    setAt({ row: jump.row, column: jump.column });
    setView(jump.row === 0 ? 'column' : 'row');
  }
  const { change } = decisions;
  const onMove = useCallback((next: SheetPosition) => {
    setAt(next);
    setView((old) => (next.row === 0 ? 'column' : old === 'column' ? 'row' : old));
  }, []);
  const onType = useCallback(
    (boxes: readonly TypedBox[]) => change(withBoxes(boxes.map((box) => ({ ...place, ...box })))),
    [change, place],
  );
  const onMap = useCallback(
    (letter: string, field: string | null) => change(withColumn(place, letter, field, columns)),
    [change, place, columns],
  );
  if (error != null) return <ErrorState error={error} />;
  if (!sheet) return <Waiting />;
  // A sheet that is left out is still shown as it was recognised.
  const kind = sheetDecisionOf(decisions.now, place)?.kind === null ? null : sheet.kind;
  const column = columns[position.column];
  const letter = column?.letter ?? '';
  const row = rowAt(position.row);
  return (
    <>
      <div className="sheet-main">
        <BoxLine
          place={position.row === 0 ? `Cột ${letter}` : `${letter}${position.row}`}
          text={
            position.row === 0 ? (column?.heading ?? '') : (row?.boxes.find((box) => box.letter === letter)?.text ?? '')
          }
          marks={marks.get(position.row)}
          letter={letter}
        />
        <ClerkSheet
          label={`Trang ${name}`}
          columns={columns}
          lastRow={sheet.last_row}
          openAt={Math.max(1, (sheet.heading?.top ?? 1) - 1)}
          rowAt={rowAt}
          onView={onView}
          marks={marks}
          fields={fields}
          at={position}
          jump={jump}
          onMove={onMove}
          onType={onType}
          onMap={onMap}
        />
      </div>
      <aside className="sheet-side" aria-label="Chi tiết của trang">
        <SegmentedControl
          aria-label="Xem"
          fullWidth
          value={view}
          onChange={(value) => setView(value === 'column' || value === 'sheet' ? value : 'row')}
          data={Object.entries(paneWords).map(([value, label]) => ({ value, label }))}
        />
        <section
          key={view === 'row' ? position.row : letter}
          className="sheet-side-body"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
          aria-label={paneWords[view]}
        >
          {view === 'sheet' && (
            <SheetSettings
              place={place}
              kind={kind}
              couldBe={sheet.could_be}
              heading={sheet.heading}
              unit={sheet.unit}
              decisions={decisions}
            />
          )}
          {view === 'column' && column && (
            <ColumnPane place={place} columns={columns} column={column} fields={fields} decisions={decisions} />
          )}
          {view === 'row' && row && (
            <RowPane
              plan={plan}
              place={place}
              row={row}
              marks={marks.get(row.number)}
              people={sheet.kind !== null && peopleKinds.has(sheet.kind)}
              matched={sheet.kind !== null && matchedKinds.has(sheet.kind)}
              decisions={decisions}
            />
          )}
        </section>
      </aside>
    </>
  );
}
