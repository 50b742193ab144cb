import type { z } from 'zod';
import type { RuleField, RuleJson } from '../../contract/rules.ts';
import { SochiboError } from '../errors.ts';
import { ruleMeanings } from './rule-meanings.ts';
import { parseRuleValue, type RuleCode, ruleIssues } from './rule-values.ts';

/**
 * The value as it is to be written. Throws `wrong_arguments` that names the field and says what it must be, in the words
 * of the editor.
 */
export function checkedRuleValue(code: RuleCode, value: RuleJson): string {
  const [issue] = ruleIssues(code, value);
  if (issue) throw new SochiboError('wrong_arguments', describe(code, issue));
  return JSON.stringify(parseRuleValue(code, JSON.stringify(value)));
}

function describe(code: RuleCode, issue: z.core.$ZodIssue): string {
  return `${labelOf(ruleMeanings[code].fields, issue.path.map(String))}: ${mustBe(issue)}`;
}

function labelOf(fields: readonly RuleField[], path: readonly string[]): string {
  const field = fields.find((candidate) => candidate.path === '' || candidate.path === path[0]);
  if (!field) return 'Giá trị';
  if (field.kind !== 'rows') return field.label;
  const [row, part] = field.path === '' ? path : path.slice(1);
  const inner = field.fields.find((candidate) => candidate.path === part);
  const line = row === undefined ? '' : `, dòng ${Number(row) + 1}`;
  return `${field.label}${line}${inner ? `, ${inner.label.toLocaleLowerCase('vi')}` : ''}`;
}

function mustBe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `phải ${issue.inclusive === false ? 'lớn hơn' : 'từ'} ${String(issue.minimum)}${issue.inclusive === false ? '' : ' trở lên'}.`
        : 'không được để trống.';
    case 'too_big':
      return `không được quá ${String(issue.maximum)}.`;
    case 'invalid_format':
      return 'chưa đúng cách viết (ví dụ 12-15 là ngày 15 tháng 12).';
    case 'invalid_type':
      return issue.expected === 'int' || issue.expected === 'number' ? 'phải là số nguyên.' : 'chưa ghi.';
    default:
      return 'chưa chọn giá trị phù hợp.';
  }
}
