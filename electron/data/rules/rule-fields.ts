import type { RuleField, SimpleRuleField } from '../../contract/rules.ts';

/** Short ways to write down the fields of a rule's value. */
export const number = (path: string, label: string, unit: string | null = null): SimpleRuleField => ({
  path,
  label,
  kind: 'number',
  unit,
  none: null,
});

/** A number that may be missing; `none` says what that means. */
export const maybe = (path: string, label: string, unit: string | null, none: string): SimpleRuleField => ({
  path,
  label,
  kind: 'number',
  unit,
  none,
});

export const toggle = (path: string, label: string): SimpleRuleField => ({ path, label, kind: 'switch' });

export const text = (path: string, label: string): SimpleRuleField => ({ path, label, kind: 'text' });

export const oneOf = (path: string, label: string, words: Readonly<Record<string, string>>): SimpleRuleField => ({
  path,
  label,
  kind: 'choice',
  choices: choicesOf(words),
});

export const someOf = (path: string, label: string, words: Readonly<Record<string, string>>): RuleField => ({
  path,
  label,
  kind: 'choices',
  choices: choicesOf(words),
  ordered: false,
});

/** Some of them, in an order that matters. */
export const ranked = (path: string, label: string, words: Readonly<Record<string, string>>): RuleField => ({
  path,
  label,
  kind: 'choices',
  choices: choicesOf(words),
  ordered: true,
});

/** Several numbers or texts, typed with commas between them. */
export const list = (path: string, label: string, of: 'number' | 'text'): RuleField => ({
  path,
  label,
  kind: 'list',
  of,
});

export const rows = (path: string, label: string, fields: SimpleRuleField[]): RuleField => ({
  path,
  label,
  kind: 'rows',
  fields,
});

function choicesOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

export const meetingKindWords = {
  regular: 'Thường kỳ',
  thematic: 'Chuyên đề',
  regular_with_thematic: 'Thường kỳ kết hợp chuyên đề',
  extraordinary: 'Đột xuất',
  cell_committee: 'Chi ủy',
  congress: 'Đại hội',
};

export const scorerWords = {
  superior_decision: 'Cấp trên quyết định',
  visiting_official: 'Cấp ủy viên dự chấm',
  cell_committee: 'Chi ủy chấm',
  self: 'Chi bộ tự chấm',
};
