import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../../electron/data/documents/docx-writer.ts';
import type { OfficialDocument } from '../../../electron/data/documents/model.ts';
import type { FormatProfile } from '../../../electron/data/documents/profile.ts';
import { checkDocxFormat } from '../../support/docx-format-checker.ts';
import { all, find, parseXml, unzipParts } from '../../support/docx-reader.ts';
import {
  districtReport,
  emptyMinutes,
  fullMinutes,
  hd05,
  hd36,
  officialMinutes,
} from '../../support/sample-documents.ts';

const numbered = { ...fullMinutes.layout, numbered: true, place_and_date: true };
const minutes = { number: false, date: false, signature: 'pair' } as const;
const report = { number: true, date: true, signature: 'authority' } as const;

describe('document format, sections 2, 3 and 6.1', () => {
  test.each([
    ['minutes of a whole meeting', officialMinutes(fullMinutes), hd36, minutes],
    ['minutes with nothing on record', officialMinutes(emptyMinutes), hd36, minutes],
    ['minutes under HD 05', officialMinutes(fullMinutes), hd05, minutes],
    [
      'minutes with number and date line',
      officialMinutes({ ...fullMinutes, layout: numbered }, 7),
      hd36,
      { ...minutes, number: true, date: true },
    ],
    [
      'a draft with gaps for number and date',
      officialMinutes({ ...emptyMinutes, layout: numbered }),
      hd36,
      { ...minutes, number: true, date: true },
    ],
    ['a report of a district committee', districtReport, hd36, report],
  ])('%s', async (_name, document, profile, expected) => {
    expect(await checkDocxFormat(await writeDocx(document, profile), expected)).toEqual([]);
  });
});

describe('the format checker notices', () => {
  const broken = (part: Partial<FormatProfile>): FormatProfile => ({ ...hd36, ...part });
  const saying = (text: string): OfficialDocument => ({
    ...districtReport,
    body: [{ kind: 'paragraph', runs: [{ text }] }],
  });
  test.each([
    ['the margins of 2004', districtReport, broken({ page: { ...hd36.page, top: 1418 } }), 'page w:top is 1134'],
    ['body text of 13 pt', districtReport, broken({ body: { ...hd36.body, pt: 13 } }), '14 pt: I- KẾT QUẢ'],
    [
      'an indent of 12,7 mm',
      districtReport,
      broken({ body: { ...hd36.body, first_line: 720 } }),
      'first line 10 mm: I- KẾT QUẢ',
    ],
    [
      'a rule shorter than the title',
      districtReport,
      broken({ party_title: { ...hd36.party_title, rule: 3600 } }),
      'rule is as long as the title',
    ],
    ['another font', districtReport, broken({ font: 'Arial' }), 'Times New Roman in all four slots'],
    [
      'Số with a colon',
      districtReport,
      broken({ number_and_symbol: { ...hd36.number_and_symbol, pattern: 'Số: {number}-{kind}/{body}' } }),
      'does not say Số:',
    ],
    ['./. at the end', saying('Báo cáo hết./.'), hd36, 'does not say ./.'],
    ['V/v', saying('V/v sinh hoạt chi bộ.'), hd36, 'does not say V/v'],
    ['a text without its full stop', saying('Báo cáo hết'), hd36, 'the text ends with one full stop'],
  ])('%s', async (_name, document, profile, wrong) => {
    expect(await checkDocxFormat(await writeDocx(document, profile), report)).toContain(wrong);
  });
});

describe('inside the file', () => {
  test('a line feed becomes a break, and every code point of the border cleaner is well-formed XML', async () => {
    const text = 'một\nhai\u{FFFE}\u{FFFF}\u{1}\u{D800}<&>"\'';
    const document: OfficialDocument = { ...districtReport, body: [{ kind: 'paragraph', runs: [{ text }] }] };
    const parts = await unzipParts(await writeDocx(document, hd36));
    const body = parseXml(parts.get('word/document.xml') ?? '');
    const paragraph = all(body, 'w:p').find((element) => all(element, 'w:t').some((run) => run.text === 'một'));
    expect(paragraph && all(paragraph, 'w:t').map((run) => run.text)).toEqual(['một', 'hai<&>"\'']);
    expect(paragraph && all(paragraph, 'w:br')).toHaveLength(1);
  });

  test('the same document gives the same parts', async () => {
    const write = async () => Object.fromEntries(await unzipParts(await writeDocx(officialMinutes(fullMinutes), hd36)));
    expect(await write()).toEqual(await write());
  });

  test('printing on both sides mirrors the margins (section 2)', async () => {
    const parts = await unzipParts(await writeDocx({ ...districtReport, duplex: true }, hd36));
    expect(find(parseXml(parts.get('word/settings.xml') ?? ''), 'w:settings', 'w:mirrorMargins')).not.toBeNull();
  });

  test('an annex is a section of its own, landscape, its pages counted from 1', async () => {
    const annex = {
      reference: 'kèm theo Báo cáo số 05-BC/HU, ngày 05/02/2024',
      title: 'Danh sách',
      body: districtReport.body,
      landscape: true,
    };
    const parts = await unzipParts(await writeDocx({ ...districtReport, annexes: [annex, annex] }, hd36));
    const body = parseXml(parts.get('word/document.xml') ?? '');
    const sections = all(body, 'w:sectPr').map((section) => ({
      ...find(section, 'w:pgSz')?.attributes,
      start: find(section, 'w:pgNumType')?.attributes['w:start'],
    }));
    expect(sections.slice(1)).toMatchObject([
      { 'w:w': '16838', 'w:h': '11906', start: '1' },
      { 'w:w': '16838', 'w:h': '11906', start: '1' },
    ]);
    const text = all(body, 'w:t').map((run) => run.text);
    expect(text).toContain('Phụ lục 1');
    expect(text).toContain('Phụ lục 2');
  });
});
