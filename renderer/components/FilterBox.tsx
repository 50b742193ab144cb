import { CloseButton, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useKeys } from '../app/keys.ts';
import { Icon } from './icons.tsx';

type Props = { value: string; onChange: (value: string) => void; placeholder: string };

/** The filter above a list. Ctrl+F goes there; Down goes to the list; Esc empties it. */
export function FilterBox({ value, onChange, placeholder }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useKeys({ 'ctrl+f': () => field.current?.select() });
  return (
    <TextInput
      ref={field}
      className="filter-box"
      aria-label={placeholder}
      placeholder={placeholder}
      value={value}
      autoComplete="off"
      spellCheck={false}
      leftSection={<Icon name="search" />}
      rightSection={value && <CloseButton size="xs" aria-label="Bỏ lọc" onClick={() => onChange('')} />}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value) {
          event.preventDefault();
          onChange('');
        } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault();
          event.currentTarget.closest('.list-screen-list')?.querySelector<HTMLElement>('.data-table')?.focus();
        }
      }}
    />
  );
}
