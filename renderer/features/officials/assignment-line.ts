import type { AssignmentRecord } from '../../../electron/contract/assignments.ts';
import { formatSpan } from '../../components/format.ts';
import { assignmentRoleWords } from '../../components/words.ts';

/** "Nguyễn Văn An: Chi bộ thôn 4 — Đảng bộ xã Hòa Lẫm" */
export function assignmentLine({ official, target, grassroots }: AssignmentRecord): string {
  const place = grassroots && grassroots !== target ? `${target} — ${grassroots}` : target;
  return `${official}: ${place}`;
}

/** Role, visits a year, days and document of an assignment, in words. */
export function assignmentFacts(assignment: AssignmentRecord): string {
  return [
    assignmentRoleWords[assignment.role],
    assignment.min_visits === null ? 'số lần theo quy định' : `${assignment.min_visits} lần/năm`,
    formatSpan(assignment.valid_from, assignment.valid_to),
    assignment.document,
    assignment.end_reason && `kết thúc: ${assignment.end_reason}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
