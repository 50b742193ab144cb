import type { Kysely } from 'kysely';
import type { AssignmentsThen } from '../../contract/organisations.ts';
import { SochiboError } from '../errors.ts';
import { signingAfterConversion } from '../issuing/convert-signing.ts';
import type { OfficePresets } from '../office-file/presets.ts';
import type { OfficeLevel } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { readSigning } from '../settings/read-settings.ts';
import { saveSigning } from '../settings/save-settings.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { carryAssignments } from './carry-assignments.ts';
import { childrenOn, closeOrganisation } from './close-organisation.ts';
import { createOrganisation } from './create-organisation.ts';
import { rootOrganisationId } from './list-organisations.ts';
import { moveMembers } from './move-members.ts';
import { factsOf, lineOrNull } from './organisation-facts.ts';
import { readOrganisationHistory } from './organisation-history.ts';
import { partyOrganisationName } from './party-organisation-name.ts';
import { closeInto } from './reorganise.ts';
import { eveOf, noteEvent, type Present, presentOn } from './versions.ts';

export interface Conversion extends AssignmentsThen {
  /** The first day of the new organisation: 2025-07-01. */
  date: IsoDate;
  document: string | null;
  office: { level: OfficeLevel; name: string; superior: string; place: string };
  units: readonly { name: string; sources: readonly string[] }[];
  absorbed: readonly string[];
  leaving: readonly string[];
}

/**
 * The change of 1 July 2025 (handbook section 7): the office's old organisation closes on the eve and a new one of the new
 * level follows it; old units close into new ones, or directly into it; others leave with all that is under them. All
 * else stands under the new one. Who headed and signed documents until then is kept. Returns the new organisation. Throws `conflict`, `wrong_arguments`.
 */
export async function convertOffice(
  db: Kysely<Tables>,
  conversion: Conversion,
  presets: OfficePresets,
): Promise<string> {
  const { date, document, office, units, absorbed, leaving } = conversion;
  const preset = presets[office.level];
  const old = await presentOn(db, await rootOrganisationId(db), date);
  const history = await readOrganisationHistory(db);
  const named = [...units.flatMap(({ sources }) => sources), ...absorbed, ...leaving];
  if (new Set(named).size < named.length) {
    throw new SochiboError('wrong_arguments', 'Một đơn vị cũ được xếp vào hai nơi. Chỉ chọn một nơi.');
  }
  const detail = lineOrNull(document) ?? 'Chuyển đổi mô hình tổ chức';
  for (const id of leaving) await leave(db, await presentOn(db, id, date), { date, document, detail });
  const rootName = partyOrganisationName(cleanLine(office.name));
  const rootId = await createOrganisation(db, {
    kind: preset.root_kind,
    facts: { ...factsOf(old.version), name: rootName, short_name: null },
    meeting_day: history.setDayOn(old.id, eveOf(date)),
    from: date,
    document,
    position: old.version.position,
  });
  const root = await presentOn(db, rootId, date);
  const how = { ...conversion, kind: 'merge' } as const;
  for (const unit of units) {
    const sources: Present[] = [];
    for (const id of unit.sources) sources.push(await presentOn(db, id, date));
    const [first] = sources;
    if (!first) continue;
    const id = await createOrganisation(db, {
      kind: first.kind,
      facts: { ...factsOf(first.version), name: unit.name, short_name: null, parent_id: rootId },
      meeting_day: history.setDayOn(first.id, eveOf(date)),
      from: date,
      document,
    });
    const successor = await presentOn(db, id, date);
    for (const source of sources) await closeInto(db, source, successor, how);
  }
  for (const id of absorbed) await closeInto(db, await presentOn(db, id, date), root, how);
  await closeInto(db, old, root, how);
  const before = await db.selectFrom('office').selectAll().executeTakeFirstOrThrow();
  const signing = await readSigning(db, presets);
  await saveSigning(
    db,
    signingAfterConversion(signing, { office: before, from: presets[before.level], to: preset, date }),
  );
  await db
    .updateTable('office')
    .set({
      level: office.level,
      name: cleanLine(office.name),
      issuer: cleanLine(office.name),
      superior: cleanLine(office.superior),
      place: cleanLine(office.place),
      advisory_body: preset.advisory_body,
      body_code: preset.body_code,
      report_receiver: preset.report_receiver,
    })
    .execute();
  return rootId;
}

/** An organisation that goes to another office: it closes with all under it, and its members are transferred away. */
async function leave(
  db: Kysely<Tables>,
  unit: Present,
  { date, document, detail }: { date: IsoDate; document: string | null; detail: string },
): Promise<void> {
  for (const child of await childrenOn(db, unit.id, date)) {
    await leave(db, await presentOn(db, child, date), { date, document, detail });
  }
  const note = `${unit.version.name} chuyển cơ quan khác: ${detail}`;
  await moveMembers(db, { from: unit.id, to: null, date, document, note });
  await carryAssignments(db, { from: unit.id, to: [], date, reason: note });
  await closeOrganisation(db, unit, date, note);
  await noteEvent(db, { kind: 'dissolve', date, organisation_id: unit.id, document, detail: note });
}
