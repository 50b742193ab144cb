import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { writeDocx } from '../../electron/data/documents/docx-writer.ts';
import { writeXlsx } from '../../electron/data/documents/xlsx-writer.ts';
import { cleanText } from '../../electron/data/vietnamese/clean-text.ts';
import { all, parseXml, unzipParts } from '../support/docx-reader.ts';
import { districtReport, hd36 } from '../support/sample-documents.ts';
import { cellMeetings, cellMeetingsWorkbook } from '../support/sample-workbook.ts';

/** Every code point below U+30000, lone surrogates too, 512 to a text, between two letters. */
const texts = Array.from({ length: 0x30000 / 512 }, (_text, block) => {
  const characters = Array.from({ length: 512 }, (_character, index) => String.fromCodePoint(block * 512 + index));
  return `a${characters.join('')}z`;
});

/** Parses every XML part; SaxesParser throws on a character that XML 1.0 forbids. */
async function wellFormed(file: Uint8Array): Promise<Map<string, ReturnType<typeof parseXml>>> {
  const parts = await unzipParts(file);
  return new Map([...parts].map(([name, xml]) => [name, parseXml(xml)]));
}

test('finding 9: whatever character is typed, the Word file is well-formed and no text is lost', async () => {
  const body = texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] }) as const);
  const parts = await wellFormed(await writeDocx({ ...districtReport, body }, hd36));
  const document = parts.get('word/document.xml');
  const ends = all(document ?? parseXml('<x/>'), 'w:t').filter((run) => run.text.endsWith('z'));
  expect(ends.length).toBeGreaterThanOrEqual(texts.length);
});

test('finding 9: whatever character is typed, the workbook is well-formed and no text is lost', async () => {
  const rows = texts.map((text) => ({ kind: 'data', cells: { name: text } }) as const);
  const stream = new PassThrough();
  const [file] = await Promise.all([
    buffer(stream),
    writeXlsx({ ...cellMeetingsWorkbook, sheets: [{ ...cellMeetings, rows }] }, hd36, stream),
  ]);
  const parts = await wellFormed(file);
  const strings = [...parts.values()].flatMap((part) => all(part, 't')).map((text) => text.text);
  expect(new Set(strings.filter((text) => /^a.*z$/su.test(text)))).toEqual(new Set(texts.map(cleanText)));
});
