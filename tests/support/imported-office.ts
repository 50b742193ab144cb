import { resolve } from 'node:path';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { type ImportKind, type ImportPlan, planImport } from '../../electron/data/importing/plan-import.ts';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { parseIsoDate } from '../../electron/data/vietnamese/dates.ts';
import type { TruthSource } from './import-truth.ts';
import { environment, resourcesDir } from './office.ts';
import type { Sample } from './truth.ts';

export const sampleWorkbooks = [
  'danh-sach-to-chuc.xlsx',
  'danh-sach-dang-vien.xlsx',
  'phan-cong-can-bo.xlsx',
  'theo-doi-sinh-hoat-2024.xlsx',
  'ke-hoach-du-2024.xlsx',
  'kien-nghi-2024.xlsx',
  'dang-vien-tcvn3.xls',
  'dang-vien-csdl.xlsx',
] as const;

const today = parseIsoDate('2025-01-15');

export function sampleFiles(sample: Sample, names: readonly string[] = sampleWorkbooks) {
  return names.map((name) => ({ name, path: resolve(import.meta.dirname, `../fixtures/${sample}/${name}`) }));
}

/** Plans an import into `office` as of 15/01/2025, when the year of the samples is over. */
export function planFiles(
  office: Office,
  files: readonly { path: string; name: string }[],
  kind?: ImportKind,
): Promise<ImportPlan> {
  if (today === null) throw new RangeError('no day');
  return planImport(office.db, files, { resourcesDir, today, kind });
}

/** A new office for a sample in `folder`. */
export function sampleOffice(sample: Sample, folder: string): Promise<Office> {
  const isDistrict = sample === 'district-a';
  return createOffice(
    {
      path: resolve(folder, `${sample}.sochibo`),
      level: isDistrict ? 'district' : 'commune',
      name: isDistrict ? 'Huyện ủy Khe Sơn' : 'Đảng ủy xã Thủy Khoan',
      superior: isDistrict ? 'Đảng bộ tỉnh Quảng Trị' : 'Đảng bộ huyện Nậm Phong',
      place: isDistrict ? 'Khe Sơn' : 'Thủy Khoan',
    },
    environment,
  );
}

export interface ImportedOffice {
  office: Office;
  plan: ImportPlan;
  /** The record that a row of a workbook became; the n-th when one row became several. */
  recordOf(entity: string, source: TruthSource | undefined, index?: number): string | undefined;
}

/**
 * A new office with the sample's workbooks imported; rows with errors are left out (`accept`). `runs`: the workbooks of
 * each run, by default all in one. The plan is that of the last run.
 */
export async function importSample(
  sample: Sample,
  folder: string,
  runs: readonly (readonly string[])[] = [sampleWorkbooks],
): Promise<ImportedOffice> {
  const office = await sampleOffice(sample, folder);
  const plans: ImportPlan[] = [];
  for (const names of runs) {
    const plan = await planFiles(office, sampleFiles(sample, names));
    await commitImport(office, plan, { accept: true });
    plans.push(plan);
  }
  const plan = plans.at(-1);
  if (!plan) throw new RangeError('nothing to import');
  const sources = await office.db.selectFrom('source_row').selectAll().orderBy('id').execute();
  const records = Map.groupBy(sources, ({ entity, file, sheet, row }) => [entity, file, sheet, row].join('|'));
  return {
    office,
    plan,
    recordOf: (entity, source, index = 0) =>
      source && records.get([entity, source.workbook, source.sheet, source.row].join('|'))?.[index]?.entity_id,
  };
}
