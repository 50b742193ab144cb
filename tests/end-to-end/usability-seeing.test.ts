import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { openSampleWindow } from '../support/sample-window.ts';

const mainScreens = ['/today', '/members', '/meetings', '/schedule', '/reports/BC-05', '/petitions'];

describe.skipIf(!requireTool('chromium'))('seen by everybody, in Chromium', () => {
  let clerk: ClerkWindow;
  beforeAll(async () => {
    clerk = await openSampleWindow();
  });
  afterAll(() => clerk.close());

  const open = async (path: string) => {
    await clerk.goTo(path);
    await clerk.page.waitForLoadState('networkidle');
    await clerk.page.waitForFunction(() => !document.querySelector('.state-wait'));
  };

  /** What has the focus, and whether it shows: by an outline, or by its border having another colour than at rest. */
  const focused = () =>
    clerk.page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const words = `${element.tagName} ${element.className} ${element.ariaLabel ?? element.innerText.slice(0, 40)}`;
      const shows = (one: Element | null) => {
        const style = one && getComputedStyle(one);
        return style !== null && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
      };
      const border = getComputedStyle(element).borderColor;
      element.blur();
      const differs = getComputedStyle(element).borderColor !== border;
      element.focus();
      // A radio is drawn by its label, a hidden input of a chooser by what follows it.
      const seen = shows(element) || differs || shows(element.nextElementSibling) || shows(element.closest('label'));
      return { words, seen };
    });

  it('the focus is seen wherever Tab comes to', async () => {
    // A border that changes its colour does so at once.
    await clerk.page.emulateMedia({ reducedMotion: 'reduce' });
    const unseen = new Set<string>();
    for (const path of mainScreens) {
      await open(path);
      await clerk.page.locator('body').evaluate((body) => body.focus());
      let stops = 0;
      for (let press = 0; press < 24; press += 1) {
        await clerk.page.keyboard.press('Tab');
        const stop = await focused();
        if (stop) stops += 1;
        if (stop && !stop.seen) unseen.add(`${path}: ${stop.words}`);
      }
      expect(stops).toBeGreaterThan(15);
    }
    expect([...unseen]).toEqual([]);
  });

  it('at 200 % axe finds nothing, on main screens and over them, light and dark', async () => {
    const { page } = clerk;
    const found: string[] = [];
    const check = async (name: string) => {
      found.push(...(await violationsOf(page)).map((violation) => `${name}: ${violation}`));
    };
    await page.setViewportSize({ width: 683, height: 384 });
    for (const path of mainScreens) {
      await open(path);
      await check(path);
    }
    await page.keyboard.press('F1');
    await page.getByRole('dialog').getByRole('article').waitFor();
    await check('F1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await check('Ctrl+K');
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(found).toEqual([]);
  });

  it('larger letters are remembered, also by the cookie alone, and push nothing out of the window', async () => {
    const { page } = clerk;
    const outside: string[] = [];
    for (const size of ['125 %', '150 %']) {
      await open('/settings/display');
      await page.getByRole('radiogroup', { name: 'Cỡ chữ' }).getByText(size, { exact: true }).click();
      for (const path of mainScreens) {
        await open(path);
        const found = await page.evaluate(() =>
          [...document.querySelectorAll('button, a, input, h1, .list-screen-list')]
            .filter((element) => element.checkVisibility() && !element.closest('[role="grid"]'))
            .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
            .map((element) => `${element.className} ${element.textContent?.slice(0, 40)}`),
        );
        outside.push(...found.map((words) => `${size} ${path}: ${words}`));
        await clerk.look(`letters-${size.slice(0, 3)}${path.replaceAll('/', '-')}`);
      }
    }
    // Another start of the browser host is another origin: only the cookie is still there.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByRole('navigation', { name: 'Các mục' }).waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px');
    expect(outside).toEqual([]);
    expect(clerk.complaints).toEqual([]);
  });
});
