import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { reports } from '../../electron/data/reporting/reports/index.ts';
import { cleanText } from '../../electron/data/vietnamese/clean-text.ts';
import { documentsOf, fileOf, sourceOf } from '../support/every-document.ts';
import { type FrozenOffice, frozenOffice } from '../support/frozen-office.ts';
import { nastyTexts } from '../support/hostile/nasty-texts.ts';
import { removableFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { readWithPython } from '../support/run-tool.ts';

/** Where people's words stand in an office: as an office of earlier versions may hold them, not cleaned. */
const columns = [
  ...['organisation_version.name', 'member.full_name', 'official.full_name', 'official.agency', 'official_title.title'],
  ...['meeting.theme', 'meeting.place', 'meeting.chair', 'meeting.not_held_reason', 'meeting.conclusion', 'visit.name'],
  ...['petition.content', 'petition.raised_by', 'decision.number_symbol', 'planned_visit.reason'],
].map((name) => name.split('.'));

/** Every text of a Word file, and every cell of a workbook with what it is, as two other programs read them. */
const readFiles = `
import sys, json, docx, openpyxl
def texts(path):
    d = docx.Document(path)
    for p in d.element.body.iter():
        if p.tag.endswith('}p'): yield ''.join(t.text or '' for t in p.iter() if t.tag.endswith('}t'))
    for s in d.sections:
        for part in (s.header, s.first_page_header, s.footer): yield from (p.text for p in part.paragraphs)
def cells(path):
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            yield from ([c.data_type, str(c.value)] for c in row if c.value is not None)
print(json.dumps([[['s', t] for t in texts(p) if t] if p.endswith('.docx') else list(cells(p)) for p in sys.argv[1:]]))
`;
const readTexts = z.array(z.array(z.tuple([z.string(), z.string()])));

const { folder, remove } = removableFolder();
const sent = new Map<string, string>();
let made: FrozenOffice;

beforeAll(async () => {
  made = await frozenOffice();
  let count = 0;
  await made.session.office.write('Thử', '', async (db) => {
    for (const [table = '', column = ''] of columns) {
      const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} limit 200`.execute(db);
      for (const { id } of rows) {
        count += 1;
        const mark = `ZQ${count}X`;
        // A half of a pair is no text to SQLite.
        const text = `${mark} ${(nastyTexts[count % nastyTexts.length] ?? '').slice(0, 60)}`.toWellFormed();
        sent.set(mark, text);
        // What led by a formula's sign is to be guarded.
        const value = count % 3 === 0 ? `=${text}` : text;
        await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where id = ${id}`.execute(db);
      }
    }
  });
});
afterAll(() => {
  made.remove();
  remove();
});

/** Letters only, as capitals: headings are written large, lines are broken where they fit. */
const letters = (text: string) => cleanText(text).toLocaleUpperCase('vi').replace(/\s+/gu, '');

test.skipIf(!requireTool('python3-docx') || !requireTool('python3-openpyxl'))(
  'every document and every report with nasty names is read by other programs, each name whole',
  async () => {
    const paths: string[] = [];
    mkdirSync(folder, { recursive: true });
    for (const [code, [first]] of await documentsOf(sourceOf(made.session.office), 1)) {
      if (first === undefined) continue;
      paths.push(join(folder, `${code}.docx`));
      writeFileSync(join(folder, `${code}.docx`), await fileOf(first));
    }
    expect(paths.length).toBeGreaterThan(6);
    for (const { code } of reports) {
      const { file } = await made.client.reports.file({ code, period: '2024', format: 'xlsx' });
      paths.push(made.session.files.pathOf(file.id) ?? '');
    }
    const files = readTexts.parse(readWithPython(readFiles, ...paths));
    const seen = new Set<string>();
    for (const [index, texts] of files.entries()) {
      // A signature and a number break a name over lines, a workbook never.
      const whole = letters(texts.map(([, text]) => text).join(''));
      for (const [type, text] of texts) {
        for (const [mark] of text.matchAll(/ZQ\d+X/giu)) {
          const name = sent.get(mark.toUpperCase()) ?? '';
          expect(paths[index]?.endsWith('.xlsx') ? letters(text) : whole, paths[index]).toContain(letters(name));
          expect(type, `${paths[index]}: ${text}`).toBe('s');
          expect(text, paths[index]).not.toMatch(paths[index]?.endsWith('.xlsx') ? /^\s*=/u : /^$/u);
          seen.add(mark.toUpperCase());
        }
      }
    }
    expect(seen.size).toBeGreaterThan(100);
  },
);
