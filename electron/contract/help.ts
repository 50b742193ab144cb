import { z } from 'zod';
import { procedure } from './errors.ts';

/** Words of a line: plain, strong, a key (`Ctrl+S`), a name on the screen («Lưu»), or a door to a page or a screen. */
export const helpWords = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['plain', 'strong', 'key', 'name']), text: z.string() }),
  z.object({ kind: z.literal('door'), text: z.string(), path: z.string() }),
]);

/** What of the guided first hour the office can show for itself. */
export const helpMark = z.enum(['office', 'organisations', 'members', 'meetings', 'report']);

const line = z.array(helpWords);

export const helpBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['heading', 'paragraph', 'note']), words: line }),
  z.object({
    kind: z.enum(['list', 'steps']),
    lines: z.array(z.object({ words: line, mark: helpMark.nullable() })),
  }),
  z.object({ kind: z.literal('picture'), words: z.string(), image: z.string() }),
]);

export const helpEntry = z.object({
  id: z.string(),
  title: z.string(),
  part: z.string(),
  /** The routes of the window that the page is about, as renderer/app/Routes.tsx writes them. */
  screens: z.array(z.string()),
  /** All its words, for search. */
  text: z.string(),
});

export const helpContract = {
  /** Every page, in the order of reading. Needs no open office. */
  pages: procedure.output(z.array(helpEntry)),
  page: procedure
    .input(z.object({ id: z.string() }))
    .output(z.object({ id: z.string(), title: z.string(), blocks: z.array(helpBlock) })),
};

export type HelpWords = z.infer<typeof helpWords>;
export type HelpMark = z.infer<typeof helpMark>;
export type HelpBlock = z.infer<typeof helpBlock>;
export type HelpEntry = z.infer<typeof helpEntry>;
