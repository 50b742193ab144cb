import type { Criterion, SheetDefinition } from '../../contract/scoring-sheet.ts';
import type { Grade } from '../schema/column-types.ts';
import { roundHalfUp } from '../vietnamese/numbers.ts';
import { compareFact, conditionWords, type Facts, factOf, holds } from './facts.ts';
import { type Leaf, leavesOf } from './lines.ts';

/** What a scorer said of one line: points (a checklist: 1 yes, 0 no), or that it does not apply. */
export interface Entry {
  points: number | null;
  /** Only asked where the sheet cannot tell whether the line applies. */
  applies: boolean;
}

export type Entries = ReadonlyMap<string, Entry>;

/** One line of a sheet as it stands for one scorer. */
export interface ScoredLine {
  number: string;
  /** With what lines that do not apply have added to it; null in a checklist. */
  max: number | null;
  applies: boolean;
  /** What the line is worth, null while nobody has said. */
  points: number | null;
  /** `rule`: a line that does not apply; `facts`: worked out from the meeting. */
  source: 'entered' | 'facts' | 'rule' | null;
  /** From the facts, without what the scorer said: bands decide it, on other lines it is only proposed. */
  worked_out: number | null;
  proposed: number | null;
  /** The facts behind it, or what is missing. */
  words: string | null;
}

export interface Score {
  lines: ScoredLine[];
  /** Points of the groups that are complete, by number. */
  groups: Record<string, number | null>;
  /** null while a line that applies has no points (R42), and in a checklist. */
  total: number | null;
  /** What the lines with points come to so far. */
  so_far: number;
  grade: Grade | null;
  result: 'meets' | 'does_not_meet' | null;
}

/**
 * Scores a sheet (cells handbook 5.7): overrides before bands, first match from the top; a fact that is not known leaves
 * the line to the scorer and never counts as 0 (R42); what the scorer said stands over what was worked out.
 */
export function score(sheet: SheetDefinition, facts: Facts, entries: Entries): Score {
  const leaves = leavesOf(sheet.criteria);
  const outside = new Map(leaves.map((leaf) => [leaf.criterion.number, outOfPlay(leaf, facts, entries)]));
  const added = new Map<string, number>();
  for (const { criterion } of leaves) {
    const rule = outside.get(criterion.number);
    if (rule?.action === 'add_to' && rule.target !== null) {
      added.set(rule.target, (added.get(rule.target) ?? 0) + (criterion.max_points ?? 0));
    }
  }
  const lines = leaves.map(({ criterion }) => {
    const max = criterion.max_points === null ? null : criterion.max_points + (added.get(criterion.number) ?? 0);
    const rule = outside.get(criterion.number) ?? null;
    return rule === null ? inPlay(sheet, criterion, max, facts, entries) : withoutPlay(sheet, criterion, rule);
  });
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  return { lines, groups: groupPoints(sheet.criteria, byNumber), ...result(sheet, lines, outside) };
}

/** The grade of a total by its inclusive lower bounds, first match from the top; null below all of them. */
export function gradeOf(sheet: Pick<SheetDefinition, 'grades'>, total: number): Grade | null {
  return sheet.grades.find(({ from }) => total >= from)?.code ?? null;
}

type NotApplicable = NonNullable<Criterion['when_not_applicable']>;

/** What happens to a line that does not apply; null for one that does. The nearest condition of the groups counts too. */
function outOfPlay({ criterion, groups }: Leaf, facts: Facts, entries: Entries): NotApplicable | null {
  const asked = [criterion, ...groups.toReversed()].find(
    ({ applies_when }) => applies_when !== null && holds(applies_when, facts) === false,
  );
  if (asked) return asked.when_not_applicable ?? skipped;
  const said = entries.get(criterion.number);
  if (!said || said.applies) return null;
  const own = [criterion, ...groups.toReversed()].find(({ when_not_applicable }) => when_not_applicable !== null);
  return own?.when_not_applicable ?? skipped;
}

const skipped: NotApplicable = { action: 'skip_and_rescale', target: null, evidence: null };

function withoutPlay({ mode }: SheetDefinition, criterion: Criterion, { action }: NotApplicable): ScoredLine {
  const full = mode === 'checklist' ? 1 : criterion.max_points;
  return {
    number: criterion.number,
    max: action === 'full_points' ? criterion.max_points : 0,
    applies: false,
    points: action === 'full_points' ? full : 0,
    source: 'rule',
    worked_out: null,
    proposed: null,
    words: notApplicableWords[action],
  };
}

