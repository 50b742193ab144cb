import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../../electron/data/documents/docx-writer.ts';
import { writeHtml } from '../../../electron/data/documents/html-writer.ts';
import type { OfficialDocument } from '../../../electron/data/documents/model.ts';
import type { Expectation } from '../../support/docx-format-checker/findings.ts';
import { checkDocx } from '../../support/docx-format-checker.ts';
import { all, find, parseXml, unzipParts } from '../../support/docx-reader.ts';
import { everyBlock } from '../../support/every-block.ts';
import {
  districtReport,
  emptyMinutes,
  fullMinutes,
  hd05,
  hd36,
  officialMinutes,
} from '../../support/sample-documents.ts';

const numbered = { ...fullMinutes.layout, numbered: true, place_and_date: true };
const report: Expectation = {
  rules: 'HD36',
  form: 'titled',
  number: true,
  date: true,
  signature: 'authority',
  annexes: 0,
  duplex: false,
};
const minutes: Expectation = { ...report, number: false, date: false, signature: 'pair' };

describe('document format, sections 2, 3 and 6.1', () => {
  test.each([
    ['minutes of a whole meeting', officialMinutes(fullMinutes), hd36, minutes],
    ['minutes with nothing on record', officialMinutes(emptyMinutes), hd36, minutes],
    ['minutes under HD 05', officialMinutes(fullMinutes), hd05, { ...minutes, rules: 'HD05' as const }],
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
    [
      'a report under HD 05, on both sides',
      { ...districtReport, duplex: true },
      hd05,
      { ...report, rules: 'HD05' as const, duplex: true },
    ],
    ['every kind of block', { ...districtReport, body: everyBlock }, hd36, report],
    [
      'a submission',
      { ...districtReport, addressees: { names: ['Ban Tổ chức', 'Văn phòng'], submission: true } },
      hd05,
      { ...report, rules: 'HD05' as const },
    ],
    [
      'marks of every kind',
      {
        ...districtReport,
        header: {
          ...districtReport.header,
          secrecy: 'Tuyệt mật' as const,
          urgency: 'Hỏa tốc hẹn giờ' as const,
          marks: ['Dự thảo lần 1'],
        },
      },
      hd36,
      report,
    ],
  ])('%s', async (_name, document, profile, expected) => {
    expect(await checkDocx(await writeDocx(document, profile), expected)).toEqual([]);
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

test('one spelling of uỷ throughout a document, in the Word file and in the preview (section 8)', async () => {
  const annex = {
    reference: { of: 'Ban Thường vụ Huyện ủy' },
    title: 'Cấp ủy viên',
    body: everyBlock,
    landscape: false,
  };
  const document: OfficialDocument = {
    ...districtReport,
    addressees: { names: ['Tỉnh ủy', 'Ủy ban Kiểm tra Tỉnh uỷ'], submission: false },
    body: [...everyBlock, ...districtReport.body],
    annexes: [annex],
  };
  const [newStyle, oldStyle] = [/[uU][ỷỶ]/u, /[ủỦ][yY]/u];
  for (const [spelling, refused] of [
    ['new', newStyle],
    ['old', oldStyle],
  ] as const) {
    const profile = { ...hd36, spelling };
    const parts = await unzipParts(await writeDocx(document, profile));
    expect([...parts.values()].filter((part) => refused.test(part))).toEqual([]);
    expect(writeHtml(document, profile).html).not.toMatch(refused);
  }
});
