import { listOrganisations } from '../../../electron/data/organisations/list-organisations.ts';
import { type ImportTruth, memberSources, readImportTruth } from '../import-truth.ts';
import { type ImportedOffice, importSample } from '../imported-office.ts';
import type { Sample } from '../truth.ts';

/** Everything is compared as of the end of the samples' year. */
export const asOf = '2024-12-31';

/** An imported sample beside its truth. A code of the truth that has no record in the office is given back as it is. */
export interface Comparison {
  sample: Sample;
  truth: ImportTruth;
  imported: ImportedOffice;
  organisation(code: string | null): string | null;
  member(id: string): string | undefined;
  official(code: string | null): string | null;
  meeting(id: string): string;
}

/** Imports the sample into a new office in `folder` and finds which record each row of the truth became. */
export async function importForComparison(
  sample: Sample,
  folder: string,
  runs?: readonly (readonly string[])[],
): Promise<Comparison> {
  const truth = readImportTruth(sample);
  const imported = await importSample(sample, folder, runs);
  const { office, recordOf } = imported;
  const all = await listOrganisations(office.db, { asOf, all: true });
  const organisations = new Map(
    truth.organisations.map(({ code, parent, name, sources }) => {
      const withoutRow = all.find((one) =>
        parent === null ? one.parent_id === null : one.name === name && one.valid_to !== null,
      );
      return [code, sources[0] ? recordOf('organisation', sources[0]) : withoutRow?.id];
    }),
  );
  const members = new Map(truth.members.map((member) => [member.id, recordOf('member', memberSources(member)[0])]));
  const officials = new Map(truth.officials.map(({ code, sources }) => [code, recordOf('official', sources[0])]));
  const meetings = new Map(truth.meetings.map(({ id, sources }) => [id, recordOf('meeting', sources[0])]));
  return {
    sample,
    truth,
    imported,
    organisation: (code) => (code === null ? null : (organisations.get(code) ?? code)),
    member: (id) => members.get(id),
    official: (code) => (code === null ? null : (officials.get(code) ?? code)),
    meeting: (id) => meetings.get(id) ?? id,
  };
}

/** The members of the truth whom the imported workbooks list. */
export function listedMembers({ truth }: Comparison): ImportTruth['members'] {
  return truth.members.filter((member) => memberSources(member).length > 0);
}
