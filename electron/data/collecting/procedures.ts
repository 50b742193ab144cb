import type { CollectionFormKind, CollectionUnit } from '../../contract/collecting.ts';
import { SochiboError } from '../errors.ts';
import { runJob } from '../jobs/procedures.ts';
import { os } from '../procedures.ts';
import { type Month, parseIsoDate, parseMonth } from '../vietnamese/dates.ts';
import { collectionForms } from './form-kinds.ts';
import { readFormStates } from './form-states.ts';
import { allFormsName, type FormQuestion, makeAllForms, makeForm } from './make-form.ts';

export const collectingProcedures = os.collecting.router({
  forms: os.collecting.forms.handler(() => Object.values(collectionForms).map(({ kind, title }) => ({ kind, title }))),
  units: os.collecting.units.handler(async ({ context: { session }, input }): Promise<CollectionUnit[]> => {
    const { db } = session.office;
    const period = monthOf(input.period);
    const form = collectionForms[input.kind];
    const [units, states] = await Promise.all([form.addressees.all(db, period), readFormStates(db, input)]);
    const heard = await form.heard(db, period, units);
    return units.map(({ id, name, cells }) => ({
      unit: id,
      name,
      cells: cells.length,
      reported: heard.get(id) ?? 0,
      sent_at: states[id]?.sent_at ?? null,
      due_on: states[id]?.due_on ?? null,
      answered_at: states[id]?.answered_at ?? null,
    }));
  }),
  make: os.collecting.make.handler(async ({ context: { session }, input }) => ({
    file: await makeForm(session, questionOf(input), input.unit),
  })),
  makeAll: os.collecting.makeAll.handler(({ context: { session }, input }) => {
    const question = questionOf(input);
    return runJob(session, {
      ...{ kind: 'forms', title: `Lập ${allFormsName(question)}` },
      run: (course) => makeAllForms(session, question, course),
      result: ({ zip, files }) => ({ message: `Đã lập ${files} biểu.`, file: zip }),
    });
  }),
});

function questionOf({
  kind,
  period,
  due_on,
}: {
  kind: CollectionFormKind;
  period: string;
  due_on?: string | undefined;
}): FormQuestion {
  return { kind, period: monthOf(period), dueOn: parseIsoDate(due_on ?? '') };
}

function monthOf(text: string): Month {
  const period = parseMonth(text);
  if (period === null) throw new SochiboError('wrong_arguments', `Không có tháng "${text}".`);
  return period;
}
