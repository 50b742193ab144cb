import type { AssignmentRecord, CheckRecord } from '../../../electron/contract/assignments.ts';
import type { OrganisationRecord } from '../../../electron/contract/organisations.ts';

/** A cell with its officials in three layers: of its own, through its grassroots organisation, through what is above. */
export type CellLine = {
  cell: OrganisationRecord;
  own: AssignmentRecord[];
  commune: AssignmentRecord[];
  higher: AssignmentRecord[];
  findings: CheckRecord[];
};

/** Every cell with who follows it and what is not in order, in the order of the office's list. */
export function cellLines(
  organisations: readonly OrganisationRecord[],
  assignments: readonly AssignmentRecord[],
  findings: readonly CheckRecord[],
): CellLine[] {
  const byTarget = Map.groupBy(assignments, ({ target_id }) => target_id);
  const byCell = Map.groupBy(findings, ({ organisation_id }) => organisation_id);
  const byId = new Map(organisations.map((item) => [item.id, item]));
  const above = (item: OrganisationRecord): OrganisationRecord[] => {
    const parent = item.parent_id ? byId.get(item.parent_id) : undefined;
    return parent ? [parent, ...above(parent)] : [];
  };
  const of = (items: readonly OrganisationRecord[]) => items.flatMap(({ id }) => byTarget.get(id) ?? []);
  return organisations
    .filter(({ kind }) => kind === 'cell' || kind === 'grassroots_cell')
    .map((cell) => {
      const parents = above(cell);
      return {
        cell,
        own: byTarget.get(cell.id) ?? [],
        commune: of(parents.filter(({ kind }) => kind !== 'committee')),
        higher: of(parents.filter(({ kind }) => kind === 'committee')),
        findings: byCell.get(cell.id) ?? [],
      };
    });
}
