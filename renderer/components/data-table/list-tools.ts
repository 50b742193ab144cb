import { createContext } from 'react';

/** Where a list's own tools go: the right end of the line under it. Null where there is no such place. */
export const ListToolsPlace = createContext<HTMLElement | null>(null);
