import { readFileSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { ListExport } from '../../electron/contract/lists.ts';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { environment, temporaryFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { readWithPython } from '../support/run-tool.ts';

const read = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.active
rows = [[cell for cell in row] for row in sheet.iter_rows()]
head = next(i for i, row in enumerate(rows) if row[0].value == 'TT')
print(json.dumps({
  'title': sheet.title,
  'above': [row[0].value for row in rows[:head] if row[0].value],
  'head': [cell.value for cell in rows[head]],
  'body': [[[str(cell.value) if cell.is_date else cell.value, 'd' if cell.is_date else cell.data_type] for cell in row]
           for row in rows[head + 1:-1]],
  'note': rows[-1][0].value,
  'frozen': sheet.freeze_panes == 'C%d' % (head + 2),
}))
`;

const readRows = z.object({ note: z.string(), body: z.array(z.array(z.tuple([z.unknown(), z.string()]))) });

const list: ListExport = {
  title: 'Đảng viên',
  period_label: 'Tháng 7/2024',
  as_of: '2024-07-31',
  columns: [
    { heading: 'Họ và tên', type: 'text' },
    { heading: 'Ngày sinh', type: 'date' },
    { heading: 'Số buổi', type: 'int' },
    { heading: 'Tỷ lệ %', type: 'percent1' },
    { heading: 'Điểm', type: 'number' },
    { heading: 'Số thẻ', type: 'text' },
  ],
  rows: [
    ['Nguyễn Thị Ánh', '1990-05-19', 4505, 92.3, 87.25, '00735707'],
    ['=HYPERLINK("http://x","y")', '1990-05', 0, null, null, null],
    ['+cmd|calc!A1', '1990', null, 100, 90, '@SUM(A1)'],
  ],
};

/** A session with a new district office in it. */
async function openSession() {
  const folder = temporaryFolder();
  const session = createSession({ ...environment, outputDir: folder });
  onTestFinished(() => session.close());
  const named = { name: 'Huyện ủy Khe Sơn', superior: 'Đảng bộ tỉnh Quảng Trị', place: 'Khe Sơn' };
  await session.createOffice({ path: `${folder}/thu.sochibo`, level: 'district', ...named });
  return { session, client: createRouterClient(router, { context: { session } }) };
}

describe('a list as an Excel workbook', () => {
  it.skipIf(!requireTool('python3-openpyxl'))(
    'has office, period, day, a head that stays, real numbers and dates, and nothing that runs',
    async () => {
      const { session, client } = await openSession();
      const { file } = await client.lists.export(list);
      expect(file.name).toBe('Đảng viên Tháng 7-2024 Huyện ủy Khe Sơn.xlsx');
      expect(readWithPython(read, session.files.pathOf(file.id) ?? '')).toEqual({
        title: 'Đảng viên',
        above: [
          'ĐẢNG BỘ TỈNH QUẢNG TRỊ',
          'HUYỆN ỦY KHE SƠN',
          '*',
          'ĐẢNG VIÊN',
          'Kỳ: Tháng 7/2024. Số liệu đến ngày 31/07/2024',
        ],
        head: ['TT', 'Họ và tên', 'Ngày sinh', 'Số buổi', 'Tỷ lệ %', 'Điểm', 'Số thẻ'],
        body: [
          [
            [1, 'n'],
            ['Nguyễn Thị Ánh', 's'],
            ['1990-05-19 00:00:00', 'd'],
            [4505, 'n'],
            [92.3, 'n'],
            [87.25, 'n'],
            ['00735707', 's'],
          ],
          [
            [2, 'n'],
            ['\'=HYPERLINK("http://x","y")', 's'],
            ['05/1990', 's'],
            [0, 'n'],
            [null, 'n'],
            [null, 'n'],
            [null, 'n'],
          ],
          [
            [3, 'n'],
            ["'+cmd|calc!A1", 's'],
            ['1990', 's'],
            [null, 'n'],
            [100, 'n'],
            [90, 'n'],
            ["'@SUM(A1)", 's'],
          ],
        ],
        note: 'Danh sách có 3 dòng.',
        frozen: true,
      });
    },
  );

  it('refuses more than 100 000 rows and says what to do', async () => {
    const { client } = await openSession();
    const rows = Array.from({ length: 100_001 }, () => ['']);
    await expect(client.lists.export({ ...list, rows })).rejects.toThrow(
      'Danh sách có 100.001 dòng, nhiều hơn 100.000 dòng của một tệp. Lọc bớt rồi xuất lại.',
    );
  });

  it.skipIf(!requireTool('python3-openpyxl'))('handed over page by page is the same list, however long', async () => {
    const { session, client } = await openSession();
    const rows = Array.from({ length: 3000 }, (_row, index) => [
      `Đảng viên ${index} ${index === 7 ? 'có họ và tên dài' : '<&>'}`,
      ...[`19${String(10 + (index % 90))}-05-19`, index, null, index / 4, String(index).padStart(8, '0')],
    ]);
    const { list: first } = await client.lists.hand({ list: null, rows: rows.slice(0, 450) });
    for (let start = 450; start < 2900; start += 490) {
      await client.lists.hand({ list: first, rows: rows.slice(start, Math.min(2900, start + 490)) });
    }
    const { file } = await client.lists.export({ ...list, rows: rows.slice(2900), handed: first });
    const { file: once } = await client.lists.export({ ...list, rows });
    const [paged, whole] = [session.files.pathOf(file.id) ?? '', session.files.pathOf(once.id) ?? ''];
    expect(readFileSync(paged).equals(readFileSync(whole))).toBe(true);
    const { body, note } = readRows.parse(readWithPython(read, paged));
    expect(note).toBe('Danh sách có 3.000 dòng.');
    expect(
      body.map(([number, name, , count, , points, card]) =>
        [number, name, count, points, card].map((cell) => cell?.[0]),
      ),
    ).toEqual(rows.map(([name, , count, , points, card], index) => [index + 1, name, count, points, card]));
    expect(await client.people.handedOver({ limit: 1 })).toMatchObject([{ records: 3000 }]);
  });

  it('is given up where nobody asks for it, and refused before it is longer than a file may be', async () => {
    const { client } = await openSession();
    const rows = Array.from({ length: 500 }, () => ['x']);
    const { list: first } = await client.lists.hand({ list: null, rows });
    for (let others = 0; others < 3; others += 1) await client.lists.hand({ list: null, rows });
    await expect(client.lists.export({ ...list, rows: [], handed: first })).rejects.toThrow('Bấm xuất lại');
    const { list: long } = await client.lists.hand({ list: null, rows });
    for (let pages = 1; pages < 200; pages += 1) await client.lists.hand({ list: long, rows });
    await expect(client.lists.hand({ list: long, rows: [['x']] })).rejects.toThrow('nhiều hơn 100.000 dòng');
  });
});
