import type { Kysely } from 'kysely';
import { signingLines, usualSigner } from '../issuing/signing-lines.ts';
import type { OfficePresets } from '../office-file/presets.ts';
import type { Tables } from '../schema/database.ts';
import { readSigning } from '../settings/read-settings.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import type { SendingOffice } from './report-workbook.ts';

/** The office as its return forms print it: names, place, and who signs for its committee (document format, 5.3). */
export async function readSendingOffice(
  db: Kysely<Tables>,
  presets: OfficePresets,
  day: IsoDate,
): Promise<SendingOffice> {
  const [{ body_code: bodyCode, ...office }, signing] = await Promise.all([
    db.selectFrom('office').select(['name', 'superior', 'place', 'body_code']).executeTakeFirstOrThrow(),
    readSigning(db, presets),
  ]);
  const signer = await usualSigner(db, { issuer: 'committee', organisationId: null, day, signing, bodyCode });
  return signer.title === '' && signer.authority === '' ? office : { ...office, signer: signingLines(signer) };
}
