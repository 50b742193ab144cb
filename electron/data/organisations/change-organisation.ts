import type { Kysely } from 'kysely';
import type { OrganisationFacts } from '../../contract/organisations.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { checkPlace, nextPosition } from './create-organisation.ts';
import { factColumns } from './organisation-facts.ts';
import { readOrganisationHistory } from './organisation-history.ts';
import { changeVersionFrom, correctVersion, noteEvent, presentOn } from './versions.ts';

interface Change {
  id: string;
  facts: OrganisationFacts;
  /** The day of the change; null = the version of today was written wrongly. */
  from: IsoDate | null;
  document: string | null;
}

/**
 * Changes name, parent or facts of an organisation. A change has a day: the version before keeps what was true then, and
 * a new name or parent is noted in the history. Throws `conflict` for a day out of force or a parent below itself.
 */
export async function changeOrganisation(db: Kysely<Tables>, { id, facts, from, document }: Change): Promise<void> {
  const on = from ?? today();
  const { kind, version } = await presentOn(db, id, on);
  const columns = factColumns(facts);
  await checkPlace(db, { kind, columns, on, except: [id] });
  const moves = columns.parent_id !== version.parent_id;
  if (moves) await refuseBelowItself(db, id, columns.parent_id, on);
  const position = moves ? { position: await nextPosition(db, columns.parent_id, on) } : {};
  if (from === null) await correctVersion(db, version.id, { ...columns, ...position });
  else await changeVersionFrom(db, version, from, { ...columns, ...position });
  if (from !== null && columns.name !== version.name) {
    const detail = `Đổi tên ${version.name} thành ${columns.name}`;
    await noteEvent(db, { kind: 'rename', date: from, organisation_id: id, document, detail });
  }
}

async function refuseBelowItself(db: Kysely<Tables>, id: string, parentId: string | null, on: IsoDate): Promise<void> {
  const history = await readOrganisationHistory(db);
  const isRoot = history.versionOn(id, on)?.parent_id === null;
  if (parentId !== null && !isRoot && !history.chainOn(parentId, on).includes(id)) return;
  throw new SochiboError(
    'conflict',
    isRoot
      ? 'Tổ chức của chính cơ quan này không có cấp trên trong sổ.'
      : 'Cấp trên được chọn nằm dưới chính tổ chức này. Chọn cấp trên khác.',
  );
}
