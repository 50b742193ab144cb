import { beforeEach, describe, expect, it } from 'vitest';
import { type IssueOptions, unissued } from '../../electron/contract/documents.ts';
import { loadKindCatalogue } from '../../electron/data/issuing/document-kinds.ts';
import { removeDocument, setState } from '../../electron/data/issuing/document-states.ts';
import { type DocumentFacts, type Issuing, issueDocument } from '../../electron/data/issuing/issue-document.ts';
import { readIssueOptions } from '../../electron/data/issuing/issue-options.ts';
import { listRegister, type RegisterSource, registerChecks } from '../../electron/data/issuing/list-register.ts';
import { readProposal } from '../../electron/data/issuing/propose.ts';
import { saveDocument } from '../../electron/data/issuing/save-document.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { history } from '../../electron/data/office-file/office-info.ts';
import { loadOfficePresets } from '../../electron/data/office-file/presets.ts';
import { readSigning } from '../../electron/data/settings/read-settings.ts';
import { saveTerm } from '../../electron/data/settings/save-settings.ts';
import { newOffice, refusal, resourcesDir } from '../support/office.ts';
import { addCommune, day } from '../support/small-office.ts';

let office: Office;
const presets = loadOfficePresets(resourcesDir);
const today = day('2024-08-01');

beforeEach(async () => {
  office = await newOffice();
});

async function source(): Promise<RegisterSource> {
  const signing = await readSigning(office.db, presets);
  return { db: office.db, signing, catalogue: loadKindCatalogue(resourcesDir), today };
}

const facts = (given: Partial<DocumentFacts> = {}): DocumentFacts => ({
  code: 'BC-09',
  about: '2024-07//',
  kindCode: 'BC',
  issuer: 'committee',
  organisationId: null,
  subject: 'kết quả sinh hoạt chi bộ tháng 7 năm 2024',
  day: today,
  ...given,
});

const options = (given: Partial<IssueOptions>): IssueOptions => ({ ...unissued, ...given });

const issue = (given: Partial<DocumentFacts>, issuing: Issuing) =>
  office.write('Thử', '', (db) => issueDocument(db, presets, facts(given), issuing));

const dated = (number: number, date: string) => options({ number, date });

const next = async (on: string, holder: Partial<Parameters<typeof readProposal>[1]> = {}) => {
  const whole = { kindCode: 'BC', issuer: 'committee', organisationId: null, bodyCode: 'HU', ...holder } as const;
  return (await readProposal(office.db, whole, { day: day(on), without: null })).proposal;
};

describe('the register of numbers (document format, 4.1)', () => {
  it('runs per kind and per term: a new term begins again from 01, the old one goes on where it was', async () => {
    for (const [name, from, to] of [
      ['2020–2025', '2020-08-16', '2025-06-14'],
      ['2025–2030', '2025-06-15', null],
    ] as const) {
      await office.write('Thử', '', (db) =>
        saveTerm(db, { id: null, name, level: 'district', valid_from: from, valid_to: to }),
      );
    }
    await issue({ about: 'a' }, { options: dated(41, '2025-06-13') });
    await issue({ about: 'b' }, { options: dated(1, '2025-06-15') });
    await issue({ about: 'c', kindCode: 'TB' }, { options: dated(7, '2025-06-20') });
    expect(await next('2025-06-14')).toMatchObject({ number: 42, term: '2020–2025', hint: null });
    expect(await next('2025-06-15')).toMatchObject({ number: 2, term: '2025–2030', last: { symbol: '01-BC/HU' } });
    expect(await next('2025-07-01', { kindCode: 'TB' })).toMatchObject({ number: 8 });
    expect((await next('2019-01-01')).hint).toContain('01/01/2019');
    expect(await registerChecks(await source())).toEqual([]);
  });

  it('is one series with a hint while no term is entered; a cell’s, an advisory body’s and a congress’s are their own', async () => {
    const { a, b } = await office.write('Thử', '', (db) => addCommune(db));
    await issue({ about: 'a' }, { options: dated(4, '2024-01-05') });
    await issue({ about: 'b', issuer: 'cell', organisationId: a }, { options: dated(9, '2024-02-05') });
    await issue({ about: 'c', issuer: 'advisory_body' }, { options: dated(2, '2024-02-06') });
    await issue({ about: 'd', issuer: 'congress', kindCode: 'NQ' }, { options: dated(1, '2024-02-07') });
    expect(await next('2031-01-01')).toMatchObject({ number: 5, term: null });
    expect((await next('2031-01-01')).hint).toContain('Chưa ghi nhiệm kỳ');
    const cell = { issuer: 'cell', bodyCode: 'CB' } as const;
    expect((await next('2024-03-01', { ...cell, organisationId: a })).number).toBe(10);
    expect((await next('2024-03-01', { ...cell, organisationId: b })).number).toBe(1);
    expect((await next('2024-03-01', { issuer: 'advisory_body', bodyCode: 'BTCHU' })).number).toBe(3);
    expect(await next('2024-03-01', { issuer: 'congress', bodyCode: 'ĐH', kindCode: 'BC' })).toMatchObject({
      number: 2,
      last: { symbol: '01-NQ/ĐH' },
    });
  });

  it('reports gaps, numbers given twice and days against the order, by series', async () => {
    await issue({ about: 'a' }, { options: dated(1, '2024-01-05') });
    await issue({ about: 'b' }, { options: dated(4, '2024-03-05') });
    await issue({ about: 'c' }, { options: dated(4, '2024-03-06') });
    await issue({ about: 'd' }, { options: dated(5, '2024-02-01') });
    await issue({ about: 'e', kindCode: 'TB' }, { options: dated(1, '2024-02-01') });
    expect(await registerChecks(await source())).toEqual([
      {
        label: 'Báo cáo, BC/HU',
        first: 1,
        last: 5,
        count: 3,
        gaps: [{ from: 2, to: 3 }],
        duplicates: [4],
        out_of_order: [5],
      },
    ]);
  });
});

