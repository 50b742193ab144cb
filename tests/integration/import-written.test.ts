import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { noDecisions } from '../../electron/contract/import-decisions.ts';
import { ImportTalk, roster } from '../support/import-talk.ts';

let talk: ImportTalk;

beforeAll(async () => {
  talk = await new ImportTalk().startPeopled();
}, 60_000);

afterAll(() => talk.stop());

describe('writing, and taking back', () => {
  const person = (name: string, cccd: string | null = null, people = 'Kinh') =>
    roster([[1, name, '01/01/1985', people, '03/02/2010', '03/02/2011', cccd, 'Chi bộ Thôn 1']]);

  test('R1: a backup is kept before an import that changes something, and told as its first step', async () => {
    const kept = await new ImportTalk('before_changes').startPeopled();
    onTestFinished(() => kept.stop());
    const reasons = async () => (await kept.client.backups.list()).backups.map(({ reason }) => reason);
    expect(await reasons()).toEqual(['import', 'import']);
    const file = await kept.file(person('Lê Văn Kế'));
    const { plan } = await kept.preview(file);
    const writing = kept.client.imports.commit({ plan, accept: true });
    await vi.waitUntil(async () => (await kept.client.jobs.list())[0]?.step === 'Sao lưu', { interval: 0 });
    await writing;
    expect(await reasons()).toHaveLength(3);
    // The same file once more changes nothing: there is nothing to go back to.
    await kept.commit((await kept.preview(file)).plan);
    expect(await reasons()).toHaveLength(3);
  });

  test('16: stopped while a plan is made, or made again, the plan before it stands', async () => {
    const stop = new AbortController();
    const file = await talk.file(person('Chưa Đọc Hết'));
    const reading = async () => {
      const events = await talk.client.imports.preview({ files: [file] }, { signal: stop.signal });
      for await (const event of events) {
        if (event.type === 'preview') throw new Error('read to the end');
        if (event.step === 'Đối chiếu với sổ') stop.abort();
      }
    };
    await expect(reading()).rejects.not.toThrow('read to the end');
    expect(stop.signal.aborted).toBe(true);
    const { plan, result } = await talk.preview(file);
    const again = new AbortController();
    const decisions = { ...noDecisions, sheets: [{ file: file.name, sheet: 'Sheet1', kind: null }] };
    const deciding = async () => {
      const events = await talk.client.imports.decide({ plan, decisions }, { signal: again.signal });
      for await (const event of events) {
        if (event.type === 'preview') throw new Error('planned to the end');
        again.abort();
      }
    };
    await expect(deciding()).rejects.not.toThrow('planned to the end');
    const { kind } = await talk.client.imports.sheet({ plan, file: file.name, sheet: 'Sheet1', from: 1, count: 1 });
    expect([kind, result.workbooks[0]?.sheets[0]?.created]).toEqual(['members', 1]);
    await talk.client.imports.drop({ plan });
  });

  test('any import that stands is taken back as a whole, unless a later change is built on it', async () => {
    const names = async () => (await talk.members()).map((line) => line.split(' 1985')[0]);
    await talk.take(person('Tạ Văn Một', '034085000001'), 'mot.xlsx');
    await talk.take(person('Tạ Văn Hai', '034085000002'), 'hai.xlsx');
    await talk.take(person('Tạ Văn Ba', '034085000003'), 'ba.xlsx');
    // The last list says something else of whom the first brought.
    await talk.take(person('Tạ Văn Một', '034085000001', 'Thái'), 'mot-sua.xlsx');
    const transactionOf = async (file: string) =>
      (await talk.client.imports.runs()).find(({ files }) => files[0] === file)?.transaction ?? 0;
    await expect(talk.client.office.undo({ transaction: await transactionOf('mot.xlsx') })).rejects.toMatchObject({
      message: expect.stringContaining('Hoàn tác các lần ghi sau trước'),
    });
    await talk.client.office.undo({ transaction: await transactionOf('hai.xlsx') });
    expect(await names()).not.toContain('Tạ Văn Hai');
    expect(await names()).toContain('Tạ Văn Ba');
    expect((await talk.client.imports.runs()).filter(({ undone }) => undone).map(({ files }) => files)).toEqual([
      ['hai.xlsx'],
    ]);
  });

  test('an import tells later what was found in its files and how much was decided', async () => {
    const file = await talk.file(person('Kể Lại Sau'), 'ke-lai.xlsx');
    const { plan } = await talk.preview(file);
    const place = { file: file.name, sheet: 'Sheet1' };
    await talk.decide(plan, { boxes: [{ ...place, row: 3, column: 'D', text: 'Kinn' }] });
    const { import_id } = await talk.commit(plan);
    const run = await talk.client.imports.run({ id: import_id ?? '' });
    expect(run).toMatchObject({
      files: ['ke-lai.xlsx'],
      decided: { sheets_left_out: 0, columns: 0, boxes: 1, rows: 0, values: 0 },
      issues: [{ severity: 'warning', code: 'unknown_code', row: 3, column: 'D', sheet: 'Sheet1' }],
    });
  });

  test('16: writing tells how far it is, and stopped half-way leaves nothing', async () => {
    const before = await talk.members();
    const many = Array.from({ length: 3000 }, (_, index) => {
      const born = `${String((index % 28) + 1).padStart(2, '0')}/01/${1950 + (index % 50)}`;
      return [index + 1, `Tòng Văn ${index}x`, born, 'Thái', '03/02/2010', '03/02/2011', null, 'Chi bộ Thôn 1'];
    });
    const { plan } = await talk.preview(await talk.file(roster(many)));
    const writing = talk.client.imports.commit({ plan, accept: true });
    const stopping = async () => {
      const running = await vi.waitUntil(
        async () => (await talk.client.jobs.list()).find(({ step }) => step === 'Ghi đảng viên'),
        { interval: 0, timeout: 30_000 },
      );
      await talk.client.jobs.cancel({ id: running.id });
    };
    await Promise.all([stopping(), expect(writing).rejects.toMatchObject({ data: { code: 'cancelled' } })]);
    expect(await talk.members()).toEqual(before);
    // The same plan waits on, and is written when the clerk wants it after all.
    expect((await talk.commit(plan)).committed).toBe(true);
  });
});
