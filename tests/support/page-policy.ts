import { z } from 'zod';

// What comes into a page through the debugger may evaluate text while it starts, and not afterwards: zod would be misled.
// Imported before any schema is made.
z.config({ jitless: true });
