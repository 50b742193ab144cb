import { z } from 'zod';

/** What `bringToPage` gives a test inside the page: the window's own client and shell. */
export { client } from '../../renderer/app/link.ts';
export { shell } from '../../renderer/app/shell.ts';

// The page's policy evaluates no text, which zod would do to be faster.
z.config({ jitless: true });
