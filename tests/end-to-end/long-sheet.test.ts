import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganisations } from '../support/add-organisations.ts';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { makeOffice } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';

const cells = 1_200;

describe.skipIf(!requireTool('chromium'))('a sheet of very many rows, in Chromium', () => {
  let clerk: ClerkWindow;

  beforeAll(async () => {
    clerk = await openClerkWindow();
    const path = join(clerk.folder, 'nhieu.sochibo');
    const office = await makeOffice({
      path,
      level: 'province',
      name: 'Tỉnh ủy Thử',
      superior: 'Trung ương',
      place: 'Thử',
    });
    await addOrganisations(
      office,
      Array.from({ length: cells }, (_, index) => {
        const number = String(index + 1).padStart(4, '0');
        return { id: `c${number}`, kind: 'grassroots_cell', name: `Chi bộ ${number}`, parent: null };
      }),
    );
    office.close();
    await clerk.client.office.open({ path });
    await clerk.goTo('/themes');
    await clerk.page.reload();
  }, 60_000);
  afterAll(() => clerk.close());

  const focused = () => clerk.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  /** Whether what has the focus stands below the headings and above the foot of the sheet. */
  const isInView = () =>
    clerk.page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      const at = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
      return at.top >= box('.entry-grid thead').bottom - 1 && at.bottom <= box('.entry-grid').bottom + 1;
    });

  it('draws what is in view, and is as high as all of its rows', async () => {
    const { page } = clerk;
    await page.getByLabel('Quý I: Chi bộ 0001').waitFor();
    expect(await page.locator('.entry-grid tbody input').count()).toBeLessThan(400);
    const height = await page.locator('.entry-grid').evaluate((grid) => grid.scrollHeight);
    expect(height).toBeGreaterThan(cells * 30);
    expect(height).toBeLessThan(cells * 36);
  });

  it('goes to boxes that were not drawn, and keeps what is typed on the way', async () => {
    const { page } = clerk;
    await page.getByLabel('Quý I: Chi bộ 0001').fill('Học tập Nghị quyết');
    await page.keyboard.press('Control+End');
    await expect.poll(focused).toBe(`Quý IV: Chi bộ ${cells}`);
    await expect.poll(isInView).toBe(true);
    await page.keyboard.type('Chuyên đề cuối');
    await page.keyboard.press('PageUp');
    await expect.poll(focused).toBe('Quý IV: Chi bộ 1185');
    await expect.poll(isInView).toBe(true);
    for (let times = 0; times < 40; times += 1) await page.keyboard.press('ArrowUp');
    await expect.poll(focused).toBe('Quý IV: Chi bộ 1145');
    await expect.poll(isInView).toBe(true);
    await page.keyboard.press('Control+Home');
    await expect.poll(focused).toBe('Quý I: Chi bộ 0001');
    await expect.poll(isInView).toBe(true);
    expect(await page.getByLabel('Quý I: Chi bộ 0001').inputValue()).toBe('Học tập Nghị quyết');
    await page.getByText('Chưa lưu 2 chi bộ').waitFor();
  });

  it('keeps the box that is typed into while the sheet is scrolled away from it', async () => {
    const { page } = clerk;
    await page.getByLabel('Quý II: Chi bộ 0002').focus();
    await page.locator('.entry-grid').evaluate((grid) => grid.scrollTo(0, grid.scrollHeight / 2));
    await page.getByLabel('Quý I: Chi bộ 0600').waitFor();
    expect(await focused()).toBe('Quý II: Chi bộ 0002');
    await page.keyboard.type('Giữ nguyên');
    expect(await page.getByLabel('Quý II: Chi bộ 0002').inputValue()).toBe('Giữ nguyên');
  });
});
