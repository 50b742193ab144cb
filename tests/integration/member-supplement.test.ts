import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf } from '../../electron/data/reporting/run-document.ts';
import { router } from '../../electron/data/router.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { checkDocx } from '../support/docx-format-checker.ts';
import { fileOf, madeDocument, sourceOf } from '../support/every-document.ts';
import { importSample } from '../support/imported-office.ts';
import { environment, removableFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { convertToPdf, pdfPages, readWithPython } from '../support/run-tool.ts';

const year = new Date().getFullYear();
const code = 'phieu-bo-sung';
const { folder, remove } = removableFolder();
let session: Session;
let client: RouterClient<typeof router>;
let member: { id: string; cell: string; name: string };

beforeAll(async () => {
  const { office } = await importSample('commune-b', folder);
  office.close();
  session = createSession({ ...environment, outputDir: folder });
  await session.openOffice(office.path);
  client = createRouterClient(router, { context: { session } });
  const found = (await client.members.list({})).find(
    ({ cell_id, standing }) => cell_id !== null && standing === 'full',
  );
  if (!found?.cell_id) throw new Error('no member');
  member = { id: found.id, cell: found.cell_id, name: found.full_name };
});
afterAll(() => {
  session.close();
  remove();
});

const about = (period = `${year}`) => ({ code, about: { period, id: member.id } });
const form = async () => (await client.members.dossier({ id: member.id })).form;
const undoLast = async () => {
  const [last] = await client.office.recordHistory({ record: 'member', id: member.id });
  await client.office.undo({ transaction: last?.transaction ?? 0 });
};
const past = { to_date: null, place: null, document: null, note: null };
const relative = { birth_year: '1970', home: null, residence: null, political_activity: null };

describe('the supplement of a year', () => {
  test('what an import first brought is no change: the year calls for no form', async () => {
    expect(await client.documents.list({ period: `${year}`, unit: member.cell, code })).toEqual([]);
    const { warnings, paragraphs } = await client.documents.preview(about());
    expect(paragraphs).toEqual([]);
    expect(warnings.join(' ')).toContain(`không ghi thay đổi nào của đảng viên này trong năm ${year}`);
  });

  test('it says what became what by the end of the year, each once, and nothing that was taken back', async () => {
    const { id } = member;
    await client.members.save({ id, form: { ...(await form()), occupation: 'Nông dân', phone: '0911111111' } });
    await client.members.save({ id, form: { ...(await form()), occupation: 'Công nhân', informatics: 'A' } });
    await client.members.save({
      id,
      form: { ...(await form()), informatics: null, residence_address: 'Số 5, thôn 4' },
    });
    await client.members.save({ id, form: { ...(await form()), residence_address: 'Nhầm' } });
    await undoLast();
    await client.members.save({ id, form: { ...(await form()), personal_id: '045190001234' } });
    await client.members.saveHistory({
      id,
      entries: [
        { ...past, kind: 'reward', from_date: `${year}-05`, content: 'Giấy khen của Đảng ủy xã', document: '12-QĐ/ĐU' },
        { ...past, kind: 'training', from_date: '2015', to_date: '2016', content: 'Lớp trung cấp lý luận' },
        { ...past, kind: 'work', from_date: `${year + 1}-01-01`, content: 'Việc của năm sau' },
      ],
    });
    const wife = { ...relative, relation: 'Vợ', full_name: 'Trần Thị Bưởi', occupation: 'Giáo viên' };
    await client.members.saveRelatives({ id, entries: [wife] });
    const { paragraphs, warnings } = await client.documents.preview(about());
    const texts = paragraphs.map(({ generated }) => generated.replace(/\(ghi (bổ sung )?ngày .*?\)/u, '($1ngày)'));
    expect(texts).toEqual([
      'Nơi ở hiện nay: Số 5, thôn 4 (bổ sung ngày).',
      'Nghề nghiệp: Công nhân (bổ sung ngày).',
      'Từ 2015 đến 2016: Lớp trung cấp lý luận (bổ sung ngày).',
      `05/${year}: Giấy khen của Đảng ủy xã (12-QĐ/ĐU).`,
      'Ghi thêm: Quan hệ: Vợ; Họ và tên: Trần Thị Bưởi; Năm sinh: 1970; Nghề nghiệp: Giáo viên.',
      expect.stringMatching(/^Số định danh cá nhân: (từ “.*” thành “)?0451\*{5}234/u),
    ]);
    expect(warnings.join(' ')).not.toContain('không ghi thay đổi');
    expect(await client.documents.list({ period: `${year}`, unit: member.cell, code })).toEqual([
      expect.objectContaining({
        code,
        about: about().about,
        name: `Phiếu bổ sung hồ sơ đảng viên năm ${year} - ${member.name}`,
      }),
    ]);
    expect(await client.documents.list({ period: `${year}`, code })).toEqual([]);
  });

  test('a year is asked for, and somebody who is in the book', async () => {
    await expect(client.documents.preview(about(`${year}-07`))).rejects.toThrow('theo năm');
    const gone = { code, about: { period: `${year}`, id: '0' } };
    await expect(client.documents.preview(gone)).rejects.toThrow('Không còn đảng viên này');
  });

  test('the file keeps the format, and python-docx and LibreOffice read the same words', async () => {
    const one = await madeDocument(sourceOf(session.office), documentOf(code), about().about);
    const file = await fileOf(one);
    const signatories = ['^CHỨNG NHẬN CỦA CẤP [UỦ][ỶY]$', '^NGƯỜI KHAI$'] as const;
    expect(await checkDocx(file, { ...one.expected, signatories })).toEqual([]);
    if (!requireTool('python3-docx') || !requireTool('soffice')) return;
    const path = join(folder, 'phieu.docx');
    writeFileSync(path, file);
    const read = 'import sys, json, docx\nprint(json.dumps([p.text for p in docx.Document(sys.argv[1]).paragraphs]))';
    const words = JSON.stringify(readWithPython(read, path));
    for (const said of ['Hoàn cảnh kinh tế', 'Nghề nghiệp: Công nhân', `05/${year}: Giấy khen`]) {
      expect(words).toContain(said);
    }
    expect(words).toContain(member.name.toLocaleUpperCase('vi'));
    const pages = pdfPages(convertToPdf(path, folder));
    expect(pages.length).toBeLessThanOrEqual(2);
    expect(pages.join(' ')).toContain('NGƯỜI KHAI');
  });
});
