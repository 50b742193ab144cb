import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds serious or critical on a page, one line each; given through the debugger, as the policy demands. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
