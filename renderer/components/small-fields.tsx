import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { understandTime } from './time-input.ts';

type CountProps = {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  disabled?: boolean;
  className?: string;
};

/** A whole number from 0; empty is "not known", never 0 (handbook R42). */
export function CountField({ label, value, onChange, disabled = false, className }: CountProps) {
  return (
    <TextInput
      className={className ?? ''}
      label={label}
      value={value === null ? '' : String(value)}
      disabled={disabled}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => {
        const digits = event.currentTarget.value.replace(/\D/gu, '').slice(0, 6);
        onChange(digits === '' ? null : Number(digits));
      }}
    />
  );
}

type ScoreProps = { label: string; value: number | null; onChange: (value: number | null) => void; className?: string };

/** Points as typed, at most two decimals; null for anything else. */
function understandScore(text: string): number | null {
  const points = /^\d{1,3}(?:[.,]\d{1,2})?$/u.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;
  return points !== null && points <= 100 ? points : null;
}

/** Points of 100, decimals with a comma. */
export function ScoreField({ label, value, onChange, className }: ScoreProps) {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    setTyped((old) => (understandScore(old) === value ? old : (value ?? '').toString().replace('.', ',')));
  }, [value]);
  const wrong = typed.trim() !== '' && understandScore(typed) === null;
  return (
    <TextInput
      className={className ?? ''}
      label={label}
      value={typed}
      inputMode="decimal"
      autoComplete="off"
      error={wrong ? 'Điểm từ 0 đến 100.' : null}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const points = understandScore(text);
        if (points !== null || text.trim() === '') onChange(points);
      }}
    />
  );
}

type TimeProps = { label: string; value: string | null; onChange: (value: string | null) => void; className?: string };

/** A time of day as people type it (`19h30`, `1930`); shown as `19:30` on leaving. */
export function TimeField({ label, value, onChange, className }: TimeProps) {
  const [typed, setTyped] = useState(value ?? '');
  const [left, setLeft] = useState(true);
  useEffect(() => {
    setTyped((old) => (understandTime(old) === value ? old : (value ?? '')));
  }, [value]);
  const wrong = left && typed.trim() !== '' && understandTime(typed) === null;
  return (
    <TextInput
      className={className ?? ''}
      label={label}
      value={typed}
      placeholder="giờ:phút"
      autoComplete="off"
      error={wrong ? 'Nhập như 19:30.' : null}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true);
        setTyped(understandTime(typed) ?? typed);
      }}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const time = understandTime(text);
        if (time !== null || text.trim() === '') onChange(time);
      }}
    />
  );
}
