import { join } from 'node:path';
import { createRouterClient, ORPCError } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { refusal } from '../../electron/contract/errors.ts';
import type { Role } from '../../electron/contract/roles.ts';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { outcome } from '../support/encrypted-office.ts';
import { environment, temporaryFolder } from '../support/office.ts';

async function openedOffice() {
  const folder = temporaryFolder();
  const session = createSession({ ...environment, outputDir: folder, keyCost: 2 ** 10 });
  onTestFinished(() => session.close());
  const client = createRouterClient(router, { context: { session } });
  const path = join(folder, 'thu.sochibo');
  await client.office.create({
    path,
    level: 'commune',
    name: 'Đảng ủy xã Thủy Khoan',
    superior: 'Đảng bộ huyện Nậm Phong',
    place: 'Thủy Khoan',
  });
  const add = async (name: string, role: Role) =>
    (
      await client.people.save({
        id: null,
        form: { name, role, scope_id: null, note: null, valid_from: null, valid_to: null },
      })
    ).id;
  return { session, client, path, add };
}

/** The code and words of the refusal that crossed. */
async function refused(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ORPCError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return { code: refusal.parse(error.data).code, message: error.message };
}

describe('people and what they may do', () => {
  it('without people whoever opens the office may do everything; the first one must be able to administer it', async () => {
    const { client, add } = await openedOffice();
    expect(await client.people.who()).toMatchObject({ user: null, choices: [], role: 'administer' });
    expect((await refused(add('Lê Văn Xem', 'view'))).code).toBe('conflict');
    await add('Trần Thị Quản', 'administer');
    expect(await client.people.who()).toMatchObject({ user: { name: 'Trần Thị Quản' }, role: 'administer' });
  });

  it('each procedure is refused below its role, in words that name the role', async () => {
    const { client, add } = await openedOffice();
    await add('Trần Thị Quản', 'administer');
    const ids = {
      view: await add('Xem', 'view'),
      enter: await add('Nhập', 'enter'),
      approve: await add('Duyệt', 'approve'),
    };
    await client.people.choose({ id: ids.view });
    await client.members.list({});
    expect(await refused(client.petitions.addUsualBodies({}))).toEqual({
      code: 'not_allowed',
      message: expect.stringContaining('quyền nhập liệu'),
    });
    await client.people.choose({ id: ids.enter });
    await client.petitions.addUsualBodies({});
    expect((await refused(client.packages.receive({ plan: 'x' }))).message).toContain('quyền duyệt');
    await client.people.choose({ id: ids.approve });
    expect((await refused(client.people.list())).message).toContain('quyền quản trị');
  });

  it('a change is logged under who works, and only that person or an administrator takes it back', async () => {
    const { client, add } = await openedOffice();
    const manager = await add('Trần Thị Quản', 'administer');
    const [first, second] = [await add('Nhập một', 'enter'), await add('Nhập hai', 'enter')];
    await client.people.choose({ id: first });
    await client.petitions.addUsualBodies({});
    const [done] = await client.office.history({ limit: 1 });
    expect(done?.actor).toBe('Nhập một');
    const undo = () => client.office.undo({ transaction: done?.transaction ?? 0 });
    await client.people.choose({ id: second });
    expect(await refused(undo())).toMatchObject({ code: 'not_allowed', message: expect.stringContaining('Nhập một') });
    await client.people.choose({ id: manager });
    // Not unawares either: whose it is has to be said.
    for (const named of [{}, { of: 'Nhập hai' }]) {
      const unnamed = client.office.undo({ transaction: done?.transaction ?? 0, ...named });
      expect(await refused(unnamed)).toMatchObject({
        code: 'not_allowed',
        message: expect.stringContaining('Nhập một'),
      });
    }
    await client.office.undo({ transaction: done?.transaction ?? 0, of: 'Nhập một' });
  });

  it('in an office with people nothing is read before somebody is named; closing forgets who it was', async () => {
    const { client, path, add } = await openedOffice();
    const id = await add('Trần Thị Quản', 'administer');
    await client.office.close();
    await client.office.open({ path });
    expect((await refused(client.members.list({}))).code).toBe('not_allowed');
    expect(await client.people.who()).toMatchObject({ user: null, choices: [{ id, name: 'Trần Thị Quản' }] });
    await client.people.choose({ id });
    expect(await client.members.list({})).toEqual([]);
  });

  it('a passphrase of their own says who works: nobody else can be named, and numbers are shown only for it', async () => {
    const { session, client, path, add } = await openedOffice();
    await add('Trần Thị Quản', 'administer');
    const entering = await add('Nguyễn Thị Nhập', 'enter');
    await outcome(client.access.encrypt({ label: 'Chung', passphrase: 'mật khẩu chung 1' }));
    await client.people.setPassphrase({ id: entering, passphrase: 'mật khẩu riêng 2' });
    await client.office.close();
    expect((await refused(client.office.open({ path }))).code).toBe('office_passphrase_needed');
    await client.access.unlock({ secret: 'mật khẩu riêng 2' });
    expect(await client.people.who()).toMatchObject({ user: { name: 'Nguyễn Thị Nhập' }, choices: [], role: 'enter' });
    expect(session.unlockedSlot?.label).toBe('Nguyễn Thị Nhập');
    expect((await refused(client.people.list())).message).toContain('quyền quản trị');
    const [first] = await client.office.history({ limit: 1 });
    expect((await refused(client.people.choose({ id: entering }))).code).toBe('not_allowed');
    const shown = (secret: string) => client.people.showNumbers({ shown: true, secret });
    expect((await refused(shown('mật khẩu chung 1'))).code).toBe('office_wrong_passphrase');
    expect((await client.people.who()).numbers_masked).toBe(true);
    expect((await shown('mật khẩu riêng 2')).numbers_masked).toBe(false);
    expect(first?.detail).toBe('Nguyễn Thị Nhập');
  });
});
