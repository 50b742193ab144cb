import { cellPaperRules } from './meanings-of-cell-papers.ts';
import { meetingRules } from './meanings-of-meeting-rules.ts';
import { memberRules } from './meanings-of-member-rules.ts';
import { visitRules } from './meanings-of-visit-rules.ts';
import type { RuleMeaning } from './rule-meaning.ts';
import type { RuleCode } from './rule-values.ts';

/** What every rule is called, what it affects and how its value is asked for. A new code does not compile without. */
export const ruleMeanings: Readonly<Record<RuleCode, RuleMeaning>> = {
  ...meetingRules,
  ...memberRules,
  ...visitRules,
  ...cellPaperRules,
};
