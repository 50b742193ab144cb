import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standaloneHtml } from '../../electron/data/documents/html-writer.ts';
import { launchChromium } from '../support/chromium.ts';
import { documentsOf, fileOf, type MadeDocument, sourceOf } from '../support/every-document.ts';
import { importSample } from '../support/imported-office.ts';
import { removableFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { convertAll, pdfPages } from '../support/run-tool.ts';

const fewest = 10;

interface Count {
  document: string;
  word: number;
  preview: number;
}

const { folder, remove } = removableFolder();
const documents: MadeDocument[] = [];

beforeAll(async () => {
  for (const sample of ['district-a', 'commune-b'] as const) {
    const { office } = await importSample(sample, folder);
    const kinds = await documentsOf(sourceOf(office), 1);
    documents.push(...[...kinds.values()].flat());
    office.close();
  }
});
afterAll(remove);

/** Prints the preview of each by Chromium and the Word file of each by LibreOffice. */
async function counted(): Promise<Count[]> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    for (const [index, one] of documents.entries()) {
      const html = join(folder, `${index}.html`);
      writeFileSync(html, standaloneHtml(one.official, one.profile, one.name));
      await page.goto(`file://${html}`);
      await page.pdf({ path: join(folder, `${index}-preview.pdf`), preferCSSPageSize: true });
      writeFileSync(join(folder, `${index}-word.docx`), await fileOf(one));
    }
  } finally {
    await browser.close();
  }
  convertAll(
    documents.map((_one, index) => join(folder, `${index}-word.docx`)),
    'pdf',
    folder,
  );
  return documents.map(({ code, name }, index) => ({
    document: `${code} ${name}`,
    word: pdfPages(join(folder, `${index}-word.pdf`)).length,
    preview: pdfPages(join(folder, `${index}-preview.pdf`)).length,
  }));
}

test.skipIf(!requireTool('chromium') || !requireTool('soffice') || !requireTool('pdftotext'))(
  "the preview breaks into as many pages as LibreOffice's, within one",
  async () => {
    expect(documents.length).toBeGreaterThanOrEqual(fewest);
    const counts = await counted();
    const lines = counts.map(({ document, word, preview }) => `${word}\t${preview}\t${preview - word}\t${document}`);
    process.stdout.write(`pages: Word file, preview, difference, document\n${lines.join('\n')}\n`);
    expect(counts.filter(({ word, preview }) => Math.abs(word - preview) > 1)).toEqual([]);
  },
  240_000,
);
