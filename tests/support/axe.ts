import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Found = { impact: string | null | undefined; words: string };

/** The only rules of axe-core whose answer hangs on colours. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * What axe-core finds on a page, however slight, one line each; given through the debugger, as the policy demands.
 * The light page answers to every rule. In dark only the colours are others, so only their rules are asked again.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  return (await lookTwice(page)).map(({ words }) => words);
}

/** The same, but what axe calls serious or critical only. */
export async function seriousViolations(page: Page): Promise<string[]> {
  const found = await lookTwice(page);
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ words }) => words);
}

async function lookTwice(page: Page): Promise<Found[]> {
  // A window keeps one document from start to end: the rules are read into it once.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const light = await violations(page, null);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, colourRules);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map(({ impact, words }) => ({ impact, words: `dark: ${words}` }))];
}

async function violations(page: Page, rules: readonly string[] | null): Promise<Found[]> {
  const found = await page.evaluate(async (only) => {
    // Nothing of the page comes from elsewhere: there is nothing to load before the rules run.
    const options = { resultTypes: ['violations' as const], preload: false };
    const runOnly = only ? { runOnly: { type: 'rule' as const, values: [...only] } } : {};
    return (await window.axe.run(document, { ...options, ...runOnly })).violations;
  }, rules);
  return found.map(({ id, impact, nodes }) => ({
    impact,
    words: `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  }));
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
