import type { RuleValue } from '../rules/rule-values.ts';
import type { RollLine } from './attendance-rules.ts';

/** `without_excused`: those excused for the whole congress are not summoned to its elections (R17). */
export type VoteBaseRule = RuleValue<'vote_base'> & { without_excused?: boolean };
export type Threshold = RuleValue<'vote_thresholds'>[number];
export type VoteOutcome = 'passed' | 'not_passed' | 'unknown';

/** Statuses whose members vote at the meeting only when they are there: exempt, and working away (handbook R17, R23). */
const VOTE_IF_PRESENT: readonly (string | null)[] = ['exempt', 'temporarily_exempt'];
/** Who votes whether or not he or she came; a line without a status is of a member of the cell. */
const VOTE: readonly (string | null)[] = ['active', 'reduced', null];

/**
 * Those entitled to vote at a meeting whose members were called (handbook R17): full members, absent ones among them;
 * exempt members only if present; nobody away, suspended or on special duty. A member temporarily received has the vote
 * at home. R18: probationary members by the rule.
 */
export function voteBase(lines: readonly RollLine[], rule: VoteBaseRule): number {
  return lines.filter(({ standing, status, result }) => {
    if (standing === 'probationary' && !rule.probationary) return false;
    if (result === 'absent_excused' && rule.without_excused) return false;
    if (VOTE_IF_PRESENT.includes(status)) return rule.exempt_present && result === 'present';
    return VOTE.includes(status);
  }).length;
}

/** Counts of the meeting's day; null = not known. */
export interface VoteCounts {
  full: number | null;
  probationary: number | null;
  exempt: number | null;
  workingAway: number | null;
  temporarilyAway: number | null;
  suspended: number | null;
  presentExempt: number | null;
  absentExcused: number | null;
}

/**
 * The same where only totals are known; null when the number of full members is not. The totals do not say whether an
 * exempt or excused member is a full one: they are taken to be.
 */
export function voteBaseOfCounts(counts: VoteCounts, rule: VoteBaseRule): number | null {
  const known = (value: number | null) => value ?? 0;
  if (counts.full === null) return null;
  const base =
    counts.full +
    (rule.probationary ? known(counts.probationary) : 0) -
    known(counts.exempt) -
    known(counts.workingAway) -
    known(counts.temporarilyAway) -
    known(counts.suspended) -
    (rule.without_excused ? known(counts.absentExcused) : 0) +
    (rule.exempt_present ? known(counts.presentExempt) : 0);
  return Math.max(0, base);
}

/**
 * The rule of the base for a kind of vote: a share of the full members, or of those summoned to a congress, leaves out
 * probationary members anyway (R17, R19).
 */
export function baseRuleOf(threshold: Threshold | null, rule: VoteBaseRule): VoteBaseRule {
  if (threshold === null || threshold.of === 'vote_base') return rule;
  return { ...rule, probationary: false, without_excused: threshold.of === 'summoned' };
}

/** Votes in favour that carry it: more than the share of the base, or at least it (handbook R19). */
export function votesNeeded(base: number, { numerator, denominator, over }: Threshold): number {
  const share = base * numerator;
  return over ? Math.floor(share / denominator) + 1 : Math.ceil(share / denominator);
}

/**
 * Whether a vote passed (handbook R19). `unknown` while a number or the kind is missing, or more are in favour than may
 * vote: nothing is concluded from what does not add up.
 */
export function voteOutcome(
  { base, inFavour }: { base: number | null; inFavour: number | null },
  threshold: Threshold | null,
): VoteOutcome {
  if (threshold === null || base === null || base === 0 || inFavour === null || inFavour > base) return 'unknown';
  return inFavour >= votesNeeded(base, threshold) ? 'passed' : 'not_passed';
}

/** Fewer came than the share of those due: only a warning, and off unless the office wants it (handbook R20). */
export function isBelowQuorum(
  { present, due }: { present: number | null; due: number | null },
  rule: RuleValue<'quorum_warning'>,
): boolean {
  if (!rule.enabled || present === null || due === null || due === 0) return false;
  return present * rule.denominator < due * rule.numerator;
}
