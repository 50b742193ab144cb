import { Button } from '@mantine/core';
import type { SheetPage } from '../../../electron/contract/ratings.ts';
import type { Criterion } from '../../../electron/contract/scoring-sheet.ts';
import { ConditionEditor, FactSelect } from './ConditionEditor.tsx';
import { NumberField } from './NumberField.tsx';

type Props = { facts: SheetPage['facts']; line: Criterion; onChange: (line: Criterion) => void };

/** The bands of a line from the top, the first that matches decides; before them what overrides them. */
export function BandsEditor({ facts, line, onChange }: Props) {
  const { bands, overrides } = line;
  const numbers = facts.filter(({ truth }) => !truth);
  const last = bands.at(-1);
  const fresh = {
    ...{
      measure: last?.measure ?? numbers[0]?.code ?? '',
      from: 0,
      to: null,
      from_inclusive: true,
      to_inclusive: false,
    },
    ...{ points: 0, label: null, evidence: null },
  };
  const setBand = (index: number, change: Partial<(typeof bands)[number]>) =>
    onChange({ ...line, bands: bands.map((band, at) => (at === index ? { ...band, ...change } : band)) });
  const setOverride = (index: number, change: Partial<(typeof overrides)[number]>) =>
    onChange({ ...line, overrides: overrides.map((each, at) => (at === index ? { ...each, ...change } : each)) });
  return (
    <>
      <fieldset className="condition">
        <legend>Mức điểm, xét từ trên xuống</legend>
        {bands.map((band, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bands have nothing else to be told apart by
          <div key={index} className="condition-row">
            <FactSelect
              label={`Số liệu của mức ${index + 1}`}
              facts={numbers}
              value={band.measure}
              onChange={(measure) => setBand(index, { measure })}
            />
            <NumberField
              label="Từ"
              className="short-field"
              value={band.from}
              onChange={(from) => setBand(index, { from })}
            />
            <NumberField
              label="Đến dưới"
              className="short-field"
              value={band.to}
              onChange={(to) => setBand(index, { to })}
            />
            <NumberField
              label="Điểm"
              className="short-field"
              value={band.points}
              onChange={(points) => setBand(index, { points: Math.max(0, points ?? 0) })}
            />
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => onChange({ ...line, bands: bands.toSpliced(index, 1) })}
            >
              Bỏ
            </Button>
          </div>
        ))}
        <Button size="compact-xs" variant="default" onClick={() => onChange({ ...line, bands: [...bands, fresh] })}>
          Thêm mức
        </Button>
      </fieldset>
      {overrides.map((override, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: overrides have nothing else to be told apart by
        <div key={index} className="override">
          <ConditionEditor
            label="Trường hợp riêng, xét trước các mức"
            facts={facts}
            value={override.when}
            required
            onChange={(when) => when !== null && setOverride(index, { when })}
          />
          <div className="condition-row">
            <NumberField
              label="Điểm"
              className="short-field"
              value={override.points}
              onChange={(points) => setOverride(index, { points: Math.max(0, points ?? 0) })}
            />
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => onChange({ ...line, overrides: overrides.toSpliced(index, 1) })}
            >
              Bỏ trường hợp này
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            onChange({
              ...line,
              overrides: [
                ...overrides,
                { when: { fact: 'absent_unexcused_count', op: '>', value: 0 }, points: 0, label: null },
              ],
            })
          }
        >
          Thêm trường hợp riêng
        </Button>
      </div>
    </>
  );
}
