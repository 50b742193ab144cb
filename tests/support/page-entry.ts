import './page-policy.ts';

/** What `bringToPage` gives a test inside the page: the window's own client and shell. */
export { client } from '../../renderer/app/link.ts';
export { shell } from '../../renderer/app/shell.ts';
