import { SochiboError } from '../errors.ts';
import { withWholeNumbers } from '../people/identity-numbers.ts';
import { os } from '../procedures.ts';
import { readCodeChoices } from '../rules/code-choices.ts';
import { today } from '../today.ts';
import { eventProcedures } from './event-procedures.ts';
import { statusesToExpire } from './expiring.ts';
import { findMembers } from './find-members.ts';
import { memberDossier } from './member-dossier.ts';
import { saveHistory, saveRelatives } from './member-lists.ts';
import { memberPage } from './member-page.ts';
import { memberRecords } from './member-records.ts';
import { dayOf } from './plan-event.ts';
import { appointPost, endPost } from './posts.ts';
import { memberName } from './read-member.ts';
import { listMembers } from './roll/list-members.ts';
import { checkMember, createMember, saveMember } from './save-member.ts';

export const memberProcedures = os.members.router({
  list: os.members.list.handler(async ({ context: { session }, input }) => {
    const asOf = input.as_of ?? today();
    const { ids } = await findMembers(session.office.db, input, asOf);
    return memberRecords(session.office.db, ids, asOf);
  }),
  ids: os.members.ids.handler(({ context: { session }, input }) =>
    listMembers(session.office, input, input.as_of ?? today()),
  ),
  first: os.members.first.handler(async ({ context: { session }, input: { most, ...query } }) => {
    const asOf = query.as_of ?? today();
    const { ids, counts } = await listMembers(session.office, query, asOf);
    return { rows: await memberRecords(session.office.db, ids.slice(0, most), asOf), counts };
  }),
  rows: os.members.rows.handler(({ context: { session }, input }) =>
    memberRecords(session.office.db, input.ids, input.as_of ?? today()),
  ),
  get: os.members.get.handler(({ context: { session }, input }) =>
    memberPage(session.office.db, input.id, input.as_of ?? today()),
  ),
  dossier: os.members.dossier.handler(({ context: { session }, input }) =>
    memberDossier(session.office.sharing, input.id, dayOf(input.as_of ?? today())),
  ),
  choices: os.members.choices.handler(async ({ context: { session } }) => {
    const { db } = session.office;
    const [codes, terms] = await Promise.all([
      readCodeChoices(db, dayOf(today())),
      db.selectFrom('term').select(['id', 'name']).orderBy('valid_from', 'desc').execute(),
    ]);
    return { codes, terms };
  }),
  check: os.members.check.handler(async ({ context: { session }, input }) => {
    const form = await withWholeNumbers(session, input.id, input.form);
    return checkMember(session.office.sharing, input.id, form, input.standing, today());
  }),
  create: os.members.create.handler(async ({ context: { session }, input }) => {
    const id = await session.office.write('Thêm đảng viên', input.form.full_name, (db) =>
      createMember(db, input.form, input.event, today()),
    );
    return { id };
  }),
  save: os.members.save.handler(async ({ context: { session }, input }) => {
    const form = await withWholeNumbers(session, input.id, input.form);
    const opened = input.opened && (await withWholeNumbers(session, input.id, input.opened));
    await session.office.write('Sửa hồ sơ đảng viên', form.full_name, (db) => saveMember(db, input.id, form, opened));
    return { id: input.id };
  }),
  saveHistory: os.members.saveHistory.handler(async ({ context: { session }, input }) => {
    const name = await memberName(session.office.db, input.id);
    await session.office.write('Sửa quá trình của đảng viên', name, (db) => saveHistory(db, input.id, input.entries));
    return { id: input.id };
  }),
  saveRelatives: os.members.saveRelatives.handler(async ({ context: { session }, input }) => {
    const name = await memberName(session.office.db, input.id);
    await session.office.write('Sửa quan hệ gia đình của đảng viên', name, (db) =>
      saveRelatives(db, input.id, input.entries),
    );
    return { id: input.id };
  }),
  ...eventProcedures,
  expiring: os.members.expiring.handler(({ context: { session }, input }) =>
    statusesToExpire(session.office.db, dayOf(input.as_of ?? today()), input.organisation_id),
  ),
  appointPost: os.members.appointPost.handler(async ({ context: { session }, input }) => {
    const name = await memberName(session.office.db, input.member_id);
    const id = await session.office.write('Ghi chức vụ chi ủy', name, (db) =>
      appointPost(db, {
        memberId: input.member_id,
        cellId: input.cell_id,
        position: input.position,
        from: dayOf(input.from),
        termId: input.term_id,
        decision: input.decision,
        replace: input.replace,
      }),
    );
    return { id };
  }),
  endPost: os.members.endPost.handler(async ({ context: { session }, input }) => {
    const { db } = session.office;
    const post = await db
      .selectFrom('cell_committee_member as post')
      .innerJoin('member', 'member.id', 'post.member_id')
      .select('member.full_name')
      .where('post.id', '=', input.id)
      .executeTakeFirst();
    if (!post) throw new SochiboError('not_found', 'Không có chức vụ này trong sổ. Mở lại trang đảng viên.');
    await session.office.write('Kết thúc chức vụ chi ủy', post.full_name, (changing) =>
      endPost(changing, input.id, dayOf(input.on), input.reason),
    );
    return { id: input.id };
  }),
});
