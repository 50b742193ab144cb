import type { Kysely } from 'kysely';
import type { OfficeUser, UserForm, Worker } from '../../contract/people.ts';
import { roleWords } from '../../contract/roles.ts';
import { SochiboError } from '../errors.ts';
import { addSlot, changeSlot, slotsOf } from '../office-file/keys/slots.ts';
import { versionsOf } from '../organisations/versions.ts';
import type { Tables } from '../schema/database.ts';
import { newId } from '../schema/new-id.ts';
import type { Session } from '../session.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { numbersMasked, officeCovers } from './identity-numbers.ts';
import { ownerOf, roleOf, usersInForce, whoWorks } from './who-works.ts';

/** Who works now, for the window. Without an open office: everything may be done. */
export async function readWorker(session: Session): Promise<Worker> {
  if (!session.hasOffice) {
    const shown = { numbers_masked: false, numbers_shown_until: null, office_covers: true };
    return { user: null, choices: [], role: 'administer', ...shown, encrypted: false };
  }
  const working = await whoWorks(session);
  const { user, users } = working;
  return {
    user: user && {
      id: user.id,
      name: user.name,
      role: user.role,
      scope_id: user.scope_id,
      scope: await scopeName(session.office.db, user.scope_id),
    },
    choices: (await ownerOf(session)) ? [] : users.map(({ id, name }) => ({ id, name })),
    role: roleOf(working) ?? 'view',
    numbers_masked: await numbersMasked(session),
    numbers_shown_until: isoMoment(session.numbersShownUntil),
    office_covers: await officeCovers(session.office.db),
    encrypted: session.isGuarded,
  };
}

const isoMoment = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** As the organisation is called last. */
async function scopeName(db: Kysely<Tables>, id: string | null): Promise<string | null> {
  return id === null ? null : ((await versionsOf(db, id)).at(-1)?.name ?? null);
}

/** Everybody the office knows, those who have left too. */
export async function listUsers(db: Kysely<Tables>): Promise<OfficeUser[]> {
  const rows = await db.selectFrom('office_user').selectAll().orderBy('name').execute();
  return Promise.all(
    rows.map(async ({ slot, ...row }) => ({
      ...row,
      has_passphrase: slot !== null,
      scope: await scopeName(db, row.scope_id),
    })),
  );
}

/** Adds or changes somebody, inside a change. Throws `not_found`, `conflict`. Returns the id. */
export async function saveUser(db: Kysely<Tables>, id: string | null, form: UserForm): Promise<string> {
  if (form.scope_id !== null && form.role === 'administer') {
    // Settings, users and backups are the whole office's.
    throw new SochiboError('wrong_arguments', `Quyền ${roleWords.administer} là trên toàn sổ. Để trống phạm vi.`);
  }
  if (form.scope_id !== null && (await versionsOf(db, form.scope_id)).length === 0) {
    throw new SochiboError('not_found', 'Không có tổ chức này trong sổ. Chọn lại phạm vi.');
  }
  const values = { ...form, name: cleanLine(form.name) };
  const others = await db.selectFrom('office_user').select(['id', 'name']).execute();
  if (others.some((other) => other.id !== id && other.name === values.name)) {
    throw new SochiboError(
      'conflict',
      `Đã có người dùng tên ${values.name}. Ghi thêm chức vụ hoặc đơn vị để phân biệt.`,
    );
  }
  const written = id ?? newId();
  if (id === null)
    await db
      .insertInto('office_user')
      .values({ id: written, slot: null, ...values })
      .execute();
  else if (others.some((other) => other.id === id)) {
    await db.updateTable('office_user').set(values).where('id', '=', id).execute();
  } else throw new SochiboError('not_found', 'Không có người dùng này trong sổ. Mở lại danh sách.');
  const inForce = await usersInForce(db);
  if (inForce.length > 0 && !inForce.some(({ role }) => role === 'administer')) {
    throw new SochiboError(
      'conflict',
      `Phải còn ít nhất một người có quyền ${roleWords.administer} toàn sổ. Thêm hoặc giữ lại người đó trước.`,
    );
  }
  return written;
}

/** Gives somebody a passphrase of their own, or another one. Throws `not_found`, and as `addSlot`. */
export async function givePassphrase(session: Session, id: string, passphrase: string): Promise<void> {
  const { office, options } = session;
  const user = await office.db.selectFrom('office_user').selectAll().where('id', '=', id).executeTakeFirst();
  if (!user) throw new SochiboError('not_found', 'Không có người dùng này trong sổ. Mở lại danh sách.');
  const held = slotsOf(office).some((slot) => slot.id === user.slot) ? user.slot : null;
  if (held !== null) {
    await changeSlot(office, held, { passphrase, label: user.name }, options.keyCost);
    return;
  }
  const slot = await addSlot(office, { label: user.name, passphrase }, options.keyCost);
  await office.write('Đặt mật khẩu cho người dùng', user.name, (db) =>
    db.updateTable('office_user').set({ slot: slot.id }).where('id', '=', id).execute(),
  );
}
