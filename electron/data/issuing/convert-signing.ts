import type { IssuingBody, Signing } from '../../contract/settings.ts';
import type { OfficePresets } from '../office-file/presets.ts';
import { partyOrganisationName } from '../organisations/party-organisation-name.ts';
import type { OfficeRow } from '../schema/office-tables.ts';
import { addDays, type IsoDate } from '../vietnamese/dates.ts';
import { belongsToAdvisoryBody } from './signing-lines.ts';

type Preset = OfficePresets[keyof OfficePresets];

/**
 * What an office that is converted on a day keeps of its bodies and signers, so that a document of an earlier day is
 * headed and signed as then (document format, 1.4): the old ones end on the eve, those of the new level begin.
 */
export function signingAfterConversion(
  before: Signing,
  { office, from, to, date }: { office: OfficeRow; from: Preset; to: Preset; date: IsoDate },
): Signing {
  const eve = addDays(date, -1);
  const { place } = office;
  const ended: IssuingBody[] = before.bodies.map((body) => ({ ...body, valid_to: body.valid_to ?? eve }));
  const was = { place, valid_from: null, valid_to: eve };
  const former: IssuingBody[] = [
    {
      ...was,
      issuer: 'committee',
      name: office.issuer,
      superior: partyOrganisationName(office.superior),
      body_code: office.body_code,
    },
    {
      ...was,
      issuer: 'advisory_body',
      name: office.advisory_body,
      superior: office.name,
      body_code: before.advisory_code,
    },
  ];
  const begun = to.bodies.map((body) => ({ ...body, valid_from: date }));
  return {
    advisory_code: to.advisory_code,
    bodies: [
      ...ended.filter(({ issuer }) => issuer === 'committee'),
      ...former,
      ...ended.filter(({ issuer }) => issuer !== 'committee'),
      ...begun,
    ],
    signers: [
      ...before.signers.map((signer) => ({
        ...signer,
        signs_for:
          signer.signs_for ?? (belongsToAdvisoryBody(signer.authority) ? before.advisory_code : office.body_code),
        valid_to: signer.valid_to ?? eve,
      })),
      ...to.signers.map((signer) => ({ ...signer, valid_from: date, valid_to: null })),
    ],
    recipients: [
      ...to.recipients,
      ...before.recipients.filter((line) => !from.recipients.includes(line) && !to.recipients.includes(line)),
    ],
  };
}
