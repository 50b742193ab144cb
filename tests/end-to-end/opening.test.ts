import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { type ClerkWindow, openClerkWindow } from '../support/clerk-window.ts';
import { environment } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

describe.skipIf(!requireTool('chromium'))('an office that does not open as it is, in Chromium', () => {
  let clerk: ClerkWindow;
  let page: Page;
  let sample: TruthOffice;

  beforeAll(async () => {
    sample = await truthOffice('commune-b');
    sample.office.close();
    clerk = await openClerkWindow();
    page = clerk.page;
    page.setDefaultTimeout(30_000);
  });
  afterAll(async () => {
    await clerk.close();
    sample.remove();
  });

  async function tryToOpen(path: string): Promise<void> {
    await page.getByLabel('Đường dẫn tệp').fill(path);
    await page.getByRole('button', { name: 'Mở sổ' }).click();
  }

  it('open elsewhere: says by whom, and is opened to be looked at', async () => {
    const first = await openOffice(sample.office.path, { ...environment, actor: 'Trần Thị Lan' });
    await tryToOpen(first.path);
    await page.getByText(/đang được Trần Thị Lan mở trên máy/u).waitFor();
    expect(await clerk.look('opening-second')).toEqual([]);
    await page.getByRole('button', { name: 'Mở để xem' }).click();
    await page
      .getByRole('contentinfo')
      .getByText(/^Chỉ xem, đến/u)
      .waitFor();
    expect(await clerk.look('opening-view')).toEqual([]);
    first.close();
    await page.getByRole('button', { name: 'Đóng sổ' }).click();
  });

  it('in a synchronised folder: explained, with a copy on this machine offered', async () => {
    const folder = join(dirname(sample.office.path), 'OneDrive - Huyện ủy');
    mkdirSync(folder);
    const path = join(folder, 'so.sochibo');
    renameSync(sample.office.path, path);
    await tryToOpen(path);
    await page.getByRole('button', { name: 'Chép về máy này và làm việc tại chỗ' }).waitFor();
    expect(await clerk.look('opening-place')).toEqual([]);
    await page.getByRole('button', { name: 'Vẫn làm việc ở đó' }).click();
    await page.getByRole('button', { name: 'Đóng sổ' }).click();
    renameSync(path, sample.office.path);
  });

  it('damaged: every kept backup with what it holds, or what still reads, with a report', async () => {
    const { path } = sample.office;
    await clerk.client.office.open({ path });
    await clerk.client.backups.make();
    await clerk.client.office.close();
    const bytes = readFileSync(path);
    for (let at = 60 * 4096; at < bytes.length; at += 7 * 4096) bytes[at + 9] = (bytes[at + 9] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await tryToOpen(path);
    const kept = page.getByRole('region', { name: 'Khôi phục từ bản sao lưu' });
    await kept
      .getByText(/Buổi sinh hoạt: \d+/u)
      .first()
      .waitFor();
    expect(await clerk.look('opening-damaged')).toEqual([]);
    await page.getByRole('button', { name: 'Cứu những gì còn đọc được' }).click();
    await page.getByText('Đã cứu sang sổ mới').waitFor();
    expect(await clerk.look('opening-salvaged')).toEqual([]);
    await page.getByRole('button', { name: 'Khôi phục bản này' }).click();
    await page.getByRole('button', { name: 'Đóng sổ' }).waitFor();
    expect((await clerk.client.office.current({}))?.counts.meetings).toBeGreaterThan(100);
  });

  it('damaged and with a passphrase: asked for first, then the same ways, and the slots from a backup', async () => {
    const { path } = sample.office;
    const { client } = clerk;
    for await (const event of await client.access.encrypt({
      label: 'Văn phòng',
      passphrase: 'sông Thạch Hãn mùa lũ',
    })) {
      expect(event.type).toMatch(/progress|done/u);
    }
    await client.backups.make();
    await page.getByRole('button', { name: 'Đóng sổ' }).click();
    const bytes = readFileSync(path);
    bytes[60 * 4096 + 9] = (bytes[60 * 4096 + 9] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    rmSync(`${path}.khoa`);
    await tryToOpen(path);
    const cover = page.getByRole('dialog', { name: /Sổ đang khóa/u });
    await cover.getByRole('button', { name: /^Lấy tệp khóa từ bản sao lưu/u }).waitFor();
    expect(await clerk.look('opening-no-slots')).toEqual([]);
    await cover.getByRole('button', { name: /^Lấy tệp khóa từ bản sao lưu/u }).click();
    await cover.getByText('Đã lấy tệp khóa.', { exact: false }).waitFor();
    await cover.getByLabel('Mật khẩu hoặc mã khôi phục').fill('sông Thạch Hãn mùa lũ');
    await page.keyboard.press('Enter');
    const kept = cover.getByRole('region', { name: 'Khôi phục từ bản sao lưu' });
    await kept
      .getByText(/Buổi sinh hoạt: \d+/u)
      .first()
      .waitFor();
    expect(await clerk.look('opening-damaged-locked')).toEqual([]);
    await kept.getByRole('button', { name: 'Khôi phục bản này' }).click();
    await cover.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Đóng sổ' }).waitFor();
    expect((await client.access.state()).slots.map(({ label }) => label)).toEqual(['Văn phòng']);
  });
});
