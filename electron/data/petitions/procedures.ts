import { os } from '../procedures.ts';
import { codeChoicesOf } from '../rules/code-choices.ts';
import { readRules } from '../rules/read-rules.ts';
import { today } from '../today.ts';
import { asDay } from './days.ts';
import { answeredNotTold, duePetitions, listPetitions, overduePetitions } from './list-petitions.ts';
import { petitionPage, similarPetitions } from './petition-page.ts';
import { addUsualBodies, listBodies, saveBody } from './save-body.ts';
import { createPetition, linkPetition, removePetition, requirePetition, savePetition } from './save-petition.ts';
import { dueDateBy, stepNames, takeStep } from './take-step.ts';

const dayOrToday = (day: string | undefined) => (day === undefined ? today() : asDay(day));

export const petitionProcedures = os.petitions.router({
  list: os.petitions.list.handler(async ({ context: { session }, input }) => {
    const all = await listPetitions(session.office.db, dayOrToday(input.as_of));
    return input.meeting_id === undefined ? all : all.filter(({ meeting_id }) => meeting_id === input.meeting_id);
  }),
  get: os.petitions.get.handler(({ context: { session }, input }) =>
    petitionPage(session.office.db, input.id, dayOrToday(input.as_of)),
  ),
  similar: os.petitions.similar.handler(({ context: { session }, input }) =>
    similarPetitions(session.office.db, input),
  ),
  dueDate: os.petitions.dueDate.handler(async ({ context: { session }, input }) => ({
    due_date: dueDateBy(await readRules(session.office.db), input.authority, asDay(input.forwarded_on)),
  })),
  create: os.petitions.create.handler(({ context: { session }, input }) =>
    session.office.write('Ghi ý kiến, kiến nghị', shortened(input.content), (db) => createPetition(db, input)),
  ),
  save: os.petitions.save.handler(async ({ context: { session }, input: { id, form } }) => {
    const { code } = await requirePetition(session.office.db, id);
    await session.office.write('Sửa ý kiến, kiến nghị', code, (db) => savePetition(db, id, form));
    return { id };
  }),
  step: os.petitions.step.handler(async ({ context: { session }, input: { id, step } }) => {
    const { code } = await requirePetition(session.office.db, id);
    await session.office.write(stepNames[step.step], code, (db) => takeStep(db, id, step));
    return { id };
  }),
  link: os.petitions.link.handler(async ({ context: { session }, input: { id, duplicate_of } }) => {
    const { code } = await requirePetition(session.office.db, id);
    const action = duplicate_of === null ? 'Tách kiến nghị thành việc riêng' : 'Ghi là kiến nghị nhắc lại';
    await session.office.write(action, code, (db) => linkPetition(db, id, duplicate_of));
    return { id };
  }),
  remove: os.petitions.remove.handler(async ({ context: { session }, input: { id } }) => {
    const { code } = await requirePetition(session.office.db, id);
    await session.office.write('Xóa ý kiến, kiến nghị', code, (db) => removePetition(db, id));
    return { id };
  }),
  overdue: os.petitions.overdue.handler(({ context: { session }, input }) =>
    overduePetitions(session.office.db, asDay(input.day)),
  ),
  answeredNotTold: os.petitions.answeredNotTold.handler(({ context: { session }, input }) =>
    answeredNotTold(session.office.db, asDay(input.day)),
  ),
  dueThisWeek: os.petitions.dueThisWeek.handler(({ context: { session }, input }) =>
    duePetitions(session.office.db, asDay(input.day)),
  ),
  fields: os.petitions.fields.handler(async ({ context: { session } }) => {
    const [fields, kinds] = await Promise.all([
      codeChoicesOf(session.office.db, 'petition_fields', today()),
      codeChoicesOf(session.office.db, 'petition_kinds', today()),
    ]);
    return { fields, kinds };
  }),
  bodies: os.petitions.bodies.handler(({ context: { session }, input }) =>
    listBodies(session.office.db, input.on === undefined ? null : asDay(input.on)),
  ),
  saveBody: os.petitions.saveBody.handler(async ({ context: { session }, input }) => ({
    id: await session.office.write('Ghi đơn vị giải quyết kiến nghị', input.body.name, (db) =>
      saveBody(db, input.id ?? null, input.body),
    ),
  })),
  addUsualBodies: os.petitions.addUsualBodies.handler(async ({ context: { session } }) => {
    const added = await session.office.write('Thêm danh mục đơn vị giải quyết kiến nghị', '', (db) =>
      addUsualBodies(db, session.options.resourcesDir),
    );
    return { added };
  }),
});

function shortened(content: string): string {
  return content.length <= 60 ? content : `${content.slice(0, 59)}…`;
}
