import type { FormIdentity } from '../../collecting/form-identity.ts';
import { type AssignmentSheetDraft, draftAssignments } from '../drafts/assignments.ts';
import type { MeetingSheetDraft } from '../drafts/meeting-draft.ts';
import { draftMeetings } from '../drafts/meetings.ts';
import type { MemberSheetDraft } from '../drafts/member-draft.ts';
import { draftingMembers } from '../drafts/members.ts';
import type { NationalSheetDraft } from '../drafts/national-member-draft.ts';
import { draftingNationalMembers } from '../drafts/national-members.ts';
import { draftOrganisationEvents, type OrganisationEventSheetDraft } from '../drafts/organisation-events.ts';
import { draftOrganisations, type OrganisationSheetDraft } from '../drafts/organisations.ts';
import { draftPetitions, type PetitionSheetDraft } from '../drafts/petitions.ts';
import {
  draftPlannedVisitResults,
  draftPlannedVisits,
  type PlannedResultSheetDraft,
  type PlannedVisitSheetDraft,
} from '../drafts/planned-visits.ts';
import { draftRemarks, type RemarkSheetDraft } from '../drafts/remarks.ts';
import { draftReturnedAttendance, type RollSheetDraft } from '../drafts/returned-attendance.ts';
import { draftReturnedMeetings } from '../drafts/returned-meetings.ts';
import { draftReturnedMembers, type MemberUpdateSheetDraft } from '../drafts/returned-members.ts';
import { draftReturnedPetitions } from '../drafts/returned-petitions.ts';
import { draftReturnedVisits, type VisitReportSheetDraft } from '../drafts/returned-visits.ts';
import { draftTeams, type TeamSheetDraft } from '../drafts/teams.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { Turns } from '../turns.ts';

/** All sheets of one import as typed rows, by kind. */
export interface SheetDrafts {
  organisations: OrganisationSheetDraft[];
  events: OrganisationEventSheetDraft[];
  members: MemberSheetDraft[];
  memberUpdates: MemberUpdateSheetDraft[];
  nationalMembers: NationalSheetDraft[];
  assignments: AssignmentSheetDraft[];
  teams: TeamSheetDraft[];
  meetings: MeetingSheetDraft[];
  rollCalls: RollSheetDraft[];
  visitReports: VisitReportSheetDraft[];
  plannedVisits: PlannedVisitSheetDraft[];
  plannedResults: PlannedResultSheetDraft[];
  petitions: PetitionSheetDraft[];
  remarks: RemarkSheetDraft[];
}

/** Members' link with the cell of their residence is another regime: such a list is no roster of the cell (R44). */
function isResidenceList(context: SheetContext): boolean {
  const { kind } = context.recognised;
  if (!context.title.residence || (kind !== 'members' && kind !== 'remarks')) return false;
  context.reportAt(null, null, 'residence_list', { name: context.sheet });
  return true;
}

/** Reads every sheet by its kind; what cannot be read is reported on the sheet. */
export function* draftSheets(all: readonly SheetContext[]): Turns<SheetDrafts> {
  const contexts = all.filter((context) => !isResidenceList(context));
  const of = (kind: SheetContext['recognised']['kind']) =>
    contexts.filter(({ recognised, form }) => recognised.kind === kind && !ownForms.has(form?.kind));
  const rosters: MemberSheetDraft[] = [];
  for (const context of of('members')) rosters.push(yield* draftingMembers(context));
  const nationalMembers: NationalSheetDraft[] = [];
  for (const context of of('national_db')) nationalMembers.push(yield* draftingNationalMembers(context));
  const updates = formsOf(contexts, 'members', draftReturnedMembers);
  return {
    organisations: of('organisations').map(draftOrganisations),
    events: of('organisation_events').map(draftOrganisationEvents),
    members: [...rosters, ...updates.map(({ added }) => added)],
    memberUpdates: updates,
    nationalMembers,
    assignments: of('assignments').map(draftAssignments),
    teams: of('teams').map(draftTeams),
    meetings: of('meetings').map((context) =>
      context.form === null ? draftMeetings(context) : draftReturnedMeetings(context, context.form),
    ),
    rollCalls: formsOf(contexts, 'attendance', draftReturnedAttendance),
    visitReports: formsOf(contexts, 'visits', draftReturnedVisits),
    plannedVisits: of('planned_visits').map(draftPlannedVisits),
    plannedResults: of('planned_visit_results').map(draftPlannedVisitResults),
    petitions: of('petitions').map((context) =>
      context.form === null ? draftPetitions(context) : draftReturnedPetitions(context, context.form),
    ),
    remarks: of('remarks').map(draftRemarks),
  };
}

/** Forms whose lines are read in ways of their own, whatever kind of sheet they are shown as. */
const ownForms: ReadonlySet<FormIdentity['kind'] | undefined> = new Set(['attendance', 'visits', 'members']);

function formsOf<T>(
  contexts: readonly SheetContext[],
  kind: FormIdentity['kind'],
  read: (context: SheetContext, form: FormIdentity) => T,
): T[] {
  return contexts.flatMap((context) => (context.form?.kind === kind ? [read(context, context.form)] : []));
}
