import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { EventInput } from '../../contract/member-events.ts';
import type { MemberCheck, MemberForm } from '../../contract/member-form.ts';
import { SochiboError } from '../errors.ts';
import { detailFields, memberFields } from '../people/record-history/member-fields.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Standing } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { formatDate, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { checkForm, formErrors } from './check-form.ts';
import { findDuplicates } from './find-duplicates.ts';
import { cleanForm, formOf, insertMember, readMemberRows, updateMember } from './member-form.ts';
import { readStatusRows } from './plan-event.ts';
import { recordEvent } from './record-event.ts';
import { latestOf } from './status-period.ts';
import type { StatusRow } from './status-trace.ts';
import { typedOver } from './typed-over.ts';

/** What is wrong or odd about a form, and who else it may be. `standing` is asked of the office when it is null. */
export async function checkMember(
  db: Kysely<Tables>,
  id: string | null,
  form: MemberForm,
  standing: Standing | null,
  today: IsoDate,
): Promise<MemberCheck> {
  const clean = cleanForm(form);
  const statuses = id === null ? [] : await readStatusRows(db, id);
  const { home, guest } = latestOf(statuses);
  const probation = (await readRules(db)).on('probation', today).value;
  const { errors, warnings } = checkForm(clean, {
    today,
    standing: standing ?? (home ?? guest)?.standing ?? null,
    probation,
  });
  return {
    errors,
    warnings: [...warnings, ...fullSince(clean, statuses)],
    duplicates: await findDuplicates(db, clean, id, today),
  };
}

/** The day of full membership is also that from which the statuses say so: a correction belongs to both. */
function fullSince({ full_member_date: written }: MemberForm, statuses: readonly StatusRow[]): MemberCheck['warnings'] {
  const home = statuses.filter(({ kind }) => kind !== 'temporarily_received');
  const first = home.findIndex(({ standing }) => standing === 'full');
  const since = parseIsoDate(home[first]?.valid_from ?? '');
  const changed = first > 0 && home[first - 1]?.standing === 'probationary';
  if (!changed || since === null || parseIsoDate(written ?? '') === null || written === since) return [];
  const message = `Trạng thái ghi chính thức từ ${formatDate(since)}; ngày này khác. Xem lại biến động “Công nhận chính thức”.`;
  return [{ field: 'full_member_date', message }];
}

const bringing: readonly string[] = ['KET_NAP', 'KET_NAP_LAI', 'CHUYEN_DEN', 'TAM_THOI_DEN'];

/**
 * A new member with the event that brings him or her, inside the running transaction; returns the id. What the event
 * says of the admission goes into the record where the form is silent. Throws `wrong_arguments`.
 */
export async function createMember(
  db: Kysely<Tables>,
  form: MemberForm,
  event: EventInput,
  today: IsoDate,
): Promise<string> {
  if (!bringing.includes(event.code)) {
    throw new SochiboError('wrong_arguments', 'Đảng viên mới vào sổ bằng kết nạp, chuyển đến hoặc tạm thời đến.');
  }
  const admitted = event.code === 'KET_NAP' || event.code === 'KET_NAP_LAI';
  const clean = cleanForm({
    ...form,
    admission_date: form.admission_date ?? (admitted ? event.date : null),
    admission_decision_date: form.admission_decision_date ?? (admitted ? event.decision_date : null),
    sponsor_1: form.sponsor_1 ?? (admitted ? event.sponsor_1 : null),
    sponsor_2: form.sponsor_2 ?? (admitted ? event.sponsor_2 : null),
  });
  refuseErrors(clean);
  const id = newId();
  await insertMember(db, id, clean);
  await recordEvent(db, id, event, today);
  return id;
}

/**
 * Saves the form of a member, inside the running transaction. `opened`: the form as it was when typing began; what somebody
 * else has saved since then stays where this form does not touch it. Throws `not_found`, `wrong_arguments`, and `conflict`
 * where both have changed the same field.
 */
export async function saveMember(db: Kysely<Tables>, id: string, form: MemberForm, opened?: MemberForm): Promise<void> {
  const rows = await readMemberRows(db, id);
  if (rows === null) {
    throw new SochiboError('not_found', 'Không có đảng viên này trong sổ. Trở lại danh sách rồi mở lại.');
  }
  const now = formOf(rows);
  const clean = cleanForm(form);
  const { value, both } = typedOver(opened ?? now, clean, now);
  if (both.length > 0) throw changedByBoth(both);
  refuseErrors(value);
  await updateMember(db, rows, value);
}

function changedByBoth(fields: readonly (keyof MemberForm)[]): SochiboError {
  const told: Readonly<Record<string, { label: string } | null>> = { ...memberFields, ...detailFields };
  const labels = fields.map((field) => told[field]?.label ?? field).join(', ');
  return new SochiboError(
    'conflict',
    `Người khác vừa sửa hồ sơ này ở cùng chỗ: ${labels}. Chưa ghi gì. Bỏ thay đổi để xem giá trị trong sổ rồi sửa lại.`,
  );
}

function refuseErrors(form: MemberForm): void {
  const [error] = formErrors(form);
  if (error) throw new SochiboError('wrong_arguments', error.message);
}
