import type { Column } from './column.ts';

/** What the clerk chose, by column: true always shown, false never; a column not named goes by the room there is. */
export type ColumnChoice = Readonly<Record<string, boolean>>;

/** The columns the clerk has not put away. The first names the row: it always stays. */
export function chosenColumns<T>(columns: readonly Column<T>[], choice: ColumnChoice): readonly Column<T>[] {
  if (Object.keys(choice).length === 0) return columns;
  return columns
    .filter(({ key }, index) => index === 0 || choice[key] !== false)
    .map((column) => (choice[column.key] ? { ...column, spare: undefined } : column));
}

/** A column is on the screen, in the file but without room on the screen, or put away. */
export type ColumnState = 'shown' | 'no_room' | 'hidden';

export function columnState(key: string, choice: ColumnChoice, shown: readonly { key: string }[]): ColumnState {
  if (choice[key] === false) return 'hidden';
  return shown.some((column) => column.key === key) ? 'shown' : 'no_room';
}

/** The choice after a click on a column: what is shown is put away, anything else is shown. */
export function choose(choice: ColumnChoice, key: string, state: ColumnState): ColumnChoice {
  return { ...choice, [key]: state !== 'shown' };
}
