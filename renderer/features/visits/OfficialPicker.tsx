import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../app/data.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { Picker } from '../../components/Picker.tsx';

type Props = {
  label?: string;
  value: string | null;
  onChange: (id: string | null) => void;
  none: string;
  required?: boolean;
  width?: number;
  autoFocus?: boolean;
};

/** Chooses a visiting official; title and agency stand under the name. */
export function OfficialPicker(picker: Props) {
  const { asOf } = usePeriod();
  const list = useQuery(api.officials.list.queryOptions({ input: { as_of: asOf } }));
  const choices = useMemo(
    () =>
      (list.data ?? []).map(({ id, full_name, title, agency }) => {
        const context = [title, agency].filter(Boolean).join(', ');
        return { value: id, label: full_name, ...(context && { context }) };
      }),
    [list.data],
  );
  return <Picker {...picker} ariaLabel="Cán bộ" choices={choices} />;
}
