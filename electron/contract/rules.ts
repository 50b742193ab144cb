import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, isoDate } from './values.ts';

const choice = z.object({ value: z.string(), label: z.string() });

/** `path` in the value, dots between the steps; empty for a value that is no object. */
const at = { path: z.string(), label: z.string() };

const simpleField = z.discriminatedUnion('kind', [
  /** `none`: what an empty number means; without it there is always a number. */
  z.object({ ...at, kind: z.literal('number'), unit: z.string().nullable(), none: z.string().nullable() }),
  z.object({ ...at, kind: z.literal('switch') }),
  z.object({ ...at, kind: z.literal('text') }),
  z.object({ ...at, kind: z.literal('choice'), choices: z.array(choice) }),
]);

/** One part of a rule's value, as the editor asks for it. */
const ruleField = z.discriminatedUnion('kind', [
  ...simpleField.options,
  z.object({ ...at, kind: z.literal('choices'), choices: z.array(choice), ordered: z.boolean() }),
  z.object({ ...at, kind: z.literal('list'), of: z.enum(['number', 'text']) }),
  z.object({ ...at, kind: z.literal('rows'), fields: z.array(simpleField) }),
]);

const ruleVersion = z.object({
  id,
  version: z.string(),
  value: z.json(),
  /** The value in words. */
  words: z.string(),
  source: z.string(),
  /** A: a named regulation; B: one source or place; C: our default, unconfirmed. */
  evidence: z.enum(['A', 'B', 'C']),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  state: z.enum(['past', 'current', 'future']),
});

const officeRule = z.object({
  code: z.string(),
  label: z.string(),
  group: z.string(),
  /** The handbook's number, where it has one. */
  number: z.string().nullable(),
  /** One sentence: what it affects. */
  affects: z.string(),
  fields: z.array(ruleField),
  /** The latest beginning first. */
  versions: z.array(ruleVersion),
});

export const rulesContract = {
  /** Every rule with all its versions; what is current is so today. */
  list: procedure.output(z.array(officeRule)),
  /** A new version from a day: the one of that day ends on its eve and keeps what it said. */
  save: procedure
    .input(
      z.object({
        code: z.string(),
        value: z.json(),
        from: isoDate,
        source: z.string().trim().min(1),
        evidence: z.enum(['A', 'B', 'C']),
      }),
    )
    .output(z.object({ id })),
  /** Takes out a version that has not begun. */
  remove: procedure.input(z.object({ id })).output(z.object({ id })),
};

export type RuleField = z.infer<typeof ruleField>;
export type SimpleRuleField = z.infer<typeof simpleField>;
export type OfficeRule = z.infer<typeof officeRule>;
export type RuleJson = z.infer<typeof ruleVersion>['value'];
