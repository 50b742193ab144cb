import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { emptyMeeting } from '../../electron/data/meetings/empty-meeting.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { documents } from '../../electron/data/reporting/reports/documents.ts';
import { checkDocx } from '../support/docx-format-checker.ts';
import { comparable } from '../support/docx-library/same-text.ts';
import { writeWithLibrary } from '../support/docx-library/writer.ts';
import { documentsOf, fileOf, type MadeDocument, sourceOf } from '../support/every-document.ts';
import { type ImportedOffice, importSample } from '../support/imported-office.ts';
import { removableFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { convertAll, readWithPython } from '../support/run-tool.ts';

/** What python-docx sees of each file: its sections, and every text in the order of the document. */
const readFiles = `
import sys, json, docx
from docx.table import Table
from docx.text.paragraph import Paragraph
def blocks(parent):
    for child in parent.element.body.iterchildren():
        if child.tag.endswith('}p'): yield Paragraph(child, parent)
        elif child.tag.endswith('}tbl'): yield Table(child, parent)
def texts(document):
    for block in blocks(document):
        if isinstance(block, Paragraph):
            if block.text.strip(): yield block.text.strip()
        else:
            for row in block.rows: yield [cell.text.strip() for cell in row.cells]
def seen(path):
    d = docx.Document(path)
    return {
        'sections': [[round(v.mm) for v in (s.page_width, s.page_height, s.left_margin, s.right_margin, s.top_margin, s.bottom_margin)] for s in d.sections],
        'texts': list(texts(d)),
        'tables': len(d.tables),
    }
print(json.dumps([seen(path) for path in sys.argv[1:]]))
`;

const seen = z.array(
  z.object({
    sections: z.array(z.array(z.number())),
    texts: z.array(z.union([z.string(), z.array(z.string())])),
    tables: z.number(),
  }),
);

/** `cell-papers.test.ts` looks at these over both samples. */
const ofMeetings = {
  'BC-06': 'no scoring sheet is adopted',
  'BC-12': 'the registers name no resolution',
  'trich-bien-ban': 'the registers name no vote on a person',
  'phieu-bo-sung': 'called for in one cell, after changes of the year: member-supplement.test.ts',
};

/** Kinds of which a sample has none, and why. */
const without: Readonly<Record<'district-a' | 'commune-b', Readonly<Record<string, string>>>> = {
  'district-a': ofMeetings,
  'commune-b': { ...ofMeetings, 'BC-10': 'officials are assigned to cells, nobody to the committee' },
};

describe.each(['district-a', 'commune-b'] as const)('every document of %s', (sample) => {
  const { folder, remove } = removableFolder();
  let imported: ImportedOffice;
  let made: ReadonlyMap<string, readonly MadeDocument[]>;
  /** One of each kind, as it is made first. */
  const paths: string[] = [];

  beforeAll(async () => {
    imported = await importSample(sample, folder);
    await planMeeting(imported.office);
    made = await documentsOf(sourceOf(imported.office), 3);
    for (const [code, [first]] of made) {
      if (first === undefined) continue;
      const path = join(folder, `${code}.docx`);
      writeFileSync(path, await fileOf(first));
      paths.push(path);
    }
  });
  afterAll(() => {
    imported.office.close();
    remove();
  });

  test.each(documents.map(({ code }) => code))('%s is as the handbook says', async (code) => {
    const ones = made.get(code) ?? [];
    expect(ones.length > 0, `${sample} has ${code}, or says why not`).toBe(without[sample][code] === undefined);
    const wrong = [];
    for (const one of ones) {
      const findings = await checkDocx(await fileOf(one), one.expected);
      if (findings.length > 0) wrong.push({ name: one.name, options: one.profile.code, findings });
    }
    expect(wrong).toEqual([]);
  });

  test('each is letter by letter what the docx library writes', async () => {
    // The first of each kind, as it is made and as it is issued.
    for (const one of [...made.values()].flatMap((ones) => ones.slice(0, 2))) {
      const library = await writeWithLibrary(one.official, one.profile);
      expect(await comparable(await fileOf(one)), `${one.code} ${one.name}`).toBe(await comparable(library));
    }
  });

  test.skipIf(!requireTool('python3-docx') || !requireTool('soffice'))(
    'python-docx reads each, and what LibreOffice writes of it again says the same',
    () => {
      const again = join(folder, 'again');
      mkdirSync(again);
      convertAll(paths, 'docx:MS Word 2007 XML', again);
      const before = seen.parse(readWithPython(readFiles, ...paths));
      const after = seen.parse(readWithPython(readFiles, ...paths.map((path) => join(again, basename(path)))));
      expect(before.length).toBe(paths.length);
      before.forEach((file, index) => {
        const other = after[index];
        expect(other?.texts.map(words), paths[index]).toEqual(file.texts.map(words));
        expect(other?.tables, paths[index]).toBe(file.tables);
        expect(other?.sections, paths[index]).toEqual(file.sections);
      });
    },
  );
});

function words(text: string | string[]): string {
  return [text].flat().join(' | ').replace(/\s+/gu, ' ');
}

/** The registers have only what was held: a meeting to come is what a cell invites to (BC-14-GM). */
async function planMeeting(office: Office): Promise<void> {
  const { cell_id } = await office.db
    .selectFrom('meeting')
    .select('cell_id')
    .where('state', '=', 'held')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const meeting = emptyMeeting('planned', cell_id, '2024-07');
  await office.write('Thử', '', (db) =>
    db
      .insertInto('meeting')
      .values({ ...meeting, kind: 'extraordinary', date: '2024-07-25', started_at: '19:30' })
      .execute(),
  );
}
