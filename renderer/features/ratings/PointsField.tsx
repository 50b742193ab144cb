import { useEffect, useState } from 'react';

type Props = {
  label: string;
  value: number | null;
  max: number | null;
  disabled?: boolean;
  onChange: (points: number | null) => void;
};

/** Points as typed, at most two decimals, with a comma; null for anything else. */
export function understandPoints(text: string): number | null {
  return /^\d{1,3}(?:[.,]\d{1,2})?$/u.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;
}

/** Points of one line of a sheet; emptied, the line is as the meeting gives it. */
export function PointsField({ label, value, max, disabled = false, onChange }: Props) {
  const [typed, setTyped] = useState(shown(value));
  useEffect(() => {
    setTyped((old) => (understandPoints(old) === value ? old : shown(value)));
  }, [value]);
  const points = understandPoints(typed);
  const wrong = typed.trim() !== '' && (points === null || (max !== null && points > max));
  return (
    <input
      className="points-field"
      aria-label={label}
      aria-invalid={wrong || undefined}
      title={wrong ? `Điểm từ 0 đến ${shown(max)}` : undefined}
      value={typed}
      disabled={disabled}
      inputMode="decimal"
      autoComplete="off"
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => setTyped((old) => (old.trim() === '' ? shown(value) : old))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = understandPoints(text);
        if (read !== null || text.trim() === '') onChange(read);
      }}
    />
  );
}

function shown(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',');
}
