import type { Kysely } from 'kysely';
import type { MeetingCheck, MeetingForm } from '../../contract/meetings.ts';
import { SochiboError } from '../errors.ts';
import { cellSizeFlag } from '../organisations/cell-size.ts';
import { type Rules, readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import type { MeetingRow } from '../schema/meeting-tables.ts';
import { type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { isRollCall, type RollLine } from './attendance-rules.ts';
import { readCellMeetingDays } from './cell-days.ts';
import { heldMinutes, isShort, requiredMinutes } from './duration.ts';
import { streaksUpTo } from './list-absences.ts';
import { isRegular } from './meeting-kinds.ts';
import { dayOfMeeting, registerMonth } from './register.ts';
import {
  baseRuleOf,
  isBelowQuorum,
  type Threshold,
  voteBase,
  voteBaseOfCounts,
  voteOutcome,
  votesNeeded,
} from './votes.ts';

type Note = MeetingCheck['notes'][number];

/** What the rules in force on its day say of a meeting as it is typed; they advise and never refuse. Throws `not_found`. */
export async function checkMeeting(db: Kysely<Tables>, id: string, form: MeetingForm): Promise<MeetingCheck> {
  const row = await db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có buổi sinh hoạt này trong sổ.');
  const on = dayOfMeeting({ date: form.date, period: row.period });
  const rules = await readRules(db);
  const thresholds = rules.on('vote_thresholds', on).value;
  const minutes = heldMinutes(form.started_at, form.ended_at, form.preparation.break_minutes);
  const version = await db
    .selectFrom('organisation_version as version')
    .select('version.own_min_minutes')
    .where('version.organisation_id', '=', row.cell_id)
    .where(inForce('version', on))
    .executeTakeFirst();
  const required = requiredMinutes(
    { kind: form.kind, members: form.members_total, ownMinimum: version?.own_min_minutes ?? null },
    rules.on('minimum_minutes', on).value,
  );
  const [day, streaks, size] = await Promise.all([
    dayNote(db, rules, row, form, on),
    streakNotes(db, rules, row, form, on),
    sizeNotes(db, rules, row, form, on),
  ]);
  return {
    minutes,
    required_minutes: required,
    day,
    vote_bases: thresholds.map((threshold) => ({
      kind: threshold.kind,
      base: baseOf(form, baseRuleOf(threshold, rules.on('vote_base', on).value)),
    })),
    votes: form.votes.map((vote) => {
      const threshold: Threshold | null = thresholds.find(({ kind }) => kind === vote.kind) ?? null;
      return {
        needed: threshold === null || vote.base === null ? null : votesNeeded(vote.base, threshold),
        outcome: voteOutcome({ base: vote.base, inFavour: vote.in_favour }, threshold),
      };
    }),
    notes: [
      ...modeNotes(form),
      ...quorumNotes(rules, form, on),
      ...size,
      ...streaks,
      ...(isShort(minutes, required)
        ? [{ step: 'closing' as const, text: `Thời lượng ${minutes} phút, ngắn hơn mức tối thiểu ${required} phút.` }]
        : []),
    ],
  };
}

function baseOf(form: MeetingForm, rule: Parameters<typeof voteBase>[1]): number | null {
  const lines: RollLine[] = form.attendance.map(({ standing_then, status_then, result }) => ({
    standing: standing_then,
    status: status_then,
    result,
  }));
  if (isRollCall(lines)) return voteBase(lines, rule);
  return voteBaseOfCounts(
    {
      full: form.full_members,
      probationary: form.probationary,
      exempt: form.exempt,
      workingAway: form.working_away,
      temporarilyAway: form.temporarily_away,
      suspended: form.suspended,
      presentExempt: form.present_exempt,
      absentExcused: form.absent_excused,
    },
    rule,
  );
}

/** R2, R3: only the regular meeting has a set day. */
async function dayNote(
  db: Kysely<Tables>,
  rules: Rules,
  row: MeetingRow,
  form: MeetingForm,
  on: IsoDate,
): Promise<MeetingCheck['day']> {
  const date = form.date === null ? null : parseIsoDate(form.date);
  if (date === null || !isRegular(form.kind, rules.on('meeting_kinds', on).value)) return null;
  const days = await readCellMeetingDays(db);
  const otherDayApproved = form.other_day_approved === true;
  return days.outcomeOf(row.cell_id, { period: registerMonth(row.period), date, otherDayApproved });
}

/** R8: online or hybrid only under special guidance. */
function modeNotes({ mode, preparation }: MeetingForm): Note[] {
  const isApart = mode === 'online' || mode === 'hybrid';
  if (!isApart || preparation.mode_guidance !== null) return [];
  return [{ step: 'opening', text: 'Họp trực tuyến chỉ theo hướng dẫn riêng: ghi văn bản cho phép.' }];
}

/** R20 */
function quorumNotes(rules: Rules, { present, due }: MeetingForm, on: IsoDate): Note[] {
  const rule = rules.on('quorum_warning', on).value;
  if (!isBelowQuorum({ present, due }, rule)) return [];
  const text = `Có mặt ${present}/${due}, chưa đủ ${rule.numerator}/${rule.denominator} số phải dự.`;
  return [{ step: 'attendance', text }];
}

/** R21 */
async function sizeNotes(
  db: Kysely<Tables>,
  rules: Rules,
  { cell_id }: MeetingRow,
  { full_members }: MeetingForm,
  on: IsoDate,
): Promise<Note[]> {
  const rule = rules.on('cell_size', on).value;
  const posts = await db
    .selectFrom('cell_committee_member as post')
    .select('post.member_id')
    .distinct()
    .where('post.organisation_id', '=', cell_id)
    .where(inForce('post', on))
    .execute();
  const texts = {
    too_few_full_members: `Chi bộ có ${full_members} đảng viên chính thức, dưới ${rule.minimum}.`,
    needs_cell_committee: `Chi bộ có ${full_members} đảng viên chính thức (từ ${rule.committee_from} trở lên) mà sổ chưa có chi ủy.`,
  };
  const flag = cellSizeFlag({ fullMembers: full_members, posts: posts.length }, rule);
  return flag === null ? [] : [{ step: 'attendance', text: texts[flag] }];
}

/** R14 */
async function streakNotes(
  db: Kysely<Tables>,
  rules: Rules,
  row: MeetingRow,
  form: MeetingForm,
  on: IsoDate,
): Promise<Note[]> {
  if (!isRegular(form.kind, rules.on('meeting_kinds', on).value)) return [];
  const streaks = await streaksUpTo(db, rules, row.cell_id, {
    id: row.id,
    month: registerMonth(row.period),
    absentExcused: form.absent_excused,
    lines: form.attendance.map(({ member_id, name, result }) => ({ memberId: member_id, name, result })),
  });
  return streaks.map(({ name, meetings }) => ({
    step: 'attendance',
    text: `Đồng chí ${name} vắng có lý do ${meetings.length} kỳ liên tiếp trong năm.`,
  }));
}
