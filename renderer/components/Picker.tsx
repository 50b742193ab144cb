import './fields.css';
import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { matchesWords } from './fold.ts';
import { Icon } from './icons.tsx';

export type Choice = { value: string; label: string; context?: string };

type Props = {
  label?: string;
  /** Names the field where no label is drawn. */
  ariaLabel?: string;
  choices: readonly Choice[];
  value: string | null;
  onChange: (value: string | null) => void;
  /** What stands for "no choice": in a filter "Mọi chi bộ". */
  none: string;
  required?: boolean;
  width?: number;
  /** In a dialog: the field that has the focus at first. */
  autoFocus?: boolean;
  /** Shown only to be chosen from: the list is open from the start, and `onClose` says that it was left. */
  openAtOnce?: boolean;
  onClose?: () => void;
};

const shownAtOnce = 60;

/** Chooses one of a list by typing words without diacritics; the parent stands under the name. */
export function Picker({
  label,
  ariaLabel,
  choices,
  value,
  onChange,
  none,
  required = false,
  width,
  autoFocus = false,
  openAtOnce = false,
  onClose,
}: Props) {
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTyped('');
      onClose?.();
    },
  });
  const { openDropdown, dropdownOpened } = combobox;
  const search = useRef<HTMLInputElement>(null);
  // The list is there, hidden, before it is opened; it must have the focus before the next letter comes.
  useLayoutEffect(() => {
    if (dropdownOpened) search.current?.focus({ preventScroll: true });
  }, [dropdownOpened]);
  useEffect(() => {
    if (openAtOnce) openDropdown();
  }, [openAtOnce, openDropdown]);
  const chosen = choices.find((choice) => choice.value === value);
  const found = useMemo(
    () =>
      typed ? choices.filter((choice) => matchesWords(`${choice.label} ${choice.context ?? ''}`, typed)) : choices,
    [choices, typed],
  );
  const shown = chosen ? [chosen.label, chosen.context].filter(Boolean).join(' — ') : none;
  return (
    <Combobox
      store={combobox}
      width={Math.max(width ?? 0, 320)}
      position="bottom-start"
      transitionProps={{ duration: 0 }}
      onOptionSubmit={(next) => {
        onChange(next === '' ? null : next);
        combobox.closeDropdown();
        combobox.focusTarget();
      }}
    >
      <Combobox.Target targetType="button">
        <InputBase
          component="button"
          type="button"
          pointer
          data-autofocus={autoFocus || undefined}
          label={label}
          aria-label={label ? undefined : `${ariaLabel ?? ''}: ${shown}`}
          required={required}
          title={shown}
          style={width === undefined ? undefined : { width }}
          rightSection={<Icon name="down" />}
          rightSectionPointerEvents="none"
          onClick={() => combobox.toggleDropdown()}
        >
          <span className={`picker-shown ${chosen ? '' : 'quiet'}`}>{shown}</span>
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          ref={search}
          value={typed}
          aria-label="Tìm trong danh sách"
          placeholder="Gõ để tìm, không cần dấu"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
        />
        <Combobox.Options className="picker-options" aria-label={label ?? ariaLabel}>
          {!required && !typed && <Combobox.Option value="">{none}</Combobox.Option>}
          {found.slice(0, shownAtOnce).map((choice) => (
            <Combobox.Option key={choice.value} value={choice.value} active={choice.value === value}>
              {choice.label}
              {choice.context && <span className="picker-context">{choice.context}</span>}
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>Không có mục nào khớp</Combobox.Empty>}
          {found.length > shownAtOnce && (
            <Combobox.Empty>Còn {found.length - shownAtOnce} mục nữa: gõ thêm để tìm</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
