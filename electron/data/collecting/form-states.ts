import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type CollectionFormKind, collectionFormKind } from '../../contract/collecting.ts';
import type { Tables } from '../schema/database.ts';
import { readSetting, writeSetting } from '../settings/setting.ts';

const states = z.record(
  z.string(),
  z.object({
    sent_at: z.string().nullable(),
    answered_at: z.string().nullable(),
    due_on: z.string().nullable().default(null),
  }),
);

/** By unit: when its form was made last and until when it was to come back, when a filled one first came back. */
export type FormStates = z.infer<typeof states>;

/** A filled form in an import. */
export interface ReturnedForm {
  kind: CollectionFormKind;
  period: string;
  unit: string;
}

export async function readFormStates(
  db: Kysely<Tables>,
  { kind, period }: Omit<ReturnedForm, 'unit'>,
): Promise<FormStates> {
  return states.parse((await readSetting(db, `collecting/${kind}/${period}`)) ?? {});
}

/** Of every kind and month that forms were made for. */
export async function readAllFormStates(
  db: Kysely<Tables>,
): Promise<{ kind: CollectionFormKind; period: string; states: FormStates }[]> {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', 'like', 'collecting/%')
    .orderBy('key')
    .execute();
  return rows.flatMap(({ key, value }) => {
    const [, kindText, period = ''] = key.split('/');
    const kind = collectionFormKind.safeParse(kindText);
    return kind.success ? [{ kind: kind.data, period, states: states.parse(JSON.parse(value)) }] : [];
  });
}

export async function recordSent(
  db: Kysely<Tables>,
  form: Omit<ReturnedForm, 'unit'>,
  units: readonly string[],
  { at, dueOn }: { at: string; dueOn: string | null },
): Promise<void> {
  const known = await readFormStates(db, form);
  for (const unit of units) {
    known[unit] = { answered_at: known[unit]?.answered_at ?? null, sent_at: at, due_on: dueOn };
  }
  await writeSetting(db, `collecting/${form.kind}/${form.period}`, known);
}

/** The forms among these that had not come back before. */
export async function newlyReturned(db: Kysely<Tables>, forms: readonly ReturnedForm[]): Promise<ReturnedForm[]> {
  const found: ReturnedForm[] = [];
  for (const form of forms) {
    const { [form.unit]: state } = await readFormStates(db, form);
    const isTwin = found.some(
      ({ kind, period, unit }) => [kind, period, unit].join() === [form.kind, form.period, form.unit].join(),
    );
    if (!isTwin && (state?.answered_at ?? null) === null) found.push(form);
  }
  return found;
}

export async function recordReturned(db: Kysely<Tables>, forms: readonly ReturnedForm[], at: string): Promise<void> {
  for (const form of forms) {
    const known = await readFormStates(db, form);
    const { sent_at = null, due_on = null } = known[form.unit] ?? {};
    known[form.unit] = { sent_at, due_on, answered_at: at };
    await writeSetting(db, `collecting/${form.kind}/${form.period}`, known);
  }
}