describe('issuing a document', () => {
  it('keeps the row of a draft, and what was chosen is what the document is made with', async () => {
    const draft = await issue({}, { options: options({ secrecy: 'Mật', marks: ['Dự thảo lần 1'] }) });
    const signer = { name: 'Lò Văn Ký', title: 'PHÓ BÍ THƯ', authority: 'T/M BAN THƯỜNG VỤ' };
    const chosen = options({ number: 15, date: '2024-08-01', signer, spelling: 'old', duplex: true });
    const signed = await issue({}, { options: chosen });
    expect(signed).toBe(draft);
    expect(await readIssueOptions(office.db, 'BC-09', '2024-07//')).toEqual(chosen);
    expect(await listRegister(await source())).toMatchObject([
      {
        symbol: '15-BC/HU',
        state: 'signed',
        kind: 'Báo cáo',
        issuer_name: 'Huyện ủy Khe Sơn',
        about: { period: '2024-07' },
        signer_name: 'Lò Văn Ký',
      },
    ]);
  });

  it('is done once, unless it replaces or supplements what was issued', async () => {
    const first = await issue({}, { options: dated(15, '2024-08-01') });
    expect((await refusal(issue({}, { options: dated(16, '2024-08-02') }))).message).toContain('15-BC/HU');
    await issue({}, { options: dated(16, '2024-08-02'), relation: 'replaces' });
    const [latest] = await listRegister(await source());
    expect(latest).toMatchObject({ symbol: '16-BC/HU', replaces_id: first, related_to: 'thay thế 15-BC/HU' });
    expect((await readIssueOptions(office.db, 'BC-09', '2024-07//')).number).toBe(16);
  });

  it('goes from draft to sent and back by undoing; a draft may be removed, what was issued not', async () => {
    const id = await issue({}, { options: unissued });
    const go = (state: 'presented' | 'signed' | 'sent', receiver: string | null = null) =>
      office.write('Thử', '', (db) => setState(db, id, { state, on: '2024-08-02', receiver }));
    await go('presented');
    expect((await refusal(go('signed'))).code).toBe('wrong_arguments');
    expect((await refusal(go('sent'))).code).toBe('conflict');
    await issue({}, { options: dated(3, '2024-08-01') });
    await go('sent', 'Ban Tổ chức Tỉnh ủy');
    const sent = await listRegister(await source(), { state: 'sent', text: 'ban to chuc 03 bc' });
    expect(sent).toMatchObject([{ sent_on: '2024-08-02', receiver: 'Ban Tổ chức Tỉnh ủy', next_states: ['returned'] }]);
    expect((await refusal(office.write('Thử', '', (db) => removeDocument(db, id)))).code).toBe('conflict');
    const [latest] = await history(office, 1);
    await office.undo(latest?.transaction ?? 0, 'thử');
    expect(await listRegister(await source())).toMatchObject([{ state: 'signed', sent_on: null }]);
  });
});

describe('a document made outside the program', () => {
  it('takes its place in the series', async () => {
    await office.write('Thử', '', (db) =>
      saveDocument(db, null, {
        today,
        form: {
          kind_code: 'CV',
          issuer: 'committee',
          organisation_id: null,
          body_code: 'HU',
          number: 211,
          date: '2024-07-30',
          subject: ' Đôn đốc nộp đảng phí ',
          signer_name: null,
          signer_title: null,
          signing_authority: null,
          receiver: 'Đảng ủy các xã',
          replaces_id: null,
          relation: null,
          note: null,
        },
      }),
    );
    expect(await listRegister(await source(), { text: 'don doc' })).toMatchObject([
      { code: 'other', about: null, symbol: '211-CV/HU', subject: 'Đôn đốc nộp đảng phí', state: 'signed' },
    ]);
    expect((await next('2024-08-01', { kindCode: 'CV' })).number).toBe(212);
  });
});
