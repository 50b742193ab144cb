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
    await expect.poll(() => makeButton().textContent()).toBe(all);
  });

  it('is work that goes on while the clerk looks elsewhere, is told of below, and is stopped from anywhere', async () => {
    const letGo = clerk.holdWork('Sao lưu sổ', { step: 'Sao lưu', done: 43, of: 100 });
    await makeButton().click();
    await page.getByText('Chờ việc trước xong').waitFor();
    expect(await clerk.look('period-folder-waiting')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Hồ sơ cả kỳ…' }).waitFor();
    await page.getByRole('button', { name: 'Đang sao lưu sổ: 43 % · 1 việc chờ' }).waitFor();
    await page.keyboard.press('Control+j');
    const line = page.getByRole('listitem').filter({ hasText: 'Lập hồ sơ tháng 7/2024' });
    await line.getByText('Chờ đến lượt').waitFor();
    expect(await clerk.look('jobs')).toEqual([]);
    await line.getByRole('button', { name: 'Dừng' }).click();
    await line.getByText('Đã dừng trước khi bắt đầu. Chưa có gì thay đổi.').waitFor();
    await letGo();
    await page.keyboard.press('Escape');
    await clerk.goTo('/documents/folder');
    await page.getByText('Đã dừng lập hồ sơ.').waitFor();
  });

  it('is waited for in quiet for a second, with a word until the third, then with how far it is and «Dừng»', async () => {
    const letGo = clerk.holdWork('Sao lưu sổ', { step: 'Sao lưu', done: 43, of: 100 });
    const { clock } = page;
    await clock.install();
    await clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
    const waiting = page.locator('.state-wait');
    await makeButton().click();
    await waiting.waitFor({ state: 'attached' });
    await clock.runFor(900);
    expect(await waiting.textContent()).toBe('');
    await clock.runFor(200);
    await waiting.locator('.state-ring').waitFor();
    await clerk.picture('waiting');
    await clock.runFor(1700);
    expect(await waiting.getByRole('button').count()).toBe(0);
    await clock.resume();
    await waiting.getByRole('button', { name: 'Dừng' }).click();
    await page.getByText('Đã dừng lập hồ sơ.').waitFor();
    await letGo();
  });

  it('is said to be ready where the clerk is, and hands over one .zip with the files it lists', async () => {
    await makeButton().click();
    await clerk.goTo('/members');
    const notice = page.locator('.notice');
    await notice.getByText(/^Lập hồ sơ tháng 7\/2024: Đã lập \d+ tệp/u).waitFor({ timeout: 60_000 });
    await notice.getByRole('button', { name: 'Lưu tệp…' }).waitFor();
    expect(await clerk.look('jobs-notice')).toEqual([]);
    await page.keyboard.press('Control+j');
    await page.getByRole('listitem').filter({ hasText: 'Đã lập' }).getByRole('button', { name: 'Lưu tệp…' }).waitFor();
    expect(await clerk.look('jobs-done')).toEqual([]);
    await page.getByRole('link', { name: 'Mở màn hình' }).first().click();
    await page.getByRole('heading', { name: 'Đã lập hồ sơ' }).waitFor();
    expect(await clerk.look('period-folder-made')).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Lưu tệp .zip…' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('Hồ sơ tháng 7-2024.zip');
    const listed = await page.getByLabel('Các tệp trong hồ sơ').locator('li > :first-child').allTextContents();
    const names: unknown = JSON.parse(runTool('/usr/bin/python3', ['-c', NAMES, await file.path()]));
    expect(names).toEqual(listed.map((path) => path.replaceAll(' › ', '/')).sort());
  });

  it('refuses nothing and throws nothing on the way, but the answers of what was stopped', () => {
    expect(clerk.complaints).toEqual([expect.stringContaining('422'), expect.stringContaining('422')]);
  });
});

const NAMES = 'import json, sys, zipfile; print(json.dumps(sorted(zipfile.ZipFile(sys.argv[1]).namelist())))';
