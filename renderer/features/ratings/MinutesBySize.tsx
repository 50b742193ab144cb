import { Button } from '@mantine/core';
import type { SheetDefinition } from '../../../electron/contract/scoring-sheet.ts';
import { CountField } from '../../components/small-fields.tsx';

type Sizes = SheetDefinition['required_minutes']['by_member_count'];
type Props = { value: Sizes; onChange: (value: Sizes) => void };

/** Longer minimums for larger cells: from how many members, how many minutes; the largest that applies counts. */
export function MinutesBySize({ value, onChange }: Props) {
  const set = (index: number, change: Partial<Sizes[number]>) =>
    onChange(value.map((each, at) => (at === index ? { ...each, ...change } : each)));
  return (
    <fieldset className="condition">
      <legend>Thời lượng theo số đảng viên (lấy mức lớn nhất phù hợp)</legend>
      {value.map(({ from, minutes }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sizes have nothing else to be told apart by
        <div key={index} className="condition-row">
          <CountField
            label="Từ (đảng viên)"
            value={from}
            onChange={(count) => count !== null && set(index, { from: count })}
          />
          <CountField
            label="Tối thiểu (phút)"
            value={minutes}
            onChange={(count) => count !== null && count > 0 && set(index, { minutes: count })}
          />
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange(value.toSpliced(index, 1))}>
            Bỏ
          </Button>
        </div>
      ))}
      <Button size="compact-xs" variant="default" onClick={() => onChange([...value, { from: 30, minutes: 120 }])}>
        Thêm mức theo số đảng viên
      </Button>
    </fieldset>
  );
}
