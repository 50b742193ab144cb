import type { RouterClient } from '@orpc/server';
import type { router } from '../../electron/data/router.ts';
import type { Session } from '../../electron/data/session.ts';
import { tableHashes } from './table-hashes.ts';

/** A kept backup and what every table held when it was made. */
export interface KnownBackup {
  file: string;
  hashes: Record<string, string>;
}

/** What one restore and its undo gave: equal hashes or not. */
export interface Drilled {
  file: string;
  /** Changes the preview says would be lost. */
  lost: string[];
  restored: boolean;
  undone: boolean;
}

/** Puts each backup in the place of the open office and takes that back again (bar R4). */
export async function restoreDrill(
  session: Session,
  client: RouterClient<typeof router>,
  backups: readonly KnownBackup[],
): Promise<Drilled[]> {
  const hashes = async () => JSON.stringify(await session.office.maintain(tableHashes));
  const latest = await hashes();
  const drilled: Drilled[] = [];
  for (const { file, hashes: known } of backups) {
    const { lost } = await client.backups.preview({ file });
    const { undo } = await client.backups.restore({ file });
    const restored = (await hashes()) === JSON.stringify(known);
    await client.backups.restore({ file: undo ?? '' });
    const undone = (await hashes()) === latest;
    drilled.push({ file, lost: lost.map(({ detail }) => detail), restored, undone });
  }
  return drilled;
}
