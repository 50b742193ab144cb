import './fields.css';
import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { localToday, understandDate } from './date-input.ts';
import { formatDate } from './format.ts';

type Props = {
  label: string;
  /** ISO, full or partial. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** Takes a month or a year alone (`5/1980`, `1980`). */
  partial?: boolean;
  required?: boolean;
  className?: string;
};

/**
 * The one date field: typed as people write dates, day first, and says what it understood. Ctrl+; is today. What cannot
 * be a date stays in the box with the reason under it and is not taken over.
 */
export function DateField({ label, value, onChange, partial = false, required = false, className }: Props) {
  const [typed, setTyped] = useState(value ? formatDate(value) : '');
  const [left, setLeft] = useState(true);
  const understood = understandDate(typed, { partial, today: localToday() });
  const current = understood.kind === 'date' ? understood.value : null;

  // The value was changed from outside (another record, today's date): the box follows.
  useEffect(() => {
    setTyped((old) => {
      const read = understandDate(old, { partial, today: localToday() });
      return (read.kind === 'date' ? read.value : null) === value ? old : value ? formatDate(value) : '';
    });
  }, [value, partial]);

  const take = (text: string) => {
    setTyped(text);
    const read = understandDate(text, { partial, today: localToday() });
    if (read.kind !== 'bad') onChange(read.kind === 'date' ? read.value : null);
  };
  const error = left && understood.kind === 'bad' ? understood.message : null;
  return (
    <TextInput
      className={`date-field ${className ?? ''}`}
      label={label}
      value={typed}
      required={required}
      placeholder="ngày/tháng/năm"
      autoComplete="off"
      error={error}
      description={!left && understood.kind === 'date' ? understood.words : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true);
        if (current) setTyped(formatDate(current));
      }}
      onChange={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (!event.ctrlKey || event.code !== 'Semicolon') return;
        event.preventDefault();
        take(formatDate(localToday()));
      }}
    />
  );
}
