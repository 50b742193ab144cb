import type { Kysely } from 'kysely';
import type { MemberForm } from '../../contract/member-form.ts';
import { SochiboError } from '../errors.ts';
import { readMemberForm } from '../members/member-form.ts';
import type { Tables } from '../schema/database.ts';
import type { Session } from '../session.ts';
import { readSetting } from '../settings/setting.ts';

/** The fields that hold a number of an identity card, old or new. */
const numberFields = ['personal_id', 'old_id_no'] as const;

/** `099012345456` as `0990*****456`: the first four and the last three of nine or more characters, else none. */
export function maskNumber(number: string): string {
  if (number.length < 9) return '*'.repeat(number.length);
  return `${number.slice(0, 4)}${'*'.repeat(number.length - 7)}${number.slice(-3)}`;
}

/** The same value with every identity number in it covered, however deep; what holds none comes back as it is. */
export function maskNumbers<T>(value: T): T;
export function maskNumbers(value: unknown): unknown {
  if (Array.isArray(value)) {
    // The ids of a whole list.
    if (value.every((one) => typeof one === 'string')) return value;
    const masked = value.map(maskNumbers);
    return masked.some((one, index) => one !== value[index]) ? masked : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const changed: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    const masked = typeof one === 'string' && isNumberField(key) ? maskNumber(one) : maskNumbers(one);
    if (masked !== one) changed[key] = masked;
  }
  return Object.keys(changed).length === 0 ? value : { ...value, ...changed };
}

export const isNumberField = (key: string): boolean => numberFields.some((field) => field === key);

/** What the office has chosen: on where it has not. */
export async function officeCovers(db: Kysely<Tables>): Promise<boolean> {
  return (await readSetting(db, 'cover_identity_numbers')) !== false;
}

/** Whether identity numbers are covered now: the office wants it (it does unless it has said no) and they were not asked for. */
export async function numbersMasked(session: Session): Promise<boolean> {
  if (!session.hasOffice || session.numbersShownUntil !== null) return false;
  const { db } = session.office;
  if (!(await officeCovers(db))) return false;
  if (session.options.identityNumbers === 'masked') return true;
  // A command of the machine's own user: without people and passphrases there is nobody to cover them from.
  return session.isGuarded || (await db.selectFrom('office_user').select('id').limit(1).execute()).length > 0;
}

/** Throws `not_allowed`: what is only right with whole numbers is not made without them. */
export async function askWholeNumbers(session: Session, what: string): Promise<void> {
  if (!(await numbersMasked(session))) return;
  throw new SochiboError(
    'not_allowed',
    `${what} cần đủ số định danh cá nhân, mà số đang được che. Chọn “Hiện số trong 5 phút” ở thanh trạng thái rồi làm lại.`,
  );
}

/** A form as it is meant: a number that came back covered as it was shown is the one that is kept. */
export async function withWholeNumbers(session: Session, id: string | null, form: MemberForm): Promise<MemberForm> {
  const covered = numberFields.filter((field) => form[field]?.includes('*'));
  const kept = covered.length === 0 || id === null ? null : await readMemberForm(session.office.db, id);
  if (!kept) return form;
  const whole = { ...form };
  for (const field of covered) {
    const number = kept[field];
    if (number !== null && form[field] === maskNumber(number)) whole[field] = number;
  }
  return whole;
}
