import './list-screen.css';
import type { ReactNode } from 'react';

type Props = {
  /** Filters and what can be done, above the list. */
  tools?: ReactNode;
  /** Counts under the list. */
  foot?: ReactNode;
  /** What is selected, on the right. */
  pane?: ReactNode;
  children: ReactNode;
};

/** The three parts of every place with a list: tools, the list with its counts, and the pane of what is selected. */
export function ListScreen({ tools, foot, pane, children }: Props) {
  return (
    <div className="list-screen">
      <div className="list-screen-list">
        {tools && <div className="list-screen-tools">{tools}</div>}
        {children}
        {foot && <div className="list-screen-foot">{foot}</div>}
      </div>
      {pane}
    </div>
  );
}
