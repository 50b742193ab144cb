import { Button, Checkbox, Popover } from '@mantine/core';
import { type ColumnChoice, choose, columnState } from './chosen-columns.ts';

type Props = {
  columns: readonly { key: string; heading: string; group?: string | null }[];
  /** Those that are on the screen now. */
  shown: readonly { key: string }[];
  choice: ColumnChoice;
  onChoice: (choice: ColumnChoice) => void;
};

/** Which columns the list shows. The first always stays. */
export function ColumnMenu({ columns, shown, choice, onChoice }: Props) {
  const isChosen = Object.keys(choice).length > 0;
  const lacksRoom = columns.some(({ key }) => columnState(key, choice, shown) === 'no_room');
  return (
    <Popover position="top-end" width={272} trapFocus returnFocus withinPortal transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <button type="button" className="door">
          Cột…
        </button>
      </Popover.Target>
      <Popover.Dropdown className="column-menu">
        {columns.map(({ key, heading, group }, index) => {
          const state = columnState(key, choice, shown);
          return (
            <Checkbox
              key={key}
              size="xs"
              label={group ? `${group}: ${heading}` : heading}
              checked={state === 'shown'}
              indeterminate={state === 'no_room'}
              disabled={index === 0}
              onChange={() => onChoice(choose(choice, key, state))}
            />
          );
        })}
        {lacksRoom && <p className="quiet small">Gạch ngang: chưa đủ chỗ, vẫn có khi xuất Excel và khi chép.</p>}
        <Button size="compact-xs" variant="default" disabled={!isChosen} onClick={() => onChoice({})}>
          Như ban đầu
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
