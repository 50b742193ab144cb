import { Link } from 'wouter';
import { Icon } from '../../components/icons.tsx';
import { askForHelp } from '../../features/help/HelpDrawer.tsx';
import { places } from '../places.ts';
import { useOfficeDoors } from '../use-office.ts';

/** The places, with the key that goes there. */
export function Navigation({ current }: { current: string }) {
  const { close } = useOfficeDoors();
  return (
    <nav className="frame-nav" aria-label="Các mục">
      {places.map((place, index) => (
        <Link
          key={place.path}
          href={place.path}
          className="frame-nav-item"
          aria-current={place.path === current ? 'page' : undefined}
          title={index < 9 ? `${place.label} (Alt+${index + 1})` : place.label}
        >
          <Icon name={place.icon} />
          <span>{place.label}</span>
        </Link>
      ))}
      <button type="button" className="frame-nav-item frame-nav-foot" onClick={askForHelp} title="Trợ giúp (F1)">
        <Icon name="info" />
        <span>Trợ giúp</span>
        <kbd>F1</kbd>
      </button>
      <button type="button" className="frame-nav-item frame-nav-close" onClick={() => close.mutate()}>
        <Icon name="close" />
        <span>Đóng sổ</span>
      </button>
    </nav>
  );
}
