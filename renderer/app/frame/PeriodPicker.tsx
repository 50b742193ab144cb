import { ActionIcon, Popover } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../components/icons.tsx';
import { type PeriodKind, periodLabel, periodsOfYear, readPeriod, shiftPeriod } from '../period.ts';
import { usePeriod } from '../period-state.tsx';

const kinds: readonly { kind: PeriodKind; label: string }[] = [
  { kind: 'month', label: 'Tháng' },
  { kind: 'quarter', label: 'Quý' },
  { kind: 'half', label: '6 tháng' },
  { kind: 'nine', label: '9 tháng' },
  { kind: 'year', label: 'Năm' },
];

function shortLabel(kind: PeriodKind, period: string): string {
  if (kind === 'month') return String(Number(period.slice(5)));
  if (kind === 'quarter') return ['I', 'II', 'III', 'IV'][Number(period.slice(-1)) - 1] ?? '';
  if (kind === 'half') return period.endsWith('1') ? 'Đầu năm' : 'Cuối năm';
  return kind === 'nine' ? '9 tháng' : period;
}

/** The one period: every list, count and report obeys it. Months that have meetings are in bold. */
export function PeriodPicker({ months }: { months: readonly string[] }) {
  const { period, label, setPeriod } = usePeriod();
  const [opened, setOpened] = useState(false);
  const [year, setYear] = useState(() => readPeriod(period)?.year ?? new Date().getFullYear());
  const filled = new Set(months);
  return (
    <div className="period">
      <ActionIcon variant="default" size={30} aria-label="Kỳ trước" onClick={() => setPeriod(shiftPeriod(period, -1))}>
        <Icon name="left" />
      </ActionIcon>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        trapFocus
        returnFocus
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <button
            type="button"
            className="period-button"
            aria-haspopup="dialog"
            onClick={() => {
              setYear(readPeriod(period)?.year ?? year);
              setOpened(!opened);
            }}
          >
            Kỳ: <strong>{label}</strong> <Icon name="down" />
          </button>
        </Popover.Target>
        <Popover.Dropdown className="period-choices" aria-label="Chọn kỳ">
          <div className="period-year">
            <ActionIcon variant="subtle" color="gray" aria-label="Năm trước" onClick={() => setYear(year - 1)}>
              <Icon name="left" />
            </ActionIcon>
            <strong>{year}</strong>
            <ActionIcon variant="subtle" color="gray" aria-label="Năm sau" onClick={() => setYear(year + 1)}>
              <Icon name="right" />
            </ActionIcon>
          </div>
          {kinds.map(({ kind, label: name }) => (
            <div key={kind} className="period-kind">
              <span className="quiet">{name}</span>
              <div>
                {periodsOfYear(year)[kind].map((choice) => (
                  <button
                    key={choice}
                    type="button"
                    aria-label={periodLabel(choice)}
                    aria-pressed={choice === period}
                    data-filled={filled.has(choice) || undefined}
                    onClick={() => {
                      setPeriod(choice);
                      setOpened(false);
                    }}
                  >
                    {shortLabel(kind, choice)}
                  </button>
                ))}
              </div>
            </div>
          ))}
        </Popover.Dropdown>
      </Popover>
      <ActionIcon variant="default" size={30} aria-label="Kỳ sau" onClick={() => setPeriod(shiftPeriod(period, 1))}>
        <Icon name="right" />
      </ActionIcon>
    </div>
  );
}
