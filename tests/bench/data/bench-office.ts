import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createOffice } from '../../../electron/data/office-file/create-office.ts';
import { rootOrganisationId } from '../../../electron/data/organisations/list-organisations.ts';
import { planOffice } from './plan.ts';
import { type SizeName, sizes } from './sizes.ts';
import { writeOffice } from './write-office.ts';

const root = resolve(import.meta.dirname, '../../..');
const keptIn = join(root, 'out', 'bench', 'data');

/** Moves when the generator writes something else: offices of before are not taken for its own. */
const generation = 2;

/**
 * The office file of a size, made when it is not there yet. **Measure on a copy** when you write: the file is kept for
 * the next bench. The same size and seed give the same rows (the log's times and seals differ).
 */
export async function benchOffice(size: SizeName, seed = 1, said: (what: string) => void = () => {}): Promise<string> {
  const path = join(keptIn, `${size}-${seed}-${generation}.sochibo`);
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.tmp`;
  for (const ending of ['', '-wal', '-journal']) rmSync(`${unfinished}${ending}`, { force: true });
  const { level, office: name } = sizes[size];
  const office = await createOffice(
    { path: unfinished, level, name, superior: 'Cấp trên', place: 'Thử' },
    { resourcesDir: join(root, 'resources'), actor: 'Văn phòng' },
  );
  try {
    await writeOffice(office, await rootOrganisationId(office.db), planOffice(sizes[size], seed), said);
  } finally {
    office.close();
  }
  renameSync(unfinished, path);
  return path;
}
