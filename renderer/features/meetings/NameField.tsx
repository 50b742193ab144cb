import { Autocomplete } from '@mantine/core';
import { matchesWords } from '../../components/fold.ts';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Names of the cell's members; any other name may be typed. */
  names: readonly string[];
};

/** A person's name, with the members of the cell suggested without diacritics. */
export function NameField({ label, value, onChange, names }: Props) {
  return (
    <Autocomplete
      size="xs"
      label={label}
      value={value}
      data={[...new Set(names)]}
      limit={8}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      filter={({ options, search }) =>
        options.filter((option) => 'label' in option && search.trim() !== '' && matchesWords(option.label, search))
      }
      onChange={onChange}
    />
  );
}
