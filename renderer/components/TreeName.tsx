import './tree-name.css';
import { Icon } from './icons.tsx';
import type { Branch } from './tree.ts';

type Props = { branch: Branch<unknown>; name: string; onToggle: () => void };

/** The first cell of a line in a tree: indented, with the handle that opens and closes it. */
export function TreeName({ branch, name, onToggle }: Props) {
  return (
    <span
      className="tree-name"
      style={{ paddingLeft: branch.depth * 16 }}
      data-parent={branch.children > 0 || undefined}
    >
      {branch.children > 0 ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={branch.open ? `Thu gọn ${name}` : `Mở rộng ${name}`}
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <Icon name={branch.open ? 'down' : 'right'} />
        </button>
      ) : (
        <span className="tree-gap" />
      )}
      <span className="tree-text">{name}</span>
    </span>
  );
}
