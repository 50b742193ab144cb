import type { Band, Condition, Criterion, SheetDefinition, SheetProblem } from '../../contract/scoring-sheet.ts';
import { truthFacts } from '../../contract/scoring-sheet.ts';
import { formatDecimal } from '../vietnamese/numbers.ts';
import { comparisonsOf, isFactCode } from './facts.ts';
import { allLines, leavesOf } from './lines.ts';

/**
 * The checks of cells handbook 5.7, errors first. A sheet with errors is not adopted: its points do not add up, or a line
 * asks for something that nobody knows.
 */
export function checkSheet(sheet: SheetDefinition): SheetProblem[] {
  const lines = allLines(sheet.criteria).map(({ criterion }) => criterion);
  const problems = [
    ...checkNumbers(lines),
    ...(sheet.mode === 'points' ? [...checkPoints(sheet, lines), ...checkGrades(sheet)] : checkResults(sheet)),
    ...lines.flatMap(checkConditions),
    ...lines.flatMap((line) => checkNotApplicable(line, lines)),
    ...lines.filter(({ kind }) => kind === 'bands').flatMap((line) => checkBands(line, sheet.mode)),
    ...checkUse(sheet),
  ];
  return problems.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

/** Whether the sheet may be adopted. */
export function hasErrors(problems: readonly SheetProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

const error = (criterion: string | null, message: string): SheetProblem => ({ severity: 'error', criterion, message });
const warning = (criterion: string | null, message: string): SheetProblem => ({
  severity: 'warning',
  criterion,
  message,
});

function checkNumbers(lines: readonly Criterion[]): SheetProblem[] {
  const seen = new Set<string>();
  const problems: SheetProblem[] = [];
  for (const { number } of lines) {
    if (seen.has(number)) {
      problems.push(error(number, `Mục ${number}: số hiệu bị trùng. Mỗi tiêu chí phải có số hiệu riêng.`));
    }
    seen.add(number);
  }
  if (lines.length === 0) problems.push(error(null, 'Mẫu chưa có tiêu chí nào. Thêm tiêu chí trước khi áp dụng.'));
  return problems;
}

function checkPoints(sheet: SheetDefinition, lines: readonly Criterion[]): SheetProblem[] {
  const problems: SheetProblem[] = [];
  const sum = pointsOf(sheet.criteria);
  if (sum !== sheet.total_points) {
    problems.push(
      error(
        null,
        `Tổng điểm các tiêu chí là ${points(sum)}, khác tổng điểm ghi của mẫu là ${points(sheet.total_points)}.`,
      ),
    );
  }
  for (const line of lines) {
    if (line.kind !== 'group') {
      if (line.max_points === null) problems.push(error(line.number, `Mục ${line.number}: chưa ghi điểm tối đa.`));
      continue;
    }
    if (line.criteria.length === 0) {
      problems.push(error(line.number, `Mục ${line.number}: là nhóm nhưng chưa có tiêu chí con.`));
    } else if (line.max_points !== null && pointsOf(line.criteria) !== line.max_points) {
      const [declared, parts] = [points(line.max_points), points(pointsOf(line.criteria))];
      problems.push(
        error(line.number, `Mục ${line.number}: ghi ${declared} điểm nhưng các tiêu chí con cộng lại là ${parts}.`),
      );
    }
  }
  return problems;
}

function checkGrades({ grades, total_points }: SheetDefinition): SheetProblem[] {
  if (grades.length === 0) return [error(null, 'Mẫu chưa có mức xếp loại.')];
  const problems: SheetProblem[] = [];
  for (const [index, { label, from }] of grades.entries()) {
    const above = grades[index - 1];
    if (above && from >= above.from) {
      problems.push(
        error(null, `Xếp loại ${label} (từ ${points(from)}) phải thấp hơn xếp loại ${above.label} đứng trên.`),
      );
    }
    if (from > total_points)
      problems.push(error(null, `Xếp loại ${label} từ ${points(from)}: cao hơn tổng điểm của mẫu.`));
  }
  if ((grades.at(-1)?.from ?? 0) > 0) {
    problems.push(warning(null, 'Mức xếp loại thấp nhất không bắt đầu từ 0: điểm thấp hơn sẽ chưa xếp loại.'));
  }
  return problems;
}

function checkResults({ results, pass_when }: SheetDefinition): SheetProblem[] {
  const problems: SheetProblem[] = [];
  if (pass_when === null) problems.push(error(null, 'Bảng tiêu chí chưa ghi khi nào là đạt (pass_when).'));
  for (const code of ['meets', 'does_not_meet']) {
    if (!results.some((each) => each.code === code)) {
      problems.push(error(null, 'Bảng tiêu chí cần có đủ hai kết luận: đạt và chưa đạt.'));
      break;
    }
  }
  return problems;
}

function checkConditions(line: Criterion): SheetProblem[] {
  const asked = [line.applies_when, line.suggest_full_when, ...line.overrides.map(({ when }) => when)];
  return [
    ...asked.flatMap((condition) => (condition === null ? [] : checkCondition(line.number, condition))),
    ...line.bands.flatMap(({ measure }) => checkMeasure(line.number, measure)),
  ];
}

const truths: readonly string[] = truthFacts;

function checkCondition(number: string, condition: Condition): SheetProblem[] {
  return comparisonsOf(condition).flatMap(({ fact, op, value }) => {
    if (!isFactCode(fact)) return [unknownFact(number, fact)];
    const asksTruth = truths.includes(fact);
    if (asksTruth !== (typeof value === 'boolean') || (asksTruth && op !== '==' && op !== '!=')) {
      const wanted = asksTruth ? 'có hoặc không' : 'một con số';
      return [error(number, `Mục ${number}: "${fact}" phải so với ${wanted}.`)];
    }
    return [];
  });
}

function checkMeasure(number: string, measure: string): SheetProblem[] {
  if (!isFactCode(measure)) return [unknownFact(number, measure)];
  if (truths.includes(measure)) return [error(number, `Mục ${number}: "${measure}" là có/không, không chia mức được.`)];
  return [];
}

function unknownFact(number: string, fact: string): SheetProblem {
  return error(number, `Mục ${number}: không có số liệu "${fact}". Chọn trong danh sách số liệu của chương trình.`);
}

function checkNotApplicable(line: Criterion, lines: readonly Criterion[]): SheetProblem[] {
  const { number, when_not_applicable: rule } = line;
  const problems: SheetProblem[] = [];
  if (line.applies_when !== null && rule === null) {
    problems.push(
      warning(number, `Mục ${number}: chưa ghi xử lý khi không áp dụng; chương trình sẽ bỏ qua và quy đổi.`),
    );
  }
  if (rule?.action !== 'add_to') return problems;
  const target = lines.find((each) => each.number === rule.target);
  if (!target) {
    problems.push(error(number, `Mục ${number}: chuyển điểm sang mục "${rule.target ?? ''}", mẫu không có mục đó.`));
  } else if (target.number === number || leavesOf(line.criteria).some((leaf) => leaf.criterion === target)) {
    problems.push(error(number, `Mục ${number}: không thể chuyển điểm sang chính mục này.`));
  } else if (target.kind === 'group' || target.kind === 'bands') {
    problems.push(
      error(
        number,
        `Mục ${number}: mục ${target.number} nhận điểm chuyển sang phải là mục chấm có/không hoặc chấm số.`,
      ),
    );
  } else if (target.applies_when !== null) {
    problems.push(
      error(number, `Mục ${number}: mục ${target.number} nhận điểm chuyển sang cũng có thể không áp dụng.`),
    );
  }
  return problems;
}

function checkBands(line: Criterion, mode: SheetDefinition['mode']): SheetProblem[] {
  const { number, bands, max_points } = line;
  if (mode === 'checklist') return [error(number, `Mục ${number}: bảng tiêu chí không điểm không có mức điểm.`)];
  if (bands.length === 0) return [error(number, `Mục ${number}: chấm theo mức nhưng chưa có mức nào.`)];
  const problems: SheetProblem[] = [];
  for (const { points: given } of [...bands, ...line.overrides]) {
    if (max_points !== null && given > max_points) {
      problems.push(
        error(number, `Mục ${number}: có mức ${points(given)} điểm, cao hơn tối đa ${points(max_points)}.`),
      );
    }
  }
  if (max_points !== null && !bands.some((each) => each.points === max_points)) {
    problems.push(warning(number, `Mục ${number}: không mức nào đạt điểm tối đa ${points(max_points)}.`));
  }
  for (const [measure, same] of Map.groupBy(bands, (each) => each.measure)) {
    problems.push(...checkOrder(number, measure, same));
  }
  const last = bands.at(-1);
  if (last && last.from !== null && !(last.from === 0 && last.from_inclusive)) {
    problems.push(
      warning(
        number,
        `Mục ${number}: mức cuối không bắt đầu từ 0, giá trị thấp hơn ${points(last.from)} không có điểm.`,
      ),
    );
  }
  return problems;
}

/** Bands of one measure from the top: what falls between two of them, and what the second can never get. */
function checkOrder(number: string, measure: string, bands: readonly Band[]): SheetProblem[] {
  return bands.slice(1).flatMap((band, index) => {
    const above = bands[index];
    if (!above) return [];
    const lowest = above.from ?? Number.NEGATIVE_INFINITY;
    if ((band.from ?? Number.NEGATIVE_INFINITY) >= lowest) {
      return [
        warning(
          number,
          `Mục ${number}: mức từ ${bound(band.from)} (${measure}) chồng lên mức từ ${bound(above.from)} đứng trên.`,
        ),
      ];
    }
    if (band.to === null) return [];
    const touches = band.to === lowest && (band.to_inclusive || above.from_inclusive);
    if (band.to < lowest || (band.to === lowest && !touches)) {
      return [
        warning(
          number,
          `Mục ${number}: hở giữa mức đến ${bound(band.to)} và mức từ ${bound(above.from)} (${measure}).`,
        ),
      ];
    }
    if (band.to > lowest || (band.to_inclusive && above.from_inclusive)) {
      return [
        warning(number, `Mục ${number}: mức đến ${bound(band.to)} chồng lên mức từ ${bound(above.from)} (${measure}).`),
      ];
    }
    return [];
  });
}

function checkUse(sheet: SheetDefinition): SheetProblem[] {
  const problems: SheetProblem[] = [];
  if (sheet.meeting_kinds.length === 0) problems.push(error(null, 'Mẫu chưa chọn loại buổi sinh hoạt áp dụng.'));
  for (const role of [sheet.deciding_role, sheet.fallback_role]) {
    if (role !== null && !sheet.scorer_roles.includes(role)) {
      problems.push(error(null, 'Người chấm có điểm được lấy không nằm trong danh sách người chấm của mẫu.'));
    }
  }
  for (const { period, complete } of sheet.period_grade_rules) {
    if (!complete) {
      const name = period === 'year' ? 'năm' : 'quý';
      problems.push(warning(null, `Quy tắc xếp loại ${name} chưa đủ: chương trình chỉ đề nghị khi quy tắc nói rõ.`));
    }
  }
  return problems;
}

function pointsOf(criteria: readonly Criterion[]): number {
  const hundredths = leavesOf(criteria).reduce(
    (sum, leaf) => sum + Math.round((leaf.criterion.max_points ?? 0) * 100),
    0,
  );
  return hundredths / 100;
}

function bound(value: number | null): string {
  return value === null ? 'không giới hạn' : points(value);
}

function points(value: number): string {
  return formatDecimal(value, Number.isInteger(value) ? 0 : 2);
}
