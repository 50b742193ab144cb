import type { Kysely } from 'kysely';
import type { MemberRecord } from '../../contract/members.ts';
import { SochiboError } from '../errors.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import { memberRecords } from './member-records.ts';

export interface MemberPage {
  member: MemberRecord;
  home_text: string | null;
  professional_field: string | null;
  note: string | null;
  timeline: { date: string | null; text: string }[];
  sources: { file: string; sheet: string; row: number }[];
}

/** One member, what happened to him or her (newest first), and the workbook rows it was read from. Throws `not_found`. */
export async function memberPage(db: Kysely<Tables>, id: string, asOf: string): Promise<MemberPage> {
  const [member] = await memberRecords(db, [id], asOf);
  if (!member) throw new SochiboError('not_found', 'Không có đảng viên này trong sổ.');
  const [extra, events, posts, absences, sources, organisations] = await Promise.all([
    db
      .selectFrom('member')
      .select(['home_text', 'professional_field', 'note'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('membership_event as event')
      .leftJoin('code_list as kind', (join) =>
        join.onRef('kind.code', '=', 'event.code').on('kind.list', '=', 'membership_events'),
      )
      .select([
        'event.date',
        'event.code',
        'kind.label',
        'event.from_cell_id',
        'event.to_cell_id',
        'event.to_text',
        'event.from_text',
      ])
      .where('event.member_id', '=', id)
      .execute(),
    db
      .selectFrom('cell_committee_member')
      .select(['position', 'organisation_id', 'valid_from'])
      .where('member_id', '=', id)
      .execute(),
    db
      .selectFrom('attendance')
      .innerJoin('meeting', 'meeting.id', 'attendance.meeting_id')
      .select(['meeting.date', 'attendance.result', 'attendance.reason'])
      .where('attendance.member_id', '=', id)
      .where('attendance.result', 'in', ['absent_excused', 'absent_unexcused'])
      .execute(),
    db.selectFrom('source_row').select(['file', 'sheet', 'row']).where('entity_id', '=', id).execute(),
    readOrganisationHistory(db),
  ]);
  /** As it was called when it happened; where that day is not fully known, as on `asOf`. */
  const cell = (cellId: string | null, date: string | null): string | null => {
    const day = parseIsoDate(date ?? asOf) ?? parseIsoDate(asOf);
    return cellId === null || day === null ? null : organisations.nameOn(cellId, day);
  };
  const timeline = [
    ...[
      { date: member.birth_date, text: 'Sinh' },
      { date: member.admission_date, text: 'Vào Đảng' },
      { date: member.full_member_date, text: 'Đảng viên chính thức' },
    ].filter((line) => line.date !== null),
    ...events.map((event) => ({
      date: event.date,
      text: [
        event.label ?? event.code,
        joined('từ', cell(event.from_cell_id, event.date) ?? event.from_text),
        joined('đến', cell(event.to_cell_id, event.date) ?? event.to_text),
      ]
        .filter((part) => part !== '')
        .join(' '),
    })),
    ...posts.map((post) => ({
      date: post.valid_from,
      text: `${positionLabels[post.position]} ${cell(post.organisation_id, post.valid_from) ?? ''}`.trim(),
    })),
    ...absences.map((absence) => ({
      date: absence.date,
      text: `Vắng sinh hoạt ${absence.result === 'absent_excused' ? 'có lý do' : 'không lý do'}${absence.reason ? ` (${absence.reason})` : ''}`,
    })),
  ].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  return { member, ...extra, timeline, sources };
}

export const positionLabels = {
  secretary: 'Bí thư',
  deputy_secretary: 'Phó Bí thư',
  committee_member: 'Chi ủy viên',
} as const;

function joined(word: string, text: string | null): string {
  return text === null ? '' : `${word} ${text}`;
}
