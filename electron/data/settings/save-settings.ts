import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import {
  type LevelNames,
  type OfficeFacts,
  type SigningInput,
  signing,
  type TermRecord,
} from '../../contract/settings.ts';
import { SochiboError } from '../errors.ts';
import { rootOrganisationId } from '../organisations/list-organisations.ts';
import { partyOrganisationName } from '../organisations/party-organisation-name.ts';
import type { Tables } from '../schema/database.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { searchKey } from '../vietnamese/fold.ts';
import { collationKey } from '../vietnamese/sort-key.ts';
import { writeSetting } from './setting.ts';

/**
 * Corrects who the office is. Its own organisation gets the new name too where it bore the old one; a new name from a day
 * on is a change of the organisation (`changeOrganisation`, `convertOffice`).
 */
export async function saveOffice(db: Kysely<Tables>, facts: OfficeFacts, levelNames: LevelNames): Promise<void> {
  const before = await db.selectFrom('office').select('name').executeTakeFirstOrThrow();
  const { level, ...lines } = facts;
  const { name, superior, place, issuer, advisory_body, body_code, report_receiver } = lines;
  const cleaned = {
    name: cleanLine(name),
    superior: cleanLine(superior),
    place: cleanLine(place),
    issuer: cleanLine(issuer),
    advisory_body: cleanLine(advisory_body),
    body_code: cleanLine(body_code),
    report_receiver: cleanLine(report_receiver),
  };
  await db
    .updateTable('office')
    .set({ ...cleaned, level })
    .execute();
  await writeSetting(db, 'level_names', levelNames);
  const [was, is] = [partyOrganisationName(before.name), partyOrganisationName(cleaned.name)];
  if (was === is) return;
  await db
    .updateTable('organisation_version')
    .set({ name: is, search_key: searchKey(is), sort_key: collationKey(is) })
    .where('organisation_id', '=', await rootOrganisationId(db))
    .where('name', '=', was)
    .execute();
}

export async function saveSigning(db: Kysely<Tables>, given: SigningInput): Promise<void> {
  const { signers, recipients, advisory_code, bodies } = signing.parse(given);
  await writeSetting(db, 'signing', {
    signers: signers.map((signer) => ({
      ...signer,
      name: cleanLine(signer.name),
      title: cleanLine(signer.title),
      authority: cleanLine(signer.authority),
    })),
    recipients: recipients.map(cleanLine),
    advisory_code: cleanLine(advisory_code),
    bodies: bodies.map((body) => ({ ...body, name: cleanLine(body.name), body_code: cleanLine(body.body_code) })),
  });
}

/** Writes a term; returns its id. Throws `wrong_arguments` when it ends before it begins. */
export async function saveTerm(
  db: Kysely<Tables>,
  { id, name, level, valid_from, valid_to }: Omit<TermRecord, 'id'> & { id: string | null },
): Promise<string> {
  if (valid_from !== null && valid_to !== null && valid_to < valid_from) {
    throw new SochiboError(
      'wrong_arguments',
      `Nhiệm kỳ ${name}: ngày cuối đứng trước ngày đầu. Sửa một trong hai ngày.`,
    );
  }
  const values = { name: cleanLine(name), level, valid_from, valid_to };
  if (id !== null) {
    await db.updateTable('term').set(values).where('id', '=', id).execute();
    return id;
  }
  const created = newId();
  await db
    .insertInto('term')
    .values({ ...values, id: created })
    .execute();
  return created;
}

/** Throws `conflict` while posts name the term. */
export async function removeTerm(db: Kysely<Tables>, id: string): Promise<void> {
  const post = await db.selectFrom('cell_committee_member').select('id').where('term_id', '=', id).executeTakeFirst();
  if (post) {
    throw new SochiboError(
      'conflict',
      'Nhiệm kỳ này đang được ghi ở chức vụ trong chi ủy. Ghi ngày kết thúc thay cho xóa.',
    );
  }
  await db.deleteFrom('term').where('id', '=', id).execute();
}
