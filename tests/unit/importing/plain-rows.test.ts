import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSheet, SheetReader } from '../../../electron/data/importing/workbook/read-sheet.ts';
import type { SheetGrid } from '../../../electron/data/importing/workbook/sheet-grid.ts';
import type { SheetContext } from '../../../electron/data/importing/workbook/sheet-limits.ts';
import { readSharedStrings } from '../../../electron/data/importing/workbook/workbook-parts.ts';
import { readXml } from '../../../electron/data/importing/workbook/xml-events.ts';

/** Boxes as programs write them, odd ones, and ones that are wrong. */
const box = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ' t="s"><v>0</v></c>',
      ' t="s"><v>1</v></c>',
      ' s="1"><v>45292</v></c>',
      '><v>-1.5E3</v></c>',
      ' s="2" t="n"><v>7</v></c>',
      ' t="str"><v>Trần Văn An</v></c>',
      ' t="inlineStr"><is><t xml:space="preserve"> Lò Thị Bích </t></is></c>',
      ' t="b"><v>1</v></c>',
      ' s="1"/>',
      ' s="3" />',
      '></c>',
    ),
  },
  fc.constantFrom(
    ' t="s"><v>99</v></c>',
    ' t="s"><v>2</v></c>',
    ' t="s"><v>3</v></c>',
    ' t="s"><v> 1</v></c>',
    ' t="e"><v>#N/A</v></c>',
    ' t="d"><v>2024-02-30T07:30</v></c>',
    ' s="99"><v>1e999</v></c>',
    ' s="4"><v>0.5</v></c>',
    '><v> 5 </v></c>',
    '><v></v></c>',
    '><v/></c>',
    '><f>A1</f><v>3</v></c>',
    '><f>A1</f></c>',
    ' t="str"><v>GD&amp;ĐT</v></c>',
    ' t="str"><v>a&b</v></c>',
    ' t="str"><v>]]></v></c>',
    ' t="str"><v>a\r\nb</v></c>',
    ' t="str"><v>\u0001</v></c>',
    ' t="str"><v><![CDATA[<row r="9"><c><v>1</v></c></row>]]></v></c>',
    ' t="inlineStr"><is><r><t>Lò </t></r><r><t>Thị</t></r></is></c>',
    ' s="1" s="2"><v>1</v></c>',
    ' s="" s="2"><v>1</v></c>',
    ' t=""><v>1</v></c>',
    " s='1'><v>1</v></c>",
    ' s="1"t="s"><v>1</v></c>',
    ' cm="1"><v>1</v></c>',
    ' q=""><v>1</v></c>',
    '><v>1</v>',
    '><!-- <row r="7"> --><v>1</v></c>',
    '><?x <row r="7"><c><v>1</v></c></row> ?></c>',
  ),
);

const reference = fc.oneof(
  { weight: 6, arbitrary: fc.constant('next') },
  fc.constantFrom('', ' r="A1"', ' r="$B$2"', ' r="XFD1"', ' r="XFE1"', ' r="ABCD1"', ' r="B"', ' r="b2"'),
);

const rowStart = fc.oneof(
  { weight: 40, arbitrary: fc.constant('<row r="#" spans="1:3" x14ac:dyDescent="0.25">') },
  fc.constantFrom(
    '<row>',
    '<row r="#" hidden="1">',
    '<row r="#" hidden="true" r="9">',
    '<row r="0">',
    '<row r="2">',
    '<row r="1048577">',
    '<row r="9e1">',
    '<row r="#"ht="3">',
    '<row\tr="#">',
    '<row r="#" a="&lt;">',
    '<rows r="#">',
  ),
);

const between = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom('', '', '\n  ') },
  fc.constantFrom(
    '<!-- <row r="5"><c><v>1</v></c></row> -->',
    '<row r="#"/>',
    '<row r="#" hidden="1" />',
    'x',
    '</sheetData><sheetData>',
    '<x/>',
    '</row>',
    ']]>',
    '<row r="#"><c r="A1"><v>',
  ),
);

const row = fc
  .tuple(
    rowStart,
    fc.array(fc.tuple(reference, box), { maxLength: 4 }),
    fc.constantFrom('</row>', '</row>', '</row >', ''),
  )
  .chain(([start, boxes, end]) => fc.tuple(fc.constant({ start, boxes, end: end === '' ? '</row>' : end }), between));

const head = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.constant(
      '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData>',
    ),
  },
  fc.constantFrom(
    '<worksheet><sheetData>',
    '\uFEFF<worksheet><sheetData>',
    '<sheetData>',
    '',
    '<worksheet><sheetData>abc',
    '<worksheet><sheetData x="',
    '<worksheet><sheetData ',
    '<x:worksheet xmlns:x="y"><x:sheetData>',
    '<!-- <sheetData><row r="1"><c><v>1</v></c></row> --><worksheet><sheetData>',
    '<?a <row r="1"><c><v>1</v></c></row> ?><worksheet><sheetData>',
    '<!DOCTYPE w [<!ENTITY a "b">]><worksheet><sheetData>',
    '<worksheet><c r="A1"><v>12',
  ),
);

