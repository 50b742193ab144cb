import type { Locator, Page } from 'playwright-core';

const farEnough = 80;

/** The work of somebody without a mouse: nothing is clicked, filled or focused but by keys. */
export interface ByKeys {
  /** Comes to it by Tab alone; throws when Tab never gets there. */
  reach(target: Locator): Promise<void>;
  /** Comes to a button, a link or a choice and presses it. */
  press(target: Locator, key?: 'Enter' | 'Space'): Promise<void>;
  /** Types over what stands in a field. */
  type(field: Locator, text: string): Promise<void>;
  /** Chooses in a field that is searched. */
  pick(field: Locator, text: string): Promise<void>;
  /** Ctrl+K to whatever is called so. */
  find(text: string, option: RegExp): Promise<void>;
  keys(...keys: string[]): Promise<void>;
}

export function byKeys(page: Page): ByKeys {
  const { keyboard } = page;
  const keys = async (...all: string[]) => {
    for (const key of all) await keyboard.press(key);
  };
  const reach = async (target: Locator) => {
    await target.waitFor();
    for (let press = 0; press < farEnough; press += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not come to ${target}`);
  };
  return {
    reach,
    keys,
    press: async (target, key = 'Enter') => {
      await reach(target);
      await keyboard.press(key);
    },
    type: async (field, text) => {
      await reach(field);
      await keys('Control+A');
      await keyboard.type(text);
    },
    pick: async (field, text) => {
      await reach(field);
      await keys('Enter');
      await keyboard.type(text);
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      await keys('ArrowDown', 'Enter');
    },
    find: async (text, option) => {
      await keys('Control+K');
      await keyboard.type(text);
      await page.getByRole('option', { name: option }).first().waitFor();
      await keys('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  };
}
