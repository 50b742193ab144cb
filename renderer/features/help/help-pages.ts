import { useQuery } from '@tanstack/react-query';
import type { HelpEntry } from '../../../electron/contract/help.ts';
import { api } from '../../app/data.ts';
import { matchesWords } from '../../components/fold.ts';

/** The pages of the help, in the order of reading; empty until they are read. */
export function useHelpPages(): readonly HelpEntry[] {
  return useQuery(api.help.pages.queryOptions()).data ?? [];
}

/** A route of the window (`/members/:id?`) as what its addresses look like. */
function matchesRoute(route: string, location: string): boolean {
  const pattern = route.replaceAll(/\/:\w+\?/gu, '(?:/[^/]+)?').replaceAll(/\/:\w+/gu, '/[^/]+');
  return new RegExp(`^${pattern}$`, 'u').test(location);
}

/** The page about an address: one that names it wholly comes before one that names its route. */
export function pageOfScreen(pages: readonly HelpEntry[], location: string): HelpEntry | undefined {
  return (
    pages.find(({ screens }) => screens.includes(location)) ??
    pages.find(({ screens }) => screens.some((route) => matchesRoute(route, location)))
  );
}

/** Pages whose words begin with those typed, diacritics aside; one that says so in its title comes first. */
export function findPages(pages: readonly HelpEntry[], typed: string): readonly HelpEntry[] {
  if (typed.trim() === '') return pages;
  const inTitle = pages.filter(({ title }) => matchesWords(title, typed));
  const inText = pages.filter((page) => !inTitle.includes(page) && matchesWords(`${page.title} ${page.text}`, typed));
  return [...inTitle, ...inText];
}
