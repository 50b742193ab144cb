import type { OfficialRow } from '../../schema/assignment-tables.ts';
import type { AssignmentDraft } from '../drafts/assignments.ts';
import type { SheetContext } from '../sheet-context.ts';

/** An annex row that was taken over, with its official. */
export interface PlannedEntry {
  context: SheetContext;
  draft: AssignmentDraft;
  official: OfficialRow;
}
