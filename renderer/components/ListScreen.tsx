import './list-screen.css';
import { type ReactNode, useState } from 'react';
import { ListToolsPlace } from './data-table/list-tools.ts';

type Props = {
  /** Filters and what can be done, above the list. */
  tools?: ReactNode;
  /** Counts under the list; the list puts its own tools beside them. */
  foot?: ReactNode;
  /** What is selected, on the right. */
  pane?: ReactNode;
  children: ReactNode;
};

/** The three parts of every place with a list: tools, the list with its counts, and the pane of what is selected. */
export function ListScreen({ tools, foot, pane, children }: Props) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <div className="list-screen">
      <div className="list-screen-list">
        {tools && <div className="list-screen-tools">{tools}</div>}
        <ListToolsPlace value={place}>{children}</ListToolsPlace>
        {foot && (
          <div className="list-screen-foot">
            {foot}
            <div ref={setPlace} className="list-tools" />
          </div>
        )}
      </div>
      {pane}
    </div>
  );
}
