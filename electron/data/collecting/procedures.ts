import type { Kysely } from 'kysely';
import type { CollectionFormKind, CollectionUnit } from '../../contract/collecting.ts';
import { SochiboError } from '../errors.ts';
import { os } from '../procedures.ts';
import type { Tables } from '../schema/database.ts';
import { type Month, parseMonth } from '../vietnamese/dates.ts';
import { askedUnits } from './asked-cells.ts';
import { collectionForms } from './form-kinds.ts';
import { readFormStates } from './form-states.ts';
import { makeAllForms, makeForm } from './make-form.ts';

export const collectingProcedures = os.collecting.router({
  forms: os.collecting.forms.handler(() => Object.values(collectionForms).map(({ kind, title }) => ({ kind, title }))),
  units: os.collecting.units.handler(async ({ context: { session }, input }): Promise<CollectionUnit[]> => {
    const { db } = session.office;
    const period = monthOf(input.period);
    const [units, states, known] = await Promise.all([
      askedUnits(db, period),
      readFormStates(db, input),
      cellsHeardFrom(db, input.kind, period),
    ]);
    return units.map(({ id, name, cells }) => ({
      unit: id,
      name,
      cells: cells.length,
      reported: cells.filter((cell) => known.has(cell.id)).length,
      sent_at: states[id]?.sent_at ?? null,
      answered_at: states[id]?.answered_at ?? null,
    }));
  }),
  make: os.collecting.make.handler(async ({ context: { session }, input }) => ({
    file: await makeForm(session, { kind: input.kind, period: monthOf(input.period) }, input.unit),
  })),
  makeAll: os.collecting.makeAll.handler(({ context: { session }, input }) =>
    makeAllForms(session, { kind: input.kind, period: monthOf(input.period) }),
  ),
});

/** The cells of which the office has a record of the month. */
async function cellsHeardFrom(db: Kysely<Tables>, kind: CollectionFormKind, period: Month): Promise<Set<string>> {
  const rows =
    kind === 'meetings'
      ? await db
          .selectFrom('meeting')
          .select('cell_id')
          .where('period', '=', period)
          .where('state', '!=', 'planned')
          .execute()
      : await db.selectFrom('petition').select('cell_id').where('date', 'like', `${period}-%`).execute();
  return new Set(rows.map(({ cell_id }) => cell_id));
}

function monthOf(text: string): Month {
  const period = parseMonth(text);
  if (period === null) throw new SochiboError('wrong_arguments', `Không có tháng "${text}".`);
  return period;
}
