import { describe, expect, test } from 'vitest';
import { unissued } from '../../../electron/contract/documents.ts';
import { writeDocx } from '../../../electron/data/documents/docx-writer.ts';
import { writeHtml } from '../../../electron/data/documents/html-writer.ts';
import type { OfficialDocument } from '../../../electron/data/documents/model.ts';
import { typeset } from '../../../electron/data/documents/typeset.ts';
import { buildExtract } from '../../../electron/data/reporting/reports/bc-11/build-extract.ts';
import { buildMinutes } from '../../../electron/data/reporting/reports/bc-11/build-minutes.ts';
import type { MinutesData } from '../../../electron/data/reporting/reports/bc-11/minutes-data.ts';
import { minutes } from '../../../electron/data/reporting/reports/bc-11-minutes.ts';
import { minutesExtract } from '../../../electron/data/reporting/reports/minutes-extract.ts';
import { officialDocument } from '../../../electron/data/reporting/run-document.ts';
import type { Expectation } from '../../support/docx-format-checker/findings.ts';
import { checkDocx } from '../../support/docx-format-checker.ts';
import { day, emptyMinutes, fullMinutes, hd36 } from '../../support/sample-documents.ts';

const lines = { superior: 'Đảng bộ xã Hòa Lẫm', issuer: 'Chi bộ thôn 4', bodyCode: 'CB', place: 'Hòa Lẫm' };
const signer = { authority: 'T/M CHI BỘ', title: 'BÍ THƯ', name: 'Đoàn Quang Vượng' };

function extract(data: MinutesData, without: readonly string[] = []): OfficialDocument {
  const paragraphs = without.map((key) => ({ key, generated: '', edited: '', generated_then: null }));
  const options = { ...unissued, date: day('2024-07-08') };
  const made = { kind: minutesExtract, draft: buildExtract(data), options, paragraphs };
  return officialDocument(made, { lines, signer, recipients: [] });
}

function certified(data: MinutesData): OfficialDocument {
  const draft = buildMinutes({ ...data, layout: { ...data.layout, certified: true } });
  const made = { kind: minutes, draft, options: unissued, paragraphs: [] };
  return officialDocument(made, { lines, signer, recipients: [] });
}

function printed(document: OfficialDocument): string[] {
  return typeset(document, hd36).body.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  );
}

const expected: Expectation = {
  ...{ rules: 'HD36', form: 'titled', number: false, date: true, annexes: 0, duplex: false },
  ...{ signature: 'pair', confirmation: true },
};

describe('TRÍCH BIÊN BẢN (document format, 6.1)', () => {
  test('is titled, says who was there, and each item and vote with its number', () => {
    const document = extract(fullMinutes);
    const { title } = typeset(document, hd36);
    expect(title).toMatchObject({ kind: 'TRÍCH BIÊN BẢN', subject: 'hội nghị chi bộ, ngày 05/7/2024' });
    const text = printed(document);
    expect(text[1]).toBe(
      'Ngày 05/7/2024, tại Nhà văn hóa thôn Mò Rí Trong, Chi bộ thôn Mò Rí Trong tổ chức hội nghị chi bộ.',
    );
    expect(text.some((line) => line.includes('có mặt: 19/21 đồng chí phải dự, đạt 90,5%'))).toBe(true);
    const numbers = text.flatMap((line) => /^(\d+)\. /u.exec(line)?.[1] ?? []);
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(text.at(-1)).toBe('Trích đúng theo biên bản sinh hoạt chi bộ thường kỳ tháng 7 năm 2024, ngày 05/7/2024.');
  });

  test('what the clerk leaves out is gone, and the rest is counted again', () => {
    const kept = printed(
      extract(fullMinutes, ['agenda/1', 'agenda/2', 'agenda/3', 'agenda/4', 'conclusion', 'vote/1']),
    );
    expect(kept.filter((line) => /^\d+\. /u.test(line))).toEqual([
      '1. Biểu quyết: Đề nghị kết nạp quần chúng Lò Văn Páo: tán thành 16/17 đồng chí, đạt 94,1%.',
    ]);
  });

  test('is signed by both and certified below left, in Word as in the preview', async () => {
    const document = extract(fullMinutes);
    expect(document.signature).toMatchObject({
      left: { role: 'Ghi biên bản', name: 'Lò Thị Phương Thảo' },
      right: { role: 'Chủ trì', name: 'Đoàn Quang Vượng' },
      confirmation: { authority: 'T/M CHI BỘ', position: 'BÍ THƯ' },
    });
    const file = await writeDocx(document, hd36);
    expect(await checkDocx(file, expected)).toEqual([]);
    expect(await checkDocx(file, { ...expected, confirmation: false })).toEqual([
      'signatures and who certifies them: 4',
    ]);
    const { html } = writeHtml(document, hd36);
    expect(html).toMatch(/T\/M CHI BỘ<\/p><p class="od-position">BÍ THƯ<\/p><p class="od-signer">Đoàn Quang Vượng/u);
  });

  test('of a meeting with nothing recorded there are gaps, no zeros', async () => {
    const document = extract(emptyMinutes);
    expect(printed(document).join('\n')).not.toMatch(/null|\b0 đồng chí/u);
    expect(await checkDocx(await writeDocx(document, hd36), expected)).toEqual([]);
  });
});

describe('minutes certified where the office wants it', () => {
  test('below left, not without its rule', async () => {
    const file = await writeDocx(certified(fullMinutes), hd36);
    expect(await checkDocx(file, { ...expected, date: false })).toEqual([]);
    expect(buildMinutes(fullMinutes).certified).toBe(false);
  });
});
