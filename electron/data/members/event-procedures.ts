import { SochiboError } from '../errors.ts';
import { os } from '../procedures.ts';
import { today } from '../today.ts';
import { eventChoices } from './event-choices.ts';
import { eventKinds } from './event-kinds.ts';
import { planEvent } from './plan-event.ts';
import { eventOf, memberName } from './read-member.ts';
import { recordEvent } from './record-event.ts';
import { removeEvent } from './remove-event.ts';

export const eventProcedures = {
  eventChoices: os.members.eventChoices.handler(({ context: { session }, input }) =>
    eventChoices(session.office.db, input.id, input.replaces),
  ),
  previewEvent: os.members.previewEvent.handler(async ({ context: { session }, input }) => {
    const plan = await planEvent(session.office.db, input.id, input.event, today(), input.replaces);
    if (!plan.ok) return { sentences: [], warnings: [], problem: plan.problem };
    return { sentences: plan.sentences, warnings: plan.warnings, problem: null };
  }),
  recordEvent: os.members.recordEvent.handler(async ({ context: { session }, input }) => {
    const name = await memberName(session.office.db, input.id);
    const what = input.replaces === undefined ? 'Ghi biến động' : 'Sửa biến động';
    const event_id = await session.office.write(what, `${eventKinds[input.event.code].label}: ${name}`, (db) =>
      recordEvent(db, input.id, input.event, today(), input.replaces),
    );
    return { event_id };
  }),
  removeEvent: os.members.removeEvent.handler(async ({ context: { session }, input }) => {
    const { member_id } = await eventOf(session.office.db, input.event_id);
    const name = await memberName(session.office.db, member_id);
    await session.office.write('Bỏ biến động', name, (db) => removeEvent(db, input.event_id));
    return { id: member_id };
  }),
  confirmTransfer: os.members.confirmTransfer.handler(async ({ context: { session }, input }) => {
    const { member_id, date } = await eventOf(session.office.db, input.event_id);
    if (date !== null && input.received_on < date) {
      throw new SochiboError('wrong_arguments', 'Ngày phiếu báo phải từ ngày chuyển đi trở đi.');
    }
    const name = await memberName(session.office.db, member_id);
    await session.office.write('Ghi phiếu báo chuyển sinh hoạt', name, (db) =>
      db
        .updateTable('membership_event')
        .set({ received_on: input.received_on })
        .where('id', '=', input.event_id)
        .where('code', '=', 'CHUYEN_DI')
        .execute(),
    );
    return { id: member_id };
  }),
};
