import type { EventInput } from '../../contract/member-events.ts';
import type { AssignmentChanges } from '../assignments/record-assignments.ts';
import type { ReturnedForm } from '../collecting/form-states.ts';
import type { MeetingChanges } from '../meetings/record-meetings.ts';
import type { MemberChanges } from '../members/record-members.ts';
import type { OfficialChanges } from '../officials/record-officials.ts';
import type { OrganisationChanges } from '../organisations/record-organisations.ts';
import type { PetitionChanges } from '../petitions/record-petitions.ts';
import type { RemarkChanges } from '../remarks/record-remarks.ts';
import type { MemberDetailRow } from '../schema/member-tables.ts';
import type { RowChanges } from '../schema/row-changes.ts';
import type { VisitChanges } from '../visits/record-visits.ts';
import type { CellMembers } from './conversation/members-by-cell.ts';
import type { ImportIssue } from './issues.ts';
import type { Reconciliation } from './plan/reconcile-national.ts';
import type { RecordEntity } from './plan/records.ts';
import type { SheetKind } from './recognise/dictionary.ts';

export type ImportChanges = OrganisationChanges &
  MemberChanges &
  OfficialChanges &
  AssignmentChanges &
  MeetingChanges &
  VisitChanges &
  PetitionChanges &
  RemarkChanges & { member_detail: RowChanges<MemberDetailRow> };

/** What a column was taken for: letter, heading as written, field (null: not understood, not read). */
export interface PlannedColumn {
  letter: string;
  heading: string;
  field: string | null;
}

export interface PlannedSheet {
  name: string;
  /** Which of several tables on its sheet, and its rows as Excel counts (`to` null: to the end); null: the only one. */
  table: { number: number; of: number; from: number; to: number | null } | null;
  kind: SheetKind | 'unknown' | 'empty' | 'left_out';
  /** The first heading row, as Excel counts. */
  headerRow: number | null;
  columns: PlannedColumn[];
  /** Rows of data. */
  read: number;
  /** Records that the rows become: new ones, and those found in the office, with and without changes. */
  created: number;
  matched: number;
  updated: number;
  unchanged: number;
  /** Rows of which the clerk should say whose they are. */
  review: number;
  issues: ImportIssue[];
}

export interface PlannedWorkbook {
  file: string;
  /** SHA-256 of the file, hexadecimal. */
  sha256: string;
  sheets: PlannedSheet[];
}

/** Where a record was read. */
export interface PlannedSource {
  entity: RecordEntity;
  entityId: string;
  file: string;
  sheet: string;
  row: number;
}

/** What became of a member, to be recorded by the members' room. */
export interface PlannedMemberEvent {
  memberId: string;
  input: EventInput;
}

/** What an import would do. Nothing has been written. */
export interface ImportPlan {
  workbooks: PlannedWorkbook[];
  changes: ImportChanges;
  sources: PlannedSource[];
  membersByCell: CellMembers[];
  /** What differs from the national database; null when no workbook has its layout. */
  reconciliation: Reconciliation | null;
  /** Forms that answer for the first time: they are noted even where they say nothing new. */
  returned: ReturnedForm[];
  /** What member updates report. */
  events: PlannedMemberEvent[];
}

export function issuesOf(plan: ImportPlan): ImportIssue[] {
  return plan.workbooks.flatMap(({ sheets }) => sheets.flatMap(({ issues }) => issues));
}

export function hasErrors(plan: ImportPlan): boolean {
  return issuesOf(plan).some(({ severity }) => severity === 'error');
}

/** Whether the plan would change anything at all: a file imported a second time does not. */
export function hasChanges({ changes, returned, events }: ImportPlan): boolean {
  return (
    returned.length > 0 ||
    events.length > 0 ||
    Object.values(changes).some(({ inserts, updates }) => inserts.length > 0 || updates.length > 0)
  );
}
