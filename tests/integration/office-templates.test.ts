import { readFileSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { documents } from '../../electron/data/reporting/reports/documents.ts';
import { router } from '../../electron/data/router.ts';
import { planVisit } from '../../electron/data/schedule/change-plan.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { checkTemplate } from '../../electron/data/templates/check-template.ts';
import { newOffice, resourcesDir, temporaryFolder } from '../support/office.ts';
import { day } from '../support/report-material.ts';
import { runTool } from '../support/run-tool.ts';
import { addCommune, addOfficial } from '../support/visiting-office.ts';
import { wordTemplate } from '../support/word-template.ts';

const code = 'thong-bao-lich';
const about = { period: '2026-09' };

let session: Session;
beforeEach(async () => {
  const office = await newOffice();
  await office.write('Thử', '', async (db) => {
    await addCommune(db, { id: 'xa', name: 'Đảng bộ xã Hướng Sơn', parent: null }, [
      { id: 'c1', name: 'Chi bộ thôn 1 & 2' },
    ]);
    await addOfficial(db, { id: 'an', name: 'Nguyễn Văn An', quota: 3, targets: ['xa'] });
    await addOfficial(db, { id: 'ba', name: 'Trần Thị Ba', quota: 2, targets: ['xa'] });
    for (const officialId of ['an', 'ba']) {
      await planVisit(db, { officialId, cellId: 'c1', date: day('2026-09-03'), note: null });
    }
  });
  const { path } = office;
  office.close();
  session = createSession({ resourcesDir, outputDir: temporaryFolder(), actor: 'kiểm thử' });
  onTestFinished(() => session.close());
  await session.openOffice(path);
});

const client = () => createRouterClient(router, { context: { session } });
const upload = (content: Buffer, name = 'mẫu.docx') => ({ code, name, content: content.toString('base64') });

const READ = `
import json, sys, docx
d = docx.Document(sys.argv[1])
print(json.dumps([[p.text for p in d.paragraphs], [[c.text for c in r.cells] for t in d.tables for r in t.rows]]))
`;
async function made(): Promise<unknown> {
  const { file } = await client().documents.file({ code, about, format: 'docx' });
  return JSON.parse(runTool('/usr/bin/python3', ['-c', READ, session.files.pathOf(file.id) ?? '']));
}

describe("the office's own template", () => {
  it('stands in for the built-in layout with the facts of the document, and the original comes back', async () => {
    const builtIn = await made();
    const template = await wordTemplate(
      ['LỊCH DỰ THÁNG {Tháng}/{Năm} — {Cơ quan ban hành}'],
      [
        ['Cán bộ', 'Nơi dự'],
        ['{#Lịch dự}{Cán bộ dự}', '{Chi bộ}{/Lịch dự}'],
      ],
    );
    await client().templates.save(upload(template));
    expect(await made()).toEqual([
      ['LỊCH DỰ THÁNG 9/2026 — HUYỆN ỦY KHE SƠN'],
      [
        ['Cán bộ', 'Nơi dự'],
        ['Nguyễn Văn An', 'Chi bộ thôn 1 & 2'],
        ['Trần Thị Ba', 'Chi bộ thôn 1 & 2'],
      ],
    ]);
    const [own] = (await client().templates.list()).filter((kind) => kind.code === code);
    expect(own?.template?.name).toBe('mẫu.docx');
    const kept = await client().templates.file({ code });
    expect(readFileSync(session.files.pathOf(kept.file.id) ?? '')).toEqual(template);

    await client().templates.restore({ code });
    expect(await made()).toEqual(builtIn);
  });

  it('is not kept while a tag is wrong; the one before goes on', async () => {
    await client().templates.save(upload(await wordTemplate(['Tháng {Tháng}'])));
    const wrong = upload(await wordTemplate(['{Thang} {Nam}']), 'sai.docx');
    expect(await client().templates.check(wrong)).toHaveLength(2);
    const refused = await client()
      .templates.save(wrong)
      .catch((error: Error) => error.message);
    expect(refused).toBe('Mẫu sai.docx chưa dùng được. Không có thẻ {Thang}. Có phải là {Tháng}? Còn 1 lỗi khác.');
    expect(await made()).toEqual([['Tháng 9'], []]);
  });
});

describe('the tags of every kind of document', () => {
  it.each(documents.map((kind) => [kind.code]))(
    '%s: its starter names each once and passes the check',
    async (kind) => {
      const { file } = await client().templates.starter({ code: kind });
      const listed = (await client().templates.list()).find((one) => one.code === kind);
      const tags = {
        facts: listed?.facts ?? [],
        lists: Object.fromEntries((listed?.lists ?? []).map(({ name, tags: inside }) => [name, inside])),
      };
      expect(checkTemplate(readFileSync(session.files.pathOf(file.id) ?? ''), tags)).toEqual([]);
    },
  );
});