const tail = fc.oneof(
  { weight: 30, arbitrary: fc.constant('</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>') },
  fc.constantFrom(
    '</sheetData></worksheet><row r="99"/>',
    '</sheetData><rowBreaks/></worksheet>',
    '</sheetData>',
    '',
    '</worksheet>',
  ),
);

/** The sheet as text: `#` is the number of the next row, `next` the next column. */
const sheetText = fc.tuple(head, fc.array(row, { maxLength: 6 }), tail).map(([opening, rows, closing]) => {
  const body = rows.map(([{ start, boxes, end }, after], index) => {
    const number = String(index * 2 + 1);
    const cells = boxes.map(([place, content], column) => {
      const own = place === 'next' ? ` r="${String.fromCharCode(65 + column)}${number}"` : place;
      return `<c${own}${content}`;
    });
    return `${start.replace('#', number)}${cells.join('')}${end}${after.replace('#', String(index * 2 + 2))}`;
  });
  return `${opening}${body.join('')}${closing}`;
});

const context = (cells: number): SheetContext => ({
  file: 'a.xlsx',
  strings: ['Nguyễn Văn A', '', '  ', 'x'.repeat(40_000), 'thôn 1'],
  styles: [
    { format: { kind: 'number', format: null }, font: null },
    { format: { kind: 'date' }, font: null },
    { format: { kind: 'number', format: '00000000' }, font: 'tcvn3' },
    { format: { kind: 'number', format: null }, font: 'vni' },
    { format: { kind: 'time' }, font: null },
  ],
  date1904: false,
  budget: { cells },
});

/** The text in pieces of some length, as the zip gives them. */
async function* inPieces(text: string, length: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

type Outcome = { grid: unknown } | { refused: true };

async function outcomeOf(reading: Promise<SheetGrid>): Promise<Outcome> {
  try {
    const { rows, ...grid } = await reading;
    return { grid: { ...grid, rows: Array.from(rows, ({ cells, ...rest }) => ({ ...rest, cells: [...cells] })) } };
  } catch {
    return { refused: true };
  }
}

async function eventByEvent(chunks: AsyncIterable<Uint8Array>, cells: number): Promise<SheetGrid> {
  const reader = new SheetReader({ name: 'S', hidden: false }, context(cells));
  await readXml(chunks, reader);
  return reader.finish();
}

describe('plain rows', () => {
  test('are read as event by event, whatever stands among them and wherever the pieces end', async () => {
    const seen = { grids: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        sheetText,
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(1, 3, 100),
        async (text, length, cells) => {
          const slow = await outcomeOf(eventByEvent(inPieces(text, length), cells));
          const fast = await outcomeOf(readSheet(inPieces(text, length), { name: 'S', hidden: false }, context(cells)));
          expect(fast).toEqual(slow);
          if ('grid' in slow) seen.grids += 1;
          else seen.refused += 1;
        },
      ),
      { numRuns: 1500 },
    );
    // Both ways were gone, or the comparison would say nothing.
    expect(seen.grids).toBeGreaterThan(100);
    expect(seen.refused).toBeGreaterThan(100);
  });

  test('damaged letters in a whole sheet are refused, or read, by both ways alike', async () => {
    const whole = `<worksheet><sheetData>${Array.from(
      { length: 8 },
      (_, index) =>
        `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>0</v></c><c r="B${index + 1}" s="1"><v>4529${index}</v></c></row>`,
    ).join('')}</sheetData></worksheet>`;
    const damage = fc.tuple(
      fc.nat(whole.length - 1),
      fc.constantFrom('', '<', '>', '/', '"', '&', ' ', '=', 'r', '7', '\u0000', '<!--'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        let text = whole;
        for (const [at, letter] of damages) text = text.slice(0, at) + letter + text.slice(at + 1);
        const slow = await outcomeOf(eventByEvent(inPieces(text, 64), 100));
        expect(await outcomeOf(readSheet(inPieces(text, 64), { name: 'S', hidden: false }, context(100)))).toEqual(
          slow,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

test('shared strings are the same whether plain or not', async () => {
  const item = fc.constantFrom<[string, string]>(
    ['<si><t>Trần Văn An</t></si>', 'Trần Văn An'],
    ['<si><t xml:space="preserve"> a </t></si>', ' a '],
    ['<si><t></t></si>', ''],
    ['<si><t/></si>', ''],
    ['<si/>', ''],
    ['\n<si><t>GD&amp;ĐT</t></si>', 'GD&ĐT'],
    ['<si><r><t>Lò </t></r><r><t>Thị</t></r><rPh><t>x</t></rPh></si>', 'Lò Thị'],
    ['<si><t><![CDATA[<si><t>a</t></si>]]></t></si>', '<si><t>a</t></si>'],
    ['<!-- <si><t>a</t></si> --><si><t>b</t></si>', 'b'],
    ['<si><t>a\r\nb</t></si>', 'a\nb'],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(item, { maxLength: 8 }), fc.integer({ min: 1, max: 90 }), async (items, length) => {
      const text = `<?xml version="1.0"?><sst uniqueCount="1">${items.map(([xml]) => xml).join('')}</sst>`;
      const zip = { has: () => true, read: () => inPieces(text, length), close: () => undefined };
      expect(await readSharedStrings(zip, 'part')).toEqual(items.map(([, said]) => said));
    }),
    { numRuns: 500 },
  );
});
