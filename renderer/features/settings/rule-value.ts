import type { RuleJson, SimpleRuleField } from '../../../electron/contract/rules.ts';

/** The part of a rule's value at a path; null where there is none. */
export function partAt(value: RuleJson, path: string): RuleJson {
  if (path === '') return value;
  return isObject(value) ? (value[path] ?? null) : null;
}

/** The value with that part changed. */
export function withPart(value: RuleJson, path: string, part: RuleJson): RuleJson {
  if (path === '') return part;
  return { ...(isObject(value) ? value : {}), [path]: part };
}

/** A row of a table of a rule before anything is typed. */
export function blankRow(fields: readonly SimpleRuleField[]): RuleJson {
  return Object.fromEntries(
    fields.map((field): [string, RuleJson] => {
      if (field.kind === 'switch') return [field.path, false];
      if (field.kind === 'choice') return [field.path, field.choices[0]?.value ?? null];
      return [field.path, field.kind === 'text' ? '' : null];
    }),
  );
}

/** Numbers or texts with commas between them, as typed; what is no number stays text, for the check to name it. */
export function listFrom(text: string, of: 'number' | 'text'): RuleJson {
  const parts = text
    .split(/[,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return of === 'text' ? parts : parts.map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
}

export function asList(value: RuleJson): RuleJson[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: RuleJson): value is { [key: string]: RuleJson } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
