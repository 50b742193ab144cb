import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { v7 as newId } from 'uuid';
import { onTestFinished } from 'vitest';
import { SochiboError } from '../../electron/data/errors.ts';
import { createOffice, type NewOffice } from '../../electron/data/office-file/create-office.ts';
import type { Office } from '../../electron/data/office-file/office.ts';

export const resourcesDir = resolve(import.meta.dirname, '../../resources');
export const environment = { resourcesDir, actor: 'kiểm thử' };

type Maker = (newOffice: NewOffice) => Promise<Office>;
let maker: Maker = (newOffice) => createOffice(newOffice, environment);

/** Lets the tests of this file have their offices elsewhere than in a file (`postgresql.test.ts`). */
export function makeOfficesBy(another: Maker): void {
  maker = another;
}

/** A new office, in a file unless the tests have theirs elsewhere. */
export function makeOffice(newOffice: NewOffice): Promise<Office> {
  return maker(newOffice);
}

/** A folder of the test's own, removed when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A folder for the tests of a file, which remove it when they are done. */
export function removableFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A new district office in a folder of its own, closed and removed when the test ends. */
export async function newOffice(folder = temporaryFolder()): Promise<Office> {
  const office = await makeOffice({
    path: join(folder, 'thu.sochibo'),
    level: 'district',
    name: 'Huyện ủy Khe Sơn',
    superior: 'Đảng bộ tỉnh Quảng Trị',
    place: 'Khe Sơn',
  });
  onTestFinished(() => office.close());
  return office;
}

/** The refusal that `work` ends with. */
export async function refusal(work: Promise<unknown>): Promise<SochiboError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SochiboError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error;
}

/** Writes one decision: the smallest change there is. */
export function addDecision(office: Office, number: string, date: string | null = null): Promise<string> {
  const id = newId();
  return office.write('Ghi quyết định', number, async (db) => {
    await db
      .insertInto('decision')
      .values({ id, number_symbol: number, date, issuing_body: null, subject: null })
      .execute();
    return id;
  });
}
