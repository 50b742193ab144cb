import { NativeSelect } from '@mantine/core';

type Props<Code extends string> = {
  label: string;
  /** What stands for "all of them". */
  none: string;
  words: Readonly<Record<Code, string>>;
  value: Code | null;
  onChange: (value: string | null) => void;
};

/** A filter with a closed list of answers, in words. */
export function SelectFilter<Code extends string>({ label, none, words, value, onChange }: Props<Code>) {
  const choices = Object.entries<string>(words).map(([code, word]) => ({ value: code, label: word }));
  return (
    <NativeSelect
      className="select-filter"
      aria-label={label}
      data={[{ value: '', label: none }, ...choices]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
