import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClerkWindow } from '../support/clerk-window.ts';
import { requireTool } from '../support/requirements.ts';
import { openSampleWindow } from '../support/sample-window.ts';
import { wordTemplate } from '../support/word-template.ts';

describe.skipIf(!requireTool('chromium'))("the office's own Word template, in Chromium", () => {
  let clerk: ClerkWindow;
  let page: Page;

  beforeAll(async () => {
    clerk = await openSampleWindow();
    page = clerk.page;
    await clerk.goTo('/settings');
    await page.getByRole('radiogroup', { name: 'Phần thiết lập' }).getByText('Mẫu Word').click();
    await page
      .getByRole('grid', { name: 'Mẫu Word' })
      .getByText('Biên bản sinh hoạt chi bộ', { exact: true })
      .dblclick();
    await pane().waitFor();
  });
  afterAll(() => clerk.close());

  const pane = () => page.getByRole('complementary', { name: 'Biên bản sinh hoạt chi bộ' });
  const send = async (name: string, ...paragraphs: string[]) => {
    const chooser = page.waitForEvent('filechooser');
    await pane().getByRole('button', { name: 'Tải mẫu lên…' }).click();
    const buffer = await wordTemplate(paragraphs);
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };

  it('shows the tags it may use', async () => {
    await pane().getByText('{Tên chi bộ}', { exact: true }).waitFor();
    await pane().getByText('{#Nhiệm vụ}', { exact: true }).waitFor();
    expect(await clerk.look('office-templates')).toEqual([]);
  });

  it('tells every fault with what it may have meant, and keeps nothing', async () => {
    await send('biên bản xã.docx', '{Ten chi bo} {Thang}', '{#Nhiệm vụ}{Việc}');
    await pane().getByText('Danh sách {#Nhiệm vụ} chưa kết thúc').waitFor();
    expect(await clerk.look('office-templates-faults')).toEqual([]);
    await send('biên bản xã.docx', '{Ten chi bo} {Thang}');
    await pane().getByText('Không có thẻ {Ten chi bo}. Có phải là {Tên chi bộ}?').waitFor();
    await pane().getByText('Bố cục của chương trình').waitFor();
  });

  it('is used once it is right, and the original comes back', async () => {
    await send('biên bản xã.docx', '{Tên chi bộ} tháng {Tháng}');
    await pane().getByText('Mẫu riêng: biên bản xã.docx').waitFor();
    expect(await clerk.look('office-templates-own')).toEqual([]);
    await pane().getByRole('button', { name: 'Trở về bố cục gốc' }).click();
    await pane().getByText('Bố cục của chương trình').waitFor();
  });

  it('refuses nothing and throws nothing on the way', () => {
    expect(clerk.complaints).toEqual([]);
  });
});
