import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import type { Office } from '../../electron/data/office-file/office.ts';

export const resourcesDir = resolve(import.meta.dirname, '../../resources');
export const environment = { resourcesDir, actor: 'kiểm thử' };

/** A folder of the test's own, removed when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new district office in a folder of its own, closed and removed when the test ends. */
export async function newOffice(folder = temporaryFolder()): Promise<Office> {
  const office = await createOffice(
    {
      path: join(folder, 'thu.sochibo'),
      level: 'district',
      name: 'Huyện ủy Khe Sơn',
      superior: 'Đảng bộ tỉnh Quảng Trị',
      place: 'Khe Sơn',
    },
    environment,
  );
  onTestFinished(() => office.close());
  return office;
}
