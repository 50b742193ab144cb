import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../electron/data/documents/docx-writer.ts';
import { temporaryFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { convertToPdf, pdfPages, readWithPython, runTool } from '../support/run-tool.ts';
import { districtReport, emptyMinutes, fullMinutes, hd36, officialMinutes } from '../support/sample-documents.ts';

const readDocx = `
import sys, json, docx
from docx.shared import Mm
d = docx.Document(sys.argv[1])
s = d.sections[0]
header, sign = d.tables[0], d.tables[-1]
body = [p for p in d.paragraphs if p.text]
print(json.dumps({
  'page': [round(v.mm) for v in (s.page_width, s.page_height, s.top_margin, s.bottom_margin, s.left_margin, s.right_margin, s.header_distance)],
  'first_page_differs': s.different_first_page_header_footer,
  'left': [p.text for p in header.cell(0, 0).paragraphs],
  'right': [p.text for p in header.cell(0, 1).paragraphs],
  'title': [[p.text, p.runs[0].font.size.pt, bool(p.runs[0].bold), str(p.alignment)] for p in body[:3]],
  'fonts': sorted({r.font.name for p in d.paragraphs for r in p.runs}),
  'line_spacing': sorted({p.paragraph_format.line_spacing.pt for p in body[3:]}),
  'first_line_mm': sorted({round(p.paragraph_format.first_line_indent.mm) for p in body[3:]}),
  'signatures': [[p.text for p in cell.paragraphs] for cell in sign.rows[0].cells],
  'author': d.core_properties.author,
  'title_property': d.core_properties.title,
}))
`;

async function written(folder: string, document: Parameters<typeof writeDocx>[0]): Promise<string> {
  const path = join(folder, 'van-ban.docx');
  writeFileSync(path, await writeDocx(document, hd36));
  return path;
}

test.skipIf(!requireTool('python3-docx'))('python-docx reads the minutes as they are meant', async () => {
  const path = await written(temporaryFolder(), officialMinutes(fullMinutes));
  expect(readWithPython(readDocx, path)).toMatchObject({
    page: [210, 297, 20, 20, 30, 15, 10],
    first_page_differs: true,
    left: ['ĐẢNG BỘ XÃ HÒA LẪM', 'CHI BỘ THÔN MÒ RÍ TRONG', '*'],
    right: ['ĐẢNG CỘNG SẢN VIỆT NAM', ''],
    title: [
      ['BIÊN BẢN', 16, true, 'CENTER (1)'],
      ['sinh hoạt chi bộ thường kỳ tháng 7 năm 2024', 14, true, 'CENTER (1)'],
      ['-----', 14, false, 'CENTER (1)'],
    ],
    fonts: ['Times New Roman'],
    line_spacing: [19],
    first_line_mm: [10],
    signatures: [
      ['NGƯỜI GHI BIÊN BẢN', '', '', '', '', 'Lò Thị Phương Thảo'],
      ['CHỦ TRÌ HỘI NGHỊ', '', '', '', '', 'Đoàn Quang Vượng'],
    ],
    author: 'CHI BỘ THÔN MÒ RÍ TRONG',
    title_property: 'BIÊN BẢN sinh hoạt chi bộ thường kỳ tháng 7 năm 2024',
  });
});

describe.skipIf(!requireTool('soffice') || !requireTool('pdftotext'))('laid out by LibreOffice', () => {
  test('minutes: A4 pages, numbers from page 2, both signatures on the last page with the closing sentence', async () => {
    const folder = temporaryFolder();
    const pdf = convertToPdf(await written(folder, officialMinutes(fullMinutes)), folder);
    expect(runTool('pdfinfo', [pdf])).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/u);
    const pages = pdfPages(pdf);
    expect(pages).toHaveLength(4);
    expect(pages.map((page) => page.trim().split('\n')[0]?.trim())).toEqual([
      expect.stringMatching(/^ĐẢNG BỘ XÃ HÒA LẪM\s+ĐẢNG CỘNG SẢN VIỆT NAM$/u),
      '2',
      '3',
      '4',
    ]);
    const last = pages.at(-1) ?? '';
    expect(last).toMatch(/nhất trí với nội dung\.[\s\S]*NGƯỜI GHI BIÊN BẢN\s+CHỦ TRÌ HỘI NGHỊ/u);
    expect(last).toMatch(/Lò Thị Phương Thảo\s+Đoàn Quang Vượng/u);
  });

  test('header lines do not wrap: number and date share a line, the superior has one', async () => {
    const folder = temporaryFolder();
    const [page = ''] = pdfPages(convertToPdf(await written(folder, districtReport), folder));
    expect(page).toMatch(/^\s*ĐẢNG BỘ TỈNH THÁI NGUYÊN\s+ĐẢNG CỘNG SẢN VIỆT NAM$/mu);
    expect(page).toMatch(/^\s*Số 05-BC\/HU\s+Định Hoá, ngày 05 tháng 02 năm 2024$/mu);
  });

  test('signatures move to the next page together with the last paragraph, whatever the length', async () => {
    const folder = temporaryFolder();
    const paragraph = { kind: 'paragraph', runs: [{ text: 'Chi bộ thống nhất.' }] } as const;
    // 27 … 34 lines end somewhere around the foot of page 1.
    for (const length of [27, 30, 32, 34]) {
      const body = [
        ...Array.from({ length }, () => paragraph),
        { kind: 'paragraph', runs: [{ text: 'Câu cuối cùng.' }] } as const,
      ];
      const pages = pdfPages(convertToPdf(await written(folder, { ...officialMinutes(fullMinutes), body }), folder));
      const page = pages.find((text) => text.includes('NGƯỜI GHI BIÊN BẢN'));
      expect(page).toContain('Câu cuối cùng.');
      expect(page).toContain('Lò Thị Phương Thảo');
    }
  });

  test('a form with nothing on record fits two pages', async () => {
    const folder = temporaryFolder();
    expect(pdfPages(convertToPdf(await written(folder, officialMinutes(emptyMinutes)), folder))).toHaveLength(2);
  });
});
