import { createRouterClient } from '@orpc/server';
import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkOffice } from '../../electron/data/office-file/check-office.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { history } from '../../electron/data/office-file/office-info.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { router } from '../../electron/data/router.ts';
import type { Tables } from '../../electron/data/schema/database.ts';
import { createSession } from '../../electron/data/session.ts';
import { addDecision, environment, newOffice, temporaryFolder } from '../support/office.ts';

const decision = (id: string, number = id) => ({
  id,
  number_symbol: number,
  date: '2024-01-12',
  issuing_body: null,
  subject: null,
});
const team = (id: string, decisionId: string) => ({
  id,
  name: id,
  area_id: null,
  decision_id: decisionId,
  valid_from: null,
  valid_to: null,
});

/** Makes one change and returns the number of its transaction. */
async function change(office: Office, work: (db: Kysely<Tables>) => Promise<unknown>): Promise<number> {
  await office.write('Thử', '', work);
  return (await history(office, 1))[0]?.transaction ?? 0;
}

const state = async ({ db }: Office) => ({
  decisions: await db.selectFrom('decision').selectAll().orderBy('id').execute(),
  teams: await db.selectFrom('team').selectAll().orderBy('id').execute(),
});

const refused = (message: string) => ({ code: 'conflict', message: expect.stringContaining(message) });

