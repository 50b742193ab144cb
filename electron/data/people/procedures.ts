import { SochiboError } from '../errors.ts';
import { unlockFile } from '../office-file/keys/unlock.ts';
import { os } from '../procedures.ts';
import { writeSetting } from '../settings/setting.ts';
import { noteLeaving, readHandedOver } from './handed-over.ts';
import { numbersMasked } from './identity-numbers.ts';
import { givePassphrase, listUsers, readWorker, saveUser } from './users.ts';
import { ownerOf, usersInForce } from './who-works.ts';

/** Minutes as milliseconds: who goes away from the screen leaves nothing on it for long. */
const shownFor = 5 * 60_000;

export const peopleProcedures = os.people.router({
  who: os.people.who.handler(({ context: { session } }) => readWorker(session)),
  choose: os.people.choose.handler(async ({ context: { session }, input }) => {
    const users = await usersInForce(session.office.db);
    if (!users.some(({ id }) => id === input.id)) {
      throw new SochiboError('not_found', 'Không có người dùng này trong sổ. Chọn lại trong danh sách.');
    }
    if (await ownerOf(session)) {
      throw new SochiboError(
        'not_allowed',
        'Mật khẩu đã nói ai đang làm việc. Khóa sổ rồi mở bằng mật khẩu của người khác.',
      );
    }
    session.worksAs(input.id);
    return readWorker(session);
  }),
  list: os.people.list.handler(({ context: { session } }) => listUsers(session.office.db)),
  save: os.people.save.handler(async ({ context: { session }, input }) => {
    const isFirst = (await usersInForce(session.office.db)).length === 0;
    const id = await session.office.write(
      input.id === null ? 'Thêm người dùng' : 'Sửa người dùng',
      input.form.name,
      (db) => saveUser(db, input.id, input.form),
    );
    // Whoever begins the list is on it: else the next click would be refused.
    if (isFirst) session.worksAs(id);
    return { id };
  }),
  setPassphrase: os.people.setPassphrase.handler(async ({ context: { session }, input }) => {
    await givePassphrase(session, input.id, input.passphrase);
    return null;
  }),
  showNumbers: os.people.showNumbers.handler(async ({ context: { session }, input }) => {
    if (input.shown) {
      // The one who sits here is to be the one who opened it.
      if (session.isGuarded) await unlockFile(session.office.path, input.secret ?? '', session.unlockedSlot?.id);
      const what = 'Hiện số định danh trên màn hình';
      await noteLeaving(session.office, [
        { way: 'copy', what, file_name: null, sha256: null, records: null, unmasked: 1 },
      ]);
    }
    session.showNumbers(input.shown ? Date.now() + shownFor : null);
    return readWorker(session);
  }),
  coverNumbers: os.people.coverNumbers.handler(async ({ context: { session }, input: { covered } }) => {
    const what = covered ? 'Che số định danh: bật' : 'Che số định danh: tắt';
    await session.office.write('Sửa thiết lập', what, (db) => writeSetting(db, 'cover_identity_numbers', covered));
    session.showNumbers(null);
    return readWorker(session);
  }),
  handedOver: os.people.handedOver.handler(({ context: { session }, input }) =>
    readHandedOver(session.office, input.limit),
  ),
  note: os.people.note.handler(async ({ context: { session }, input }) => {
    const unmasked = (await numbersMasked(session)) ? 0 : 1;
    await noteLeaving(session.office, [{ ...input, file_name: null, sha256: null, unmasked }]);
    return null;
  }),
});