const notApplicableWords: Readonly<Record<NotApplicable['action'], string>> = {
  full_points: 'không áp dụng: tính đủ điểm',
  skip_and_rescale: 'không áp dụng: bỏ qua, quy đổi theo các mục còn lại',
  add_to: 'không áp dụng: điểm chuyển sang mục khác',
};

function inPlay(
  { mode }: SheetDefinition,
  criterion: Criterion,
  max: number | null,
  facts: Facts,
  entries: Entries,
): ScoredLine {
  const { points: worked_out, words } = criterion.kind === 'bands' ? byBands(criterion, facts) : noBands;
  const suggestion = suggested(criterion, mode === 'checklist' ? 1 : max, facts);
  const entered = entries.get(criterion.number)?.points ?? null;
  return {
    number: criterion.number,
    max,
    applies: true,
    points: entered ?? worked_out,
    source: entered !== null ? 'entered' : worked_out !== null ? 'facts' : null,
    worked_out,
    proposed: suggestion.points,
    words: words ?? suggestion.words,
  };
}

interface Finding {
  points: number | null;
  words: string | null;
}

const noBands: Finding = { points: null, words: null };

/** Overrides first, then the bands; the first whose facts are not known leaves the line to the scorer. */
function byBands({ overrides, bands }: Criterion, facts: Facts): Finding {
  for (const { when, points, label } of overrides) {
    const applies = holds(when, facts);
    const words = conditionWords(when, facts);
    if (applies === null) return { points: null, words };
    if (applies) return { points, words: label ?? words };
  }
  for (const band of bands) {
    const { value, words } = factOf(band.measure, facts);
    const above = band.from === null ? 1 : compareFact(value, band.from);
    const below = band.to === null ? -1 : compareFact(value, band.to);
    if (value === null || above === null || below === null) return { points: null, words };
    const inside = (band.from_inclusive ? above >= 0 : above > 0) && (band.to_inclusive ? below <= 0 : below < 0);
    if (inside) return { points: band.points, words };
  }
  return { points: null, words: bands.length > 0 ? 'không có mức điểm nào khớp' : null };
}

/** A proposal shown to the scorer, never a decision: full where the condition holds, "no" of a yes-or-no line where not. */
function suggested({ kind, suggest_full_when }: Criterion, full: number | null, facts: Facts): Finding {
  if (suggest_full_when === null) return noBands;
  const words = conditionWords(suggest_full_when, facts);
  const answer = holds(suggest_full_when, facts);
  if (answer === true) return { points: full, words };
  return { points: answer === false && kind === 'yes_no' ? 0 : null, words };
}

function groupPoints(
  criteria: readonly Criterion[],
  lines: ReadonlyMap<string, ScoredLine>,
): Record<string, number | null> {
  const groups: Record<string, number | null> = {};
  for (const criterion of criteria) {
    if (criterion.kind !== 'group') continue;
    const parts = leavesOf(criterion.criteria).map((leaf) => lines.get(leaf.criterion.number)?.points ?? null);
    groups[criterion.number] = parts.includes(null) ? null : added(parts);
    Object.assign(groups, groupPoints(criterion.criteria, lines));
  }
  return groups;
}

function result(
  sheet: SheetDefinition,
  lines: readonly ScoredLine[],
  outside: ReadonlyMap<string, NotApplicable | null>,
): Pick<Score, 'total' | 'so_far' | 'grade' | 'result'> {
  const skips = (number: string) => outside.get(number)?.action === 'skip_and_rescale';
  const counted = lines.filter(({ number }) => !skips(number));
  const so_far = added(counted.map(({ points }) => points));
  if (sheet.mode === 'checklist') {
    const no = counted.some(({ points }) => points === 0);
    const open = counted.some(({ points }) => points === null);
    return { total: null, so_far, grade: null, result: no ? 'does_not_meet' : open ? null : 'meets' };
  }
  if (lines.length === 0 || counted.some(({ points }) => points === null)) {
    return { total: null, so_far, grade: null, result: null };
  }
  const reachable = added(counted.map(({ max }) => max));
  const rescaled = counted.length < lines.length && reachable > 0;
  // Two decimals, and the grade is that of the printed total: a form never shows 90,0 with the grade below it.
  const total = rescaled ? roundHalfUp((so_far * sheet.total_points) / reachable, 2) : so_far;
  return { total, so_far, grade: gradeOf(sheet, total), result: null };
}

/** In hundredths, so that tenths add up. */
function added(points: readonly (number | null)[]): number {
  return points.reduce<number>((sum, point) => sum + Math.round((point ?? 0) * 100), 0) / 100;
}
