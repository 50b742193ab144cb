import { Icon } from '../../components/icons.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';

type Props = { title: string; months: readonly string[]; onSearch: () => void };

/** Where one is, the one period of the window, and the one search. */
export function Header({ title, months, onSearch }: Props) {
  return (
    <header className="frame-header">
      <h1>{title}</h1>
      <PeriodPicker months={months} />
      <button type="button" className="frame-search" onClick={onSearch}>
        <Icon name="search" />
        <span>Tìm…</span>
        <kbd>Ctrl+K</kbd>
      </button>
    </header>
  );
}
