import type { RuleField, RuleJson } from '../../contract/rules.ts';
import { ruleMeanings } from './rule-meanings.ts';
import type { RuleCode } from './rule-values.ts';

/** A rule's value in words: `Buổi thường: 90 phút; Buổi kết hợp chuyên đề: 120 phút`. */
export function ruleInWords(code: RuleCode, value: RuleJson): string {
  return fieldsInWords(ruleMeanings[code].fields, value);
}

function fieldsInWords(fields: readonly RuleField[], value: RuleJson): string {
  return fields
    .map((field) => ({ field, words: inWords(field, at(value, field.path)) }))
    .filter(({ words }) => words !== '')
    .map(({ field, words }) => (fields.length === 1 && field.kind !== 'number' ? words : `${field.label}: ${words}`))
    .join('; ');
}

/** The part of a value at a path; null where there is none. */
function at(value: RuleJson, path: string): RuleJson {
  if (path === '') return value;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value[path] ?? null) : null;
}

function inWords(field: RuleField, value: RuleJson): string {
  switch (field.kind) {
    case 'number':
      if (value === null) return field.none ?? '–';
      return [String(value), field.unit].filter(Boolean).join(' ');
    case 'switch':
      return value === true ? 'có' : 'không';
    case 'text':
      return String(value);
    case 'choice':
      return wordOf(field.choices, value);
    case 'choices': {
      const words = (Array.isArray(value) ? value : []).map((one) => wordOf(field.choices, one));
      return words.length === 0 ? 'không có' : words.join(field.ordered ? ' → ' : ', ');
    }
    case 'list':
      return (Array.isArray(value) ? value : []).join(', ');
    case 'rows':
      return (Array.isArray(value) ? value : []).map((row) => rowInWords(field.fields, row)).join(' · ');
  }
}

/** `Xếp loại hoàn thành tốt: 1/2` reads better than six labels; other rows name each part. */
function rowInWords(fields: readonly RuleField[], row: RuleJson): string {
  const [label, numerator, denominator] = ['label', 'numerator', 'denominator'].map((path) => at(row, path));
  if (typeof label === 'string') {
    return `${label} ${at(row, 'over') === true ? 'quá' : 'từ'} ${String(numerator)}/${String(denominator)}`;
  }
  return fields.map((field) => `${field.label} ${inWords(field, at(row, field.path))}`).join(' ');
}

function wordOf(choices: readonly { value: string; label: string }[], value: RuleJson): string {
  return choices.find((choice) => choice.value === value)?.label ?? String(value);
}
