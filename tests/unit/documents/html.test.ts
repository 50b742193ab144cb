import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../../electron/data/documents/docx-writer.ts';
import { standaloneHtml, writeHtml } from '../../../electron/data/documents/html-writer.ts';
import type { OfficialDocument } from '../../../electron/data/documents/model.ts';
import { all, parseXml, readParagraph, unzipParts } from '../../support/docx-reader.ts';
import { everyBlock } from '../../support/every-block.ts';
import { districtReport, fullMinutes, hd05, hd36, officialMinutes } from '../../support/sample-documents.ts';

const hostile = '<img src=x onerror="alert(1)"> & \'x\' </style>';
const annex = { reference: 'kèm theo', title: 'Danh sách', body: districtReport.body, landscape: true };

const documents: [string, OfficialDocument][] = [
  ['minutes', officialMinutes(fullMinutes)],
  ['a report with annexes', { ...districtReport, annexes: [annex, annex] }],
  [
    'a letter',
    {
      ...districtReport,
      title: { form: 'letter', subject: 'đôn đốc dự sinh hoạt' },
      addressees: { names: ['Đảng ủy xã A'], submission: false },
    },
  ],
  ['a submission', { ...districtReport, addressees: { names: ['Ban Tổ chức', 'Văn phòng'], submission: true } }],
  ['every kind of block', { ...districtReport, body: everyBlock }],
  [
    'marks',
    {
      ...districtReport,
      header: { ...districtReport.header, secrecy: 'Tối mật', urgency: 'Khẩn', marks: ['Dự thảo lần 1'] },
    },
  ],
];

function htmlText(html: string): string[] {
  const lines = html
    .replace(/<br>/gu, '\n')
    .replace(/<\/(?:p|h1|td|th)>/gu, '\n')
    .replace(/<[^>]+>/gu, '')
    .replace(
      /&(amp|lt|gt|quot|#39);/gu,
      (_entity, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
    )
    .split('\n');
  return lines.filter((line) => line !== '');
}

async function docxText(document: OfficialDocument): Promise<string[]> {
  const body = parseXml((await unzipParts(await writeDocx(document, hd36))).get('word/document.xml') ?? '');
  return all(body, 'w:p')
    .flatMap((paragraph) => readParagraph(paragraph, null).text.split('\n'))
    .filter((line) => line !== '');
}

describe('the preview says what the Word file says, line by line', () => {
  test.each(documents)('%s', async (_name, document) => {
    expect(htmlText(writeHtml(document, hd36).html)).toEqual(await docxText(document));
  });
});

test('every text is escaped: a name can hold no markup', () => {
  const document: OfficialDocument = {
    ...districtReport,
    header: { ...districtReport.header, issuer: [hostile], placeAndDate: null, marks: [hostile] },
    title: { form: 'titled', documentKind: hostile, subject: hostile, hyphens: true },
    addressees: { names: [hostile, hostile], submission: false },
    body: [
      { kind: 'heading', level: 1, text: hostile },
      { kind: 'item', mark: '-', runs: [{ text: hostile, bold: true }] },
      {
        kind: 'table',
        columns: [{ width: 1, align: 'left' }],
        head: [[{ text: hostile }]],
        rows: [[{ text: hostile }]],
      },
    ],
    signature: { kind: 'authority', recipients: [hostile], authority: hostile, position: hostile, name: hostile },
    annexes: [{ ...annex, title: hostile, reference: hostile, body: [] }],
  };
  for (const profile of [hd36, hd05]) {
    const { html, css } = writeHtml(document, profile);
    expect(html).not.toMatch(/<img/iu);
    expect(css).not.toContain('img');
    const page = standaloneHtml(document, profile, hostile);
    expect(page).not.toMatch(/<img/iu);
    expect(page.match(/<\/style>/gu)).toHaveLength(1);
  }
});

test('class names only: no style attribute, no script, no handler (the window has a strict policy)', () => {
  for (const [, document] of documents) {
    const { html } = writeHtml(document, hd36);
    expect(html).not.toMatch(/<(?!\/?(?:article|section|table|colgroup|col|thead|tbody|tr|td|th|p|h1|span|br)\b)/u);
    const attributes = [...html.matchAll(/<\w+((?:\s[^>]*)?)>/gu)].flatMap(([, list = '']) => [
      ...list.matchAll(/\s([a-z-]+)=/gu),
    ]);
    expect(new Set(attributes.map(([, name]) => name))).toEqual(
      new Set(['class', 'lang', ...(html.includes('colspan') ? ['colspan'] : [])]),
    );
  }
});

test('every rule but those of the page is scoped to the document', () => {
  const { css } = writeHtml({ ...districtReport, duplex: true }, hd36);
  for (const line of css.split('\n').filter((rule) => !rule.startsWith('@'))) {
    expect(line).toMatch(/^\.official-document[ .{][^,{]*(?:, \.official-document[^,{]*)*\{/u);
  }
});
