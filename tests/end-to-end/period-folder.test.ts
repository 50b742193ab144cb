import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { runTool } from '../support/run-tool.ts';
import { openSampleWindow } from '../support/sample-window.ts';

describe.skipIf(!requireTool('chromium'))('the folder of a period, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openSampleWindow();
    page = clerk.page;
    await clerk.goTo('/documents');
    await page.getByRole('button', { name: 'Hồ sơ cả kỳ…' }).click();
  });
  afterAll(() => clerk.close());

  const makeButton = () => page.getByRole('button', { name: /^Lập hồ sơ \(/u });

  it('says what it would hold, and leaves out what the clerk does not want', async () => {
    await page.getByLabel('Biên bản sinh hoạt chi bộ').waitFor();
    const all = await makeButton().textContent();
    await page.getByLabel('Biên bản sinh hoạt chi bộ').uncheck();
    expect(await makeButton().textContent()).not.toBe(all);
    await page.getByLabel('Biên bản sinh hoạt chi bộ').check();
    expect(await makeButton().textContent()).toBe(all);
  });

  it('stops on Esc and keeps what was chosen', async () => {
    await makeButton().click();
    await page.getByRole('button', { name: 'Dừng' }).waitFor();
    await page.keyboard.press('Escape');
    await makeButton().waitFor();
  });

  it('hands over one .zip with the files it lists', async () => {
    await makeButton().click();
    await page.getByRole('heading', { name: 'Đã lập hồ sơ' }).waitFor({ timeout: 60_000 });
    expect(await clerk.look('period-folder-made')).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Lưu tệp .zip…' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('Hồ sơ tháng 7-2024.zip');
    const listed = await page.getByLabel('Các tệp trong hồ sơ').locator('li > :first-child').allTextContents();
    const names: unknown = JSON.parse(runTool('/usr/bin/python3', ['-c', NAMES, await file.path()]));
    expect(names).toEqual(listed.map((path) => path.replaceAll(' › ', '/')).sort());
  });

  it('refuses nothing and throws nothing on the way', () => {
    expect(clerk.complaints).toEqual([]);
  });
});

const NAMES = 'import json, sys, zipfile; print(json.dumps(sorted(zipfile.ZipFile(sys.argv[1]).namelist())))';