describe('undo', () => {
  it('of any run of inserts, edits and deletions, last first, gives back each state before', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.oneof(
      fc.record({ does: fc.constant('put' as const), id }),
      fc.record({ does: fc.constant('edit' as const), id, to: fc.constantFrom('x', 'y', null) }),
      fc.record({ does: fc.constant('drop' as const), id }),
    );
    const office = await newOffice();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 4 }), async (writes) => {
        const states = [await state(office)];
        const made: number[] = [];
        for (const steps of writes) {
          const before = (await history(office, 1))[0]?.transaction ?? 0;
          const after = await change(office, async (db) => {
            for (const { id: at, ...what } of steps) {
              const there = await db.selectFrom('decision').select('id').where('id', '=', at).executeTakeFirst();
              if (what.does === 'put' && !there) {
                await db.insertInto('decision').values(decision(at)).execute();
                await db
                  .insertInto('team')
                  .values(team(`tổ ${at}`, at))
                  .execute();
              } else if (what.does === 'edit' && there) {
                await db.updateTable('decision').set({ subject: what.to }).where('id', '=', at).execute();
              } else if (what.does === 'drop' && there) {
                await db.deleteFrom('team').where('decision_id', '=', at).execute();
                await db.deleteFrom('decision').where('id', '=', at).execute();
              }
            }
          });
          if (after === before) continue;
          made.push(after);
          states.push(await state(office));
        }
        for (const transaction of made.reverse()) {
          expect(await state(office)).toEqual(states.pop());
          await office.undo(transaction, '');
        }
        expect(await state(office)).toEqual(states.pop());
      }),
      { numRuns: 40 },
    );
    expect((await office.maintain(checkOffice)).ok).toBe(true);
  });

  it('is refused in words when a later record points to what would go', async () => {
    const office = await newOffice();
    const created = await change(office, (db) => db.insertInto('decision').values(decision('a')).execute());
    await change(office, (db) => db.insertInto('team').values(team('tổ 1', 'a')).execute());
    const before = await state(office);
    await expect(office.undo(created, '')).rejects.toMatchObject(refused('dùng ở lần ghi sau'));
    expect(await state(office)).toEqual(before);
    await change(office, (db) => db.insertInto('decision').values(decision('b')).execute());
  });

  it('is refused in words when a later record took the number of what would come back', async () => {
    const office = await newOffice();
    await change(office, (db) => db.insertInto('decision').values(decision('a', '345-QĐ/HU')).execute());
    const dropped = await change(office, (db) => db.deleteFrom('decision').where('id', '=', 'a').execute());
    await change(office, (db) => db.insertInto('decision').values(decision('b', '345-QĐ/HU')).execute());
    await expect(office.undo(dropped, '')).rejects.toMatchObject(refused('dùng ở lần ghi sau'));
  });

  it('can itself be taken back, and the history says what stands', async () => {
    const office = await newOffice();
    const created = await change(office, (db) => db.insertInto('decision').values(decision('a')).execute());
    const there = await state(office);
    await office.undo(created, '');
    await expect(office.undo(created, '')).rejects.toMatchObject(refused('đã được hoàn tác'));
    const [undoing] = await history(office, 1);
    await office.undo(undoing?.transaction ?? 0, '');
    expect(await state(office)).toEqual(there);
    expect((await history(office, 3)).map(({ transaction, undone }) => [transaction, undone])).toEqual([
      [created + 2, false],
      [created + 1, true],
      [created, false],
    ]);
  });

  it('names what it takes back, however much was done since', async () => {
    const office = await newOffice();
    await addDecision(office, '345-QĐ/HU');
    const [first] = await history(office, 1);
    for (let number = 1; number <= 500; number += 1) await addDecision(office, `${number}-KH/HU`);
    office.close();
    const session = createSession({ ...environment, outputDir: temporaryFolder() });
    onTestFinished(() => session.close());
    await session.openOffice(office.path);
    const client = createRouterClient(router, { context: { session } });
    await client.office.undo({ transaction: first?.transaction ?? 0 });
    expect((await history(session.office, 1))[0]).toMatchObject({
      action: 'Hoàn tác',
      detail: 'Ghi quyết định: 345-QĐ/HU',
    });
  });

  it('never takes back the office itself', async () => {
    const office = await newOffice();
    await expect(office.undo(1, '')).rejects.toMatchObject(refused('tạo sổ'));
    await expect(office.undo(99, '')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the one write path', () => {
  it('makes changes one after another, also when they are asked for at once', async () => {
    const office = await newOffice();
    const slowly = (id: string) =>
      change(office, async (db) => {
        await db.insertInto('decision').values(decision(id)).execute();
        await new Promise((resolve) => setTimeout(resolve, 5));
        await db
          .insertInto('team')
          .values(team(`tổ ${id}`, id))
          .execute();
      });
    await Promise.all(['a', 'b', 'c'].map(slowly));
    const log = await office.db
      .selectFrom('audit_log')
      .select(['transaction_id', 'entity', 'entity_id'])
      .where('transaction_id', '>', 1)
      .orderBy('sequence')
      .execute();
    expect(log.map((row) => `${row.transaction_id} ${row.entity_id}`)).toEqual([
      '2 a',
      '2 tổ a',
      '3 b',
      '3 tổ b',
      '4 c',
      '4 tổ c',
    ]);
  });

  it('gives up the whole change when the office is closed in the middle of it', async () => {
    const office = await newOffice();
    const begun = office.write('Thử', '', async (db) => {
      await db.insertInto('decision').values(decision('a')).execute();
      office.close();
      await db.insertInto('decision').values(decision('b')).execute();
    });
    await expect(begun).rejects.toMatchObject({ code: 'office_not_open' });
    const again = await openOffice(office.path, environment);
    expect((await state(again)).decisions).toEqual([]);
    expect((await again.maintain(checkOffice)).ok).toBe(true);
    again.close();
  });

  it('logs the row that a replacing insert throws out', async () => {
    const office = await newOffice();
    const before = await change(office, (db) => db.insertInto('decision').values(decision('a', '1-QĐ/HU')).execute());
    const replaced = await change(office, (db) =>
      db.replaceInto('decision').values(decision('b', '1-QĐ/HU')).execute(),
    );
    const log = await office.db
      .selectFrom('audit_log')
      .select(['operation', 'entity_id'])
      .where('transaction_id', '=', replaced)
      .orderBy('operation')
      .execute();
    expect(log).toEqual([
      { operation: 'delete', entity_id: 'a' },
      { operation: 'insert', entity_id: 'b' },
    ]);
    await office.undo(replaced, '');
    expect((await state(office)).decisions.map(({ id }) => id)).toEqual(['a']);
    expect(before).toBe(2);
  });
});
