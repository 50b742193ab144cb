import { readdirSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { JobKind } from '../../electron/contract/jobs.ts';
import { SochiboError } from '../../electron/data/errors.ts';
import { type Course, nextStep } from '../../electron/data/jobs/course.ts';
import { runJob } from '../../electron/data/jobs/procedures.ts';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { resourcesDir, temporaryFolder } from '../support/office.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

let sample: TruthOffice;
beforeAll(async () => {
  sample = await truthOffice('commune-b');
  sample.office.close();
});
afterAll(() => sample.remove());

async function atWork() {
  const out = temporaryFolder();
  const told: (string | null)[] = [];
  const session = createSession({
    ...{ resourcesDir, outputDir: out, actor: 'kiểm thử' },
    onWorking: (title) => told.push(title),
  });
  onTestFinished(() => session.end());
  await session.openOffice(sample.office.path);
  const client = createRouterClient(router, { context: { session } });
  /** Work that goes on until it is let go. */
  const hold = (title: string, kind: JobKind = 'folder', stoppable?: false) => {
    let goesOn = true;
    const letGo = () => {
      goesOn = false;
    };
    const begun: Course[] = [];
    const result = runJob(session, {
      ...{ kind, title, ...(stoppable === false ? { stoppable } : {}) },
      async run(course) {
        begun.push(course);
        for (let done = 0; goesOn; done += 1) {
          await nextStep(course, { step: 'từng bước', done, of: 100 }, 'Đã dừng.');
        }
        return title;
      },
      result: () => ({ message: `Xong ${title}` }),
    });
    // Some are stopped on purpose.
    result.catch(() => undefined);
    return { result, letGo, begun };
  };
  return { session, client, out, told, hold };
}

describe('long work', () => {
  it('is done one at a time, in order, and is told of while it waits, runs and is over', async () => {
    const { client, told, hold } = await atWork();
    const [first, second] = [hold('việc một'), hold('việc hai')];
    await vi.waitUntil(() => first.begun.length === 1);
    expect((await client.jobs.list()).map(({ title, state }) => [title, state])).toEqual([
      ['việc một', 'running'],
      ['việc hai', 'waiting'],
    ]);
    expect(second.begun).toHaveLength(0);
    first.letGo();
    expect(await first.result).toBe('việc một');
    second.letGo();
    await second.result;
    expect((await client.jobs.list()).map(({ state, result }) => [state, result?.message])).toEqual([
      ['done', 'Xong việc hai'],
      ['done', 'Xong việc một'],
    ]);
    expect([told[0], told.at(-1)]).toEqual(['việc một', null]);
  });

  it('that waits is stopped at once, and what comes after it still waits for what runs', async () => {
    const { client, hold } = await atWork();
    const [first, second, third] = [hold('một'), hold('hai'), hold('ba')];
    await vi.waitUntil(() => first.begun.length === 1);
    const waiting = (await client.jobs.list()).find(({ title }) => title === 'hai');
    await client.jobs.cancel({ id: waiting?.id ?? '' });
    await expect(second.result).rejects.toMatchObject({ code: 'cancelled' });
    expect([second.begun.length, third.begun.length]).toEqual([0, 0]);
    first.letGo();
    third.letGo();
    expect(await third.result).toBe('ba');
  });

  it('that fails says why, and the next is done', async () => {
    const { session, client, hold } = await atWork();
    const failing = (error: Error) =>
      runJob(session, {
        ...{ kind: 'folder', title: 'hỏng' },
        run: () => Promise.reject(error),
        result: () => ({ message: '' }),
      });
    await expect(failing(new SochiboError('disk_full', 'Ổ đĩa đã đầy.'))).rejects.toThrow();
    await expect(failing(new TypeError('Nguyễn Văn A is not a function'))).rejects.toThrow();
    const [bug, refused] = await client.jobs.list();
    expect([refused?.state, refused?.error]).toEqual(['failed', 'Ổ đĩa đã đầy.']);
    // What a bug says might hold a name.
    expect(bug?.error).toMatch(/^Lỗi không mong đợi/u);
    const next = hold('tiếp');
    next.letGo();
    expect(await next.result).toBe('tiếp');
  });

  it('that must not be broken off refuses to be, in words', async () => {
    const { client, hold } = await atWork();
    const work = hold('Khôi phục sổ', 'restore', false);
    const [job] = await client.jobs.list();
    await expect(client.jobs.cancel({ id: job?.id ?? '' })).rejects.toMatchObject({
      data: { code: 'conflict' },
      message: expect.stringContaining('Khôi phục sổ'),
    });
    work.letGo();
    await work.result;
  });

  it('keeps the office open under it, and is nobody else’s to see or stop', async () => {
    const { session, client, hold } = await atWork();
    const work = hold('Lập hồ sơ');
    await expect(client.office.close()).rejects.toMatchObject({ message: expect.stringContaining('Lập hồ sơ') });
    expect(() => session.worksAs('người khác')).toThrow(/Lập hồ sơ/u);
    const [job] = await client.jobs.list();
    session.office.actor = 'người khác';
    expect(await client.jobs.list()).toEqual([]);
    await expect(client.jobs.cancel({ id: job?.id ?? '' })).rejects.toMatchObject({ data: { code: 'not_found' } });
    work.letGo();
    await work.result;
    await client.office.close();
    await session.openOffice(sample.office.path);
    expect(session.jobs.list({ path: sample.office.path, actor: 'kiểm thử' })).toEqual([]);
  });

  it('is given up when the program ends, and takes away what it had begun', async () => {
    const { session, client, out } = await atWork();
    const making = client.folders.make({ period: '2024-07', per: 'office' });
    const refused = expect(making).rejects.toMatchObject({ data: { code: 'cancelled' } });
    await vi.waitUntil(async () => ((await client.jobs.list())[0]?.done ?? 0) > 2, { interval: 0, timeout: 20_000 });
    expect(readdirSync(out)).not.toEqual([]);
    await session.end();
    await refused;
    expect(readdirSync(out)).toEqual([]);
  });

  it.each([
    ['forms', 'biểu thu thập'],
    ['package', 'gói dữ liệu'],
  ])('stopped midway leaves nothing behind: %s', async (kind) => {
    const { session, client, out } = await atWork();
    const making =
      kind === 'forms'
        ? client.collecting.makeAll({ kind: 'attendance', period: '2024-07' })
        : client.packages.make({ period: '2024-07', contents: ['meetings', 'visits'], personal: false });
    const refused = expect(making).rejects.toMatchObject({ data: { code: 'cancelled' } });
    const running = await vi.waitUntil(async () => (await client.jobs.list()).find(({ done }) => done > 2), {
      ...{ interval: 0, timeout: 20_000 },
    });
    await client.jobs.cancel({ id: running.id });
    await refused;
    expect(readdirSync(out)).toEqual([]);
    const noted = await client.collecting.units({ kind: 'attendance', period: '2024-07' });
    expect(noted.every(({ sent_at }) => sent_at === null)).toBe(true);
    expect(await client.packages.list()).toEqual([]);
    expect(session.jobs.working).toBeNull();
  });
});
