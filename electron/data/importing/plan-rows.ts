import type { ImportChanges } from './import-plan.ts';
import type { Books } from './match/load-books.ts';
import { checkCounts } from './plan/check-counts.ts';
import type { SheetDrafts } from './plan/draft-sheets.ts';
import { linkOfficials } from './plan/link-officials.ts';
import { planAssignments } from './plan/plan-assignments.ts';
import { planAttendance } from './plan/plan-attendance.ts';
import { planMeetings } from './plan/plan-meetings.ts';
import { planMembers } from './plan/plan-members.ts';
import { planNationalMembers } from './plan/plan-national-members.ts';
import { planOrganisationEvents } from './plan/plan-organisation-events.ts';
import { planOrganisations } from './plan/plan-organisations.ts';
import { planPetitions } from './plan/plan-petitions.ts';
import { planPlannedVisits } from './plan/plan-planned-visits.ts';
import { planRemarks } from './plan/plan-remarks.ts';
import { planReturnedAttendance } from './plan/plan-returned-attendance.ts';
import { planReturnedMembers } from './plan/plan-returned-members.ts';
import { planReturnedVisits } from './plan/plan-returned-visits.ts';
import { planTeams } from './plan/plan-teams.ts';
import { planVisits } from './plan/plan-visits.ts';
import type { Reconciliation } from './plan/reconcile-national.ts';
import { Records } from './plan/records.ts';
import { collectSpellings } from './plan/spellings.ts';
import type { SheetContext } from './sheet-context.ts';
import type { Turns } from './turns.ts';

/** Plans the rows of all sheets, in the order in which one thing needs another: organisations, members, officials, meetings. */
export function* planRows(
  drafts: SheetDrafts,
  contexts: readonly SheetContext[],
  books: Books,
  { level, calledHere }: { level: 'province' | 'district' | 'commune'; calledHere: ReadonlySet<string> },
): Turns<{ records: Records; reconciliation: Reconciliation | null }> {
  const records = new Records();
  const { organisations, members, officials, meetings } = books;
  planOrganisations(drafts.organisations, organisations, records, collectSpellings(contexts));
  planOrganisationEvents(drafts.events, organisations, records);
  const needy = [
    ...drafts.members,
    ...drafts.nationalMembers,
    ...drafts.assignments,
    ...drafts.meetings,
    ...drafts.rollCalls,
    ...drafts.visitReports,
    ...drafts.petitions,
    ...drafts.remarks,
  ];
  if (organisations.isEmpty && needy.length > 0) {
    for (const { context } of needy) context.reportAt(null, null, 'missing_organisation_list');
    return { records, reconciliation: null };
  }
  const listed = yield* planMembers(drafts.members, organisations, members, records);
  const reconciliation = yield* planNationalMembers(drafts.nationalMembers, organisations, members, records);
  checkCounts(drafts.organisations, listed, members, records);
  const entries = planAssignments(drafts.assignments, organisations, officials, records);
  linkOfficials(entries, organisations, members, officials);
  planTeams(drafts.teams, organisations, officials, records);
  const held = planMeetings(drafts.meetings, organisations, meetings, books.former, records);
  planAttendance(held, members, meetings);
  planVisits(held, books, level);
  planReturnedAttendance(drafts.rollCalls, books, records, calledHere);
  planReturnedVisits(drafts.visitReports, books, records, level);
  planReturnedMembers(drafts.memberUpdates, members, records);
  planPlannedVisits(drafts.plannedVisits, drafts.plannedResults, books, records);
  planPetitions(drafts.petitions, books, records);
  planRemarks(drafts.remarks, books, records);
  return { records, reconciliation };
}

/** What the books hold now and did not hold when they were loaded. */
export function changesOf({ organisations, members, officials, meetings, petitions, remarks }: Books): ImportChanges {
  return {
    organisation: organisations.organisations.changes(),
    organisation_version: organisations.versions.changes(),
    meeting_day: organisations.days.changes(),
    organisation_event: organisations.events.changes(),
    organisation_count: organisations.counts.changes(),
    member: members.members.changes(),
    member_status: members.statuses.changes(),
    membership_event: members.events.changes(),
    cell_committee_member: members.posts.changes(),
    member_detail: members.details.changes(),
    official: officials.officials.changes(),
    official_title: officials.titles.changes(),
    decision: officials.decisions.changes(),
    assignment_entry: officials.entries.changes(),
    assignment: officials.assignments.changes(),
    team: officials.teams.changes(),
    team_member: officials.teamMembers.changes(),
    meeting: meetings.meetings.changes(),
    attendance: meetings.attendance.changes(),
    rating: meetings.ratings.changes(),
    visit: meetings.visits.changes(),
    planned_visit: meetings.plannedVisits.changes(),
    visit_report: meetings.reports.changes(),
    handling_body: petitions.bodies.changes(),
    petition: petitions.petitions.changes(),
    yearly_remark: remarks.remarks.changes(),
  };
}
