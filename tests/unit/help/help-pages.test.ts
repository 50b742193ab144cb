import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HelpBlock, HelpWords } from '../../../electron/contract/help.ts';
import { loadHelp } from '../../../electron/data/help/help-pages.ts';
import { meaningOf } from '../../../renderer/app/key-words.ts';
import { findPages, pageOfScreen } from '../../../renderer/features/help/help-pages.ts';
import { resourcesDir } from '../../support/office.ts';

const pages = loadHelp(resourcesDir);
const rendererDir = join(import.meta.dirname, '../../../renderer');
const source = globSync('**/*.{ts,tsx}', { cwd: rendererDir })
  .map((name) => readFileSync(join(rendererDir, name), 'utf8'))
  .join('\n');
const routes = [...source.matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path ?? '');

const wordsOf = (block: HelpBlock): HelpWords[] => {
  if (block.kind === 'picture') return [];
  return 'lines' in block ? block.lines.flatMap(({ words }) => words) : block.words;
};
const allWords = pages.flatMap(({ id, blocks }) => blocks.flatMap(wordsOf).map((word) => ({ id, ...word })));

describe('the help pages', () => {
  it('every route of the window has one page, and no page speaks of a route that is not there', () => {
    const named = pages.flatMap(({ screens }) => screens);
    expect(routes.filter((route) => !named.includes(route))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    for (const route of routes.filter((one) => !one.includes(':'))) expect(pageOfScreen(pages, route)).toBeDefined();
    const reached = named.filter((screen) => !routes.includes(screen));
    // An address of a part of a screen is that of a route.
    expect(reached.filter((address) => !routes.some((route) => route.split('/')[1] === address.split('/')[1]))).toEqual(
      [],
    );
  });

  it('an address finds its own page before the page of its route', () => {
    expect(pageOfScreen(pages, '/settings/backups')?.id).toBe('sao-luu-khoi-phuc');
    expect(pageOfScreen(pages, '/settings/office')?.id).toBe('thiet-lap');
    expect(pageOfScreen(pages, '/meetings/entry')?.id).toBe('nhap-so-lieu-nhanh');
    expect(pageOfScreen(pages, '/meetings/0192')?.id).toBe('ghi-buoi-sinh-hoat');
  });

  it('every door leads somewhere', () => {
    const ids = new Set(pages.map(({ id }) => id));
    const screens = [...routes, ...pages.flatMap(({ screens }) => screens)];
    const lost = allWords.filter((word) => {
      if (word.kind !== 'door') return false;
      if (word.path.startsWith('/help/')) return !ids.has(word.path.slice('/help/'.length));
      return !screens.some((screen) => screen.replace(/\/:\w+\?$/, '') === word.path);
    });
    expect(lost).toEqual([]);
  });

  it('every page is reached from another, or from a screen', () => {
    const reached = new Set(allWords.flatMap((word) => (word.kind === 'door' ? [word.path] : [])));
    const lonely = pages.filter(({ id, screens }) => screens.length === 0 && !reached.has(`/help/${id}`));
    expect(lonely.map(({ id }) => id)).toEqual(['tu-tep-excel-den-bao-cao-dau-tien']);
  });

  it('every name in «…» stands on a screen', () => {
    const names = allWords.flatMap((word) => (word.kind === 'name' ? [word.text] : []));
    expect(names.length).toBeGreaterThan(100);
    expect([...new Set(names)].filter((name) => !source.includes(name))).toEqual([]);
  });

  it('the words are those of the window: neutral, and none is left as Markdown', () => {
    for (const { id, text } of pages) {
      expect(text, id).not.toMatch(/chúng tôi|!|\*\*|\]\(|«|»/u);
      expect(text.length, id).toBeGreaterThan(150);
    }
  });

  it('every picture that is kept is shown, and is small', () => {
    const folder = join(resourcesDir, 'help', 'images');
    const markdown = readdirSync(join(resourcesDir, 'help'))
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((name) => readFileSync(join(resourcesDir, 'help', name), 'utf8'))
      .join('\n');
    for (const name of readdirSync(folder)) {
      expect(markdown).toContain(`(images/${name})`);
      expect(statSync(join(folder, name)).size, name).toBeLessThan(60_000);
    }
  });

  it('are found without diacritics, those that say so in their title first', () => {
    expect(findPages(pages, 'khoi phuc')[0]?.id).toBe('sao-luu-khoi-phuc');
    expect(findPages(pages, 'phieu bao').map(({ id }) => id)).toContain('chuyen-sinh-hoat');
    expect(findPages(pages, 'khongcotrangnay')).toEqual([]);
  });

  it('every chord that a screen listens to has its words on the shortcut sheet', () => {
    const calls = [...source.matchAll(/useKeys\(\{([\s\S]*?)\}\);/g)].map(([, inside]) => inside ?? '');
    const chords = calls.flatMap((inside) => [
      ...[...inside.matchAll(/'((?:ctrl|alt|shift)\+[^']+)':/g)].map(([, chord]) => chord ?? ''),
      ...[...inside.matchAll(/(?:^|[\s{,])(escape|delete|f\d+):/g)].map(([, chord]) => chord ?? ''),
    ]);
    expect(calls.length).toBeGreaterThan(30);
    expect([...new Set(chords)].filter((chord) => meaningOf(chord) === undefined)).toEqual([]);
  });
});
