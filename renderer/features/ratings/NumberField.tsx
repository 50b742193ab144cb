import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

type Props = { label: string; value: number | null; onChange: (value: number | null) => void; className?: string };

/** A bound or points of a sheet: may be negative, decimals with a comma; empty is "none". */
export function NumberField({ label, value, onChange, className }: Props) {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    setTyped((old) => (understand(old) === value ? old : value === null ? '' : String(value).replace('.', ',')));
  }, [value]);
  const wrong = typed.trim() !== '' && understand(typed) === null;
  return (
    <TextInput
      size="xs"
      className={className ?? ''}
      label={label}
      value={typed}
      inputMode="decimal"
      autoComplete="off"
      error={wrong ? 'Nhập một số' : null}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = understand(text);
        if (read !== null || text.trim() === '') onChange(read);
      }}
    />
  );
}

function understand(text: string): number | null {
  const plain = text.trim().replace(/^−/u, '-').replace(',', '.');
  return /^-?\d{1,4}(?:\.\d{1,2})?$/u.test(plain) ? Number(plain) : null;
}
