import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { openSampleWindow } from '../support/sample-window.ts';

describe.skipIf(!requireTool('chromium'))('by keys alone, in Chromium', () => {
  let clerk: ClerkWindow;
  beforeAll(async () => {
    clerk = await openSampleWindow();
  });
  afterAll(() => clerk.close());

  /** A key while Unikey is still putting a letter together, where the focus is. True when nobody took it. */
  const composingKey = (key: string, code: string, ctrlKey = false) =>
    clerk.page.evaluate(
      (init) => {
        const event = new KeyboardEvent('keydown', { ...init, isComposing: true, bubbles: true, cancelable: true });
        return (document.activeElement ?? document.body).dispatchEvent(event);
      },
      { key, code, ctrlKey },
    );

  it('opens BC-05 and drills a figure down to its rows', async () => {
    const { page } = clerk;
    await page.keyboard.press('Control+K');
    await page.keyboard.type('bc-05');
    await page
      .getByRole('option', { name: /^BC-05/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('grid', { name: /^BC-05/ });
    await sheet.locator('[aria-selected]').nth(3).waitFor();
    for (let tab = 0; tab < 40 && !(await sheet.evaluate((grid) => grid === document.activeElement)); tab += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('the palette loses no letter and opens what was typed, however slow the search', async () => {
    const { page } = clerk;
    const takesLetters = await page.evaluate(async () => {
      const init = { code: 'KeyK', key: 'k', ctrlKey: true, bubbles: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', init));
      await Promise.resolve().then(() => undefined);
      return document.activeElement?.role === 'combobox';
    });
    expect(takesLetters).toBe(true);
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/office/find', async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.type('thon pa hy');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(1);
    answer();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(page.url()).toContain('/organisations/');
    await page.unroute('**/office/find');
  });

  it('acts on no key while a letter is being composed', async () => {
    const { page } = clerk;
    await clerk.goTo('/today');
    await page.keyboard.press('Control+K');
    await page.keyboard.type('kien nghi');
    await page.getByRole('option').first().waitFor();
    await composingKey('Enter', 'Enter');
    await composingKey('Escape', 'Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(1);
    expect(page.url()).toContain('/today');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await clerk.goTo('/petitions');
    const filter = page.getByRole('textbox').first();
    await filter.fill('duong');
    await filter.focus();
    await composingKey('Escape', 'Escape');
    await expect.poll(() => filter.inputValue()).toBe('duong');
    expect(await composingKey('n', 'KeyN', true)).toBe(true);
    expect(await composingKey('F1', 'F1')).toBe(true);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await filter.fill('');
    await page.keyboard.press('Control+N');
    await page.getByRole('dialog').waitFor();
    await composingKey('Escape', 'Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
  });
});
