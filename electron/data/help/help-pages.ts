import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { HelpBlock, HelpEntry } from '../../contract/help.ts';
import { readMarkdown, textOf } from './markdown.ts';

/** The head of a page, between its two lines of `---`. `order` is its place in the whole of the help. */
const head = z.strictObject({
  title: z.string(),
  part: z.string(),
  order: z.int(),
  screens: z.array(z.string()).default([]),
});

export type HelpPage = HelpEntry & { blocks: HelpBlock[] };

/** Reads resources/help, in the order of reading. Throws on a page whose head, marks or pictures are not right. */
export function loadHelp(resourcesDir: string): HelpPage[] {
  const folder = join(resourcesDir, 'help');
  const picture = (name: string) =>
    `data:image/png;base64,${readFileSync(join(folder, 'images', name)).toString('base64')}`;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => {
      const [, front = '', body = ''] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
      const { order, ...entry } = head.parse(parse(front));
      const blocks = readMarkdown(body, picture);
      return { order, page: { id: name.slice(0, -'.md'.length), ...entry, text: textOf(blocks), blocks } };
    })
    .sort((a, b) => a.order - b.order)
    .map(({ page }) => page);
}
