import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../app/data.ts';
import { usePeriod } from '../app/period-state.tsx';
import { Picker } from './Picker.tsx';

type Props = {
  label?: string;
  value: string | null;
  onChange: (id: string | null) => void;
  none: string;
  /** Only cells (for a meeting), not the committees above them. */
  cellsOnly?: boolean;
  required?: boolean;
  width?: number;
  autoFocus?: boolean;
};

/** Chooses an organisation in force in the period; its parent stands under the name. */
export function OrganisationPicker({ cellsOnly = false, ...picker }: Props) {
  const { asOf } = usePeriod();
  const list = useQuery(api.organisations.list.queryOptions({ input: { as_of: asOf, all: false } }));
  const choices = useMemo(
    () =>
      (list.data ?? [])
        .filter(({ kind }) => !cellsOnly || kind === 'cell' || kind === 'grassroots_cell')
        .map(({ id, name, parent }) => ({ value: id, label: name, ...(parent ? { context: parent } : {}) })),
    [list.data, cellsOnly],
  );
  return <Picker {...picker} ariaLabel="Tổ chức đảng" choices={choices} />;
}
