import type { Kysely } from 'kysely';
import type { NumberProposal, RegisterForm } from '../../contract/register.ts';
import type { Signing } from '../../contract/settings.ts';
import type { Tables } from '../schema/database.ts';
import { type IsoDate, isIsoDate } from '../vietnamese/dates.ts';
import type { KindCatalogue } from './document-kinds.ts';
import { readIssuerLines } from './issuer-lines.ts';
import { readProposal } from './propose.ts';
import { warningsOf } from './warnings.ts';

/** What a document made outside the program has against the rules, as far as the register knows it. */
export async function formWarnings(
  db: Kysely<Tables>,
  {
    id,
    form,
    catalogue,
    signing,
    today,
  }: { id: string | null; form: RegisterForm; catalogue: KindCatalogue; signing: Signing; today: IsoDate },
): Promise<{ warnings: string[]; proposal: NumberProposal }> {
  const date = form.date !== null && isIsoDate(form.date) ? form.date : null;
  const day = date ?? today;
  const { issuer, organisation_id: organisationId, body_code: bodyCode, kind_code: kindCode } = form;
  const { level: officeLevel } = await db.selectFrom('office').select('level').executeTakeFirstOrThrow();
  const holder = { kindCode, issuer, organisationId, bodyCode };
  const { proposal, others, termHint } = await readProposal(db, holder, { day, without: id });
  const lines = await readIssuerLines(db, { issuer, organisationId, day, signing, bodyCode });
  const title = form.signer_title ?? '';
  const warnings = warningsOf(
    {
      kind: { code: kindCode, name: null },
      issuer,
      superior: lines.superior,
      issuerName: lines.issuer,
      bodyCode,
      officeLevel,
      number: form.number,
      date,
      today,
      signer: title === '' ? null : { authority: form.signing_authority ?? '', title, name: form.signer_name ?? '' },
      texts: [form.subject],
      termHint,
      others,
    },
    catalogue,
  );
  return { warnings, proposal };
}
