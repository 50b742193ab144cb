import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standaloneHtml, writeHtml } from '../../electron/data/documents/html-writer.ts';
import { launchChromium } from '../support/chromium.ts';
import { temporaryFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { pdfPages, runTool } from '../support/run-tool.ts';
import { districtReport, fullMinutes, hd36, officialMinutes } from '../support/sample-documents.ts';

/** The window's policy; a style attribute or a script would be refused and reported. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'";

describe.skipIf(!requireTool('chromium'))('the preview in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  /** The document as the window shows it: a shadow root with a constructed sheet, under the strict policy. */
  async function shown({ html, css }: { html: string; css: string }, complaints: string[] = []): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on('console', (message) => complaints.push(message.text()));
    await page.route('http://preview.test/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': policy },
        body: '<!doctype html><main></main>',
      }),
    );
    await page.goto('http://preview.test/');
    await page.evaluate(
      ([markup, rules]) => {
        const root = document.querySelector('main')?.attachShadow({ mode: 'open' });
        if (!root) throw new Error('no place for the preview');
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules ?? '');
        root.adoptedStyleSheets = [sheet];
        root.innerHTML = markup ?? '';
      },
      [html, css],
    );
    return page;
  }

  test('the sheet is A4 with the margins of the profile, the rule as long as the title', async () => {
    const page = await shown(writeHtml(districtReport, hd36));
    const box = async (selector: string) => {
      const found = await page.locator(selector).first().boundingBox();
      if (!found) throw new Error(`not shown: ${selector}`);
      return found;
    };
    const millimetres = (pixels: number): number => Math.round((pixels / 96) * 25.4 * 10) / 10;
    const sheet = await box('.od-sheet');
    expect([millimetres(sheet.width), millimetres(sheet.height)]).toEqual([210, 297]);
    const header = await box('.od-header');
    expect([millimetres(header.x - sheet.x), millimetres(header.y - sheet.y), millimetres(header.width)]).toEqual([
      30, 20, 165,
    ]);
    // Its 72,9 mm (document format, 3.3) need the letters of Times New Roman; here another font lends those with marks.
    const title = await page.locator('.od-party-title > span').evaluate((element) => {
      const text = document.createRange();
      text.selectNodeContents(element);
      return [text.getBoundingClientRect().width, element.getBoundingClientRect().width];
    });
    expect(title[0]).toBe(title[1]);
    expect(Math.abs(millimetres(title[0] ?? 0) - 72.9)).toBeLessThan(2);
    const [number, date] = [await box('.od-number'), await box('.od-place-date')];
    expect(Math.abs(number.y - date.y)).toBeLessThan(1);
    expect(millimetres((await box('.od-superior')).height)).toBeLessThan(7);
    await page.close();
  });

  test('body text: 14 pt, exactly 19 pt a line, first line 10 mm, justified, Times', async () => {
    const page = await shown(writeHtml(districtReport, hd36));
    const style = await page
      .locator('.od-text')
      .nth(2)
      .evaluate((element) => {
        const { fontSize, lineHeight, textIndent, textAlign, fontFamily, marginTop } = getComputedStyle(element);
        return {
          fontSize,
          lineHeight,
          textIndent: Math.round((Number.parseFloat(textIndent) / 96) * 25.4),
          textAlign,
          fontFamily,
          marginTop,
        };
      });
    expect(style).toEqual({
      fontSize: '18.6667px',
      lineHeight: expect.stringMatching(/^25\.33/u),
      textIndent: 10,
      textAlign: 'justify',
      fontFamily: expect.stringMatching(/^"?Times New Roman/u),
      marginTop: '8px',
    });
    await page.close();
  });

  test('a member named <img onerror=…> runs nothing, and the policy has nothing to complain about', async () => {
    const name = '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>';
    const document = officialMinutes({ ...fullMinutes, chair: { name, capacity: name } });
    const complaints: string[] = [];
    const page = await shown(writeHtml(document, hd36), complaints);
    expect(await page.title()).toBe('');
    expect(await page.locator('img, script').count()).toBe(0);
    expect(await page.locator('.od-signer').last().textContent()).toBe(name);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.skipIf(!requireTool('pdftotext'))(
    'printed: A4, page numbers from page 2, signatures with the last sentence',
    async () => {
      const folder = temporaryFolder();
      const source = join(folder, 'bien-ban.html');
      writeFileSync(source, standaloneHtml(officialMinutes(fullMinutes), hd36, 'Biên bản'));
      const page = await browser.newPage();
      await page.goto(`file://${source}`);
      const pdf = join(folder, 'bien-ban.pdf');
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      await page.close();
      expect(runTool('pdfinfo', [pdf])).toMatch(/Page size:\s+59\d\.\d+ x 84\d\.\d+ pts \(A4\)/u);
      const pages = pdfPages(pdf);
      expect(pages.length).toBeGreaterThanOrEqual(3);
      pages.forEach((text, index) => {
        const first = text.trim().split('\n')[0]?.trim() ?? '';
        if (index === 0) expect(first).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
        else expect(first).toBe(String(index + 1));
      });
      expect(pages.at(-1)).toMatch(/nhất trí với nội dung\.[\s\S]*NGƯỜI GHI BIÊN BẢN\s+CHỦ TRÌ HỘI NGHỊ/u);
    },
  );
});
