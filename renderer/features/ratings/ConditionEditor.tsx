import { Button, NativeSelect } from '@mantine/core';
import type { SheetPage } from '../../../electron/contract/ratings.ts';
import type { Comparison, Condition } from '../../../electron/contract/scoring-sheet.ts';
import { NumberField } from './NumberField.tsx';

type Props = {
  label: string;
  facts: SheetPage['facts'];
  value: Condition | null;
  onChange: (value: Condition | null) => void;
  /** A condition there must be. */
  required?: boolean;
};

const operators = [
  { value: '>=', label: 'từ … trở lên (≥)' },
  { value: '>', label: 'lớn hơn (>)' },
  { value: '<=', label: 'đến … (≤)' },
  { value: '<', label: 'nhỏ hơn (<)' },
  { value: '==', label: 'bằng (=)' },
  { value: '!=', label: 'khác (≠)' },
] as const;

/** A condition in words: one comparison, or several that must all hold. */
export function ConditionEditor({ label, facts, value, onChange, required = false }: Props) {
  const parts = value === null ? [] : 'all' in value ? value.all : [value];
  const take = (next: Comparison[]) => {
    const [only, ...others] = next;
    onChange(only === undefined ? null : others.length === 0 ? only : { all: next });
  };
  const fresh: Comparison = { fact: facts[0]?.code ?? '', op: '>=', value: 0 };
  return (
    <fieldset className="condition">
      <legend>{label}</legend>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: comparisons have nothing else to be told apart by
        <div key={index} className="condition-row">
          <ComparisonFields
            facts={facts}
            value={part}
            onChange={(changed) => take(parts.map((each, at) => (at === index ? changed : each)))}
          />
          {(!required || parts.length > 1) && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => take(parts.filter((_, at) => at !== index))}
            >
              Bỏ
            </Button>
          )}
        </div>
      ))}
      <Button size="compact-xs" variant="default" onClick={() => take([...parts, fresh])}>
        {parts.length === 0 ? 'Thêm điều kiện' : 'Và…'}
      </Button>
    </fieldset>
  );
}

type FieldProps = { facts: SheetPage['facts']; value: Comparison; onChange: (value: Comparison) => void };

function ComparisonFields({ facts, value, onChange }: FieldProps) {
  const isTruth = facts.find(({ code }) => code === value.fact)?.truth ?? false;
  const choose = (fact: string) => {
    const truth = facts.find(({ code }) => code === fact)?.truth ?? false;
    onChange(
      truth
        ? { fact, op: '==', value: true }
        : { fact, op: isTruth ? '>=' : value.op, value: isTruth ? 0 : value.value },
    );
  };
  return (
    <>
      <FactSelect label="Số liệu" facts={facts} value={value.fact} onChange={choose} />
      {isTruth ? (
        <NativeSelect
          size="xs"
          aria-label="Giá trị"
          value={value.value === true ? 'yes' : 'no'}
          data={[
            { value: 'yes', label: 'có' },
            { value: 'no', label: 'không' },
          ]}
          onChange={({ currentTarget }) => onChange({ ...value, value: currentTarget.value === 'yes' })}
        />
      ) : (
        <>
          <NativeSelect
            size="xs"
            aria-label="So sánh"
            value={value.op}
            data={[...operators]}
            onChange={({ currentTarget }) =>
              onChange({
                ...value,
                op: operators.find((each) => each.value === currentTarget.value)?.value ?? value.op,
              })
            }
          />
          <NumberField
            label="Giá trị"
            className="short-field"
            value={typeof value.value === 'number' ? value.value : null}
            onChange={(bound) => onChange({ ...value, value: bound ?? 0 })}
          />
        </>
      )}
    </>
  );
}

type FactProps = { label: string; facts: SheetPage['facts']; value: string; onChange: (fact: string) => void };

/** Chooses what the meeting is asked; an unknown one stays shown until another is chosen. */
export function FactSelect({ label, facts, value, onChange }: FactProps) {
  const known = facts.some(({ code }) => code === value);
  return (
    <NativeSelect
      size="xs"
      className="fact-select"
      aria-label={label}
      value={value}
      data={[
        ...(known ? [] : [{ value, label: `${value} (không có)` }]),
        ...facts.map(({ code, label: words }) => ({ value: code, label: words })),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
