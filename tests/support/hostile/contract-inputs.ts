import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';
import { z } from 'zod';

/** The shape of an input, in the words of JSON Schema that the contract comes down to. */
const shape = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  get anyOf() {
    return z.array(shape).optional();
  },
  get oneOf() {
    return z.array(shape).optional();
  },
  get properties() {
    return z.record(z.string(), shape).optional();
  },
  get items() {
    return shape.optional();
  },
  get propertyNames() {
    return shape.optional();
  },
  get additionalProperties() {
    return z.union([shape, z.boolean()]).optional();
  },
  required: z.array(z.string()).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  minItems: z.number().optional(),
  maxLength: z.number().optional(),
  $ref: z.string().optional(),
});
export type Shape = z.infer<typeof shape>;

/** A procedure of the contract with the shape of what it is asked; null: nothing. */
export interface Asked {
  room: string;
  name: string;
  input: Shape | null;
}

/** Every procedure, as the contract says it. */
export function proceduresOf(contract: object): Asked[] {
  return Object.entries(contract).flatMap(([room, procedures]) =>
    Object.entries(Object(procedures)).flatMap(([name, procedure]) =>
      isContractProcedure(procedure) ? [{ room, name, input: inputOf(procedure) }] : [],
    ),
  );
}

function inputOf(procedure: AnyContractProcedure): Shape | null {
  const schema = procedure['~orpc'].inputSchema;
  if (!(schema instanceof z.ZodType)) return null;
  const { $defs, ...whole } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const named = z.record(z.string(), shape).parse($defs ?? {});
  return resolved(shape.parse(whole), named, 2);
}

/** With the shapes that are named in place of their names; one that holds itself (lines of a scoring sheet) twice at most. */
function resolved(of: Shape, named: Readonly<Record<string, Shape>>, depth: number): Shape {
  const target = named[of.$ref?.split('/').at(-1) ?? ''];
  if (target) return depth === 0 ? { type: 'null' } : resolved(target, named, depth - 1);
  const inside = (part: Shape) => resolved(part, named, depth);
  return {
    ...of,
    ...(of.anyOf && { anyOf: of.anyOf.map(inside) }),
    ...(of.oneOf && { oneOf: of.oneOf.map(inside) }),
    ...(of.items && { items: inside(of.items) }),
    ...(typeof of.additionalProperties === 'object' && { additionalProperties: inside(of.additionalProperties) }),
    ...(of.properties && {
      properties: Object.fromEntries(Object.entries(of.properties).map(([key, part]) => [key, inside(part)])),
    }),
  };
}

/** Where something stands in an input: keys of objects, `0` in a list, `*` in a record. */
export type Place = readonly string[];

/** A string of an input where the shape leaves open what is written. */
export interface TextField {
  at: Place;
  longest: number;
}

/** The open strings of a shape, also those of what may be left out. */
export function textFields(of: Shape, at: Place = []): TextField[] {
  if (kindOf(of) === 'string') {
    if (of.pattern !== undefined || of.format !== undefined || of.enum || of.const !== undefined) return [];
    return [{ at, longest: of.maxLength ?? Number.POSITIVE_INFINITY }];
  }
  return partsOf(of).flatMap(([key, part]) => textFields(part, key === null ? at : [...at, key]));
}

function mayBeNull({ type }: Shape): boolean {
  return Array.isArray(type) && type.includes('null');
}

/** The one kind of value beside null. */
function kindOf({ type }: Shape): string | undefined {
  return Array.isArray(type) ? type.find((kind) => kind !== 'null') : type;
}

/** What stands inside a shape: of an object by key; null where it stands in the same place. */
function partsOf(of: Shape): (readonly [key: string | null, part: Shape])[] {
  const choices = (of.anyOf ?? of.oneOf ?? []).map((choice) => [null, choice] as const);
  const values = typeof of.additionalProperties === 'object' ? [['*', of.additionalProperties] as const] : [];
  return [
    ...choices,
    ...Object.entries(of.properties ?? {}),
    ...(of.items ? [['0', of.items] as const] : []),
    ...values,
  ];
}

/** What is put where the shape leaves it open. */
export interface Filling {
  /** Called with every open string; `key` is the last of its place that is a word. */
  text(at: Place, key: string): string;
  /** Whether what may be left out is there. */
  has(at: Place): boolean;
}

const days = { date: '2025-01-20', base64: 'VGjhu60=' };
/** Of the patterns of the contract (`contract/values.ts`): a month, a quarter, a time, a day, a column. */
const samples = ['2025-01', '2025', '19:30', 'B'];

/** An input that the shape allows, filled so. */
export function inputOfShape(of: Shape, filling: Filling, at: Place = []): unknown {
  const choices = of.anyOf ?? of.oneOf;
  if (choices) {
    const some = choices.filter((choice) => kindOf(choice) !== 'null');
    if (some.length < choices.length && !filling.has(at)) return null;
    const chosen = some.find((choice) => textFields(choice, at).some((field) => filling.has(field.at))) ?? some[0];
    return chosen ? inputOfShape(chosen, filling, at) : null;
  }
  if (of.const !== undefined) return of.const;
  if (mayBeNull(of) && !filling.has(at)) return null;
  if (of.enum) return of.enum[0];
  switch (kindOf(of)) {
    case 'string':
      return textOf(of, filling, at);
    case 'integer':
    case 'number':
      return Math.max(1, of.minimum ?? 1);
    case 'boolean':
      return false;
    case 'array': {
      const count = Math.max(of.minItems ?? 0, filling.has([...at, '0']) ? 1 : 0);
      return Array.from({ length: count }, () => (of.items ? inputOfShape(of.items, filling, [...at, '0']) : null));
    }
    case 'object':
      return objectOf(of, filling, at);
    default:
      return null;
  }
}

function textOf({ format, pattern }: Shape, filling: Filling, at: Place): string {
  if (format === 'date') return days.date;
  if (format === 'base64') return days.base64;
  if (pattern !== undefined) return samples.find((sample) => new RegExp(pattern, 'u').test(sample)) ?? '';
  return filling.text(at, at.findLast((key) => !/^[0*]$/u.test(key)) ?? '');
}

function objectOf(of: Shape, filling: Filling, at: Place): unknown {
  const required = new Set(of.required);
  const entries = Object.entries(of.properties ?? {})
    .filter(([key]) => required.has(key) || filling.has([...at, key]))
    .map(([key, part]) => [key, inputOfShape(part, filling, [...at, key])] as const);
  const { additionalProperties: rest, propertyNames } = of;
  if (typeof rest !== 'object' || !filling.has([...at, '*'])) return Object.fromEntries(entries);
  const name = propertyNames ? inputOfShape(propertyNames, filling, [...at, 'key']) : 'key';
  return Object.fromEntries([...entries, [String(name), inputOfShape(rest, filling, [...at, '*'])]]);
}
