import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tables } from '../../../electron/data/schema/database.ts';
import { forOneRun, oncePerRun } from '../../../electron/data/schema/one-run.ts';

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new SqliteIntrospector(of),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A reader that answers with how often it has read. */
function counting() {
  let reads = 0;
  return oncePerRun(
    async (_, asked: { month: string }) => {
      reads += 1;
      return `${asked.month}, ${reads}`;
    },
    ({ month }) => month,
  );
}

describe('what one run reads', () => {
  it('is read once for a question, whoever asks it', async () => {
    const read = counting();
    const run = forOneRun(db, () => 0);
    const asked = [{ month: '2024-07' }, { month: '2024-06' }, { month: '2024-07' }];
    expect(await Promise.all(asked.map((one) => read(run, one)))).toEqual(['2024-07, 1', '2024-06, 2', '2024-07, 1']);
  });

  it('is read anew after a change, in another run, and outside of runs', async () => {
    const read = counting();
    let change = 0;
    const [run, other] = [forOneRun(db, () => change), forOneRun(db, () => change)];
    const july = { month: '2024-07' };
    const before = [await read(run, july), await read(other, july), await read(db, july), await read(db, july)];
    change += 1;
    const after = [await read(run, july), await read(run, july)];
    expect([...before, ...after]).toEqual([
      ...['2024-07, 1', '2024-07, 2', '2024-07, 3', '2024-07, 4'],
      ...['2024-07, 5', '2024-07, 5'],
    ]);
  });

  it('of two readers is not mixed up', async () => {
    const [one, two] = [counting(), counting()];
    const run = forOneRun(db, () => 0);
    await one(run, { month: '2024-06' });
    expect(await one(run, { month: '2024-07' })).toBe('2024-07, 2');
    expect(await two(run, { month: '2024-07' })).toBe('2024-07, 1');
  });
});
