import type { Kysely } from 'kysely';
import { SochiboError } from '../../../errors.ts';
import { dayOfMeeting, registerMonth } from '../../../meetings/register.ts';
import { titlesOn } from '../../../officials/list-officials.ts';
import { postText } from '../../../officials/post-text.ts';
import { readOrganisationHistory } from '../../../organisations/organisation-history.ts';
import { listPlans } from '../../../schedule/list-plans.ts';
import type { MeetingKind } from '../../../schema/column-types.ts';
import type { Tables } from '../../../schema/database.ts';
import { inForce } from '../../../schema/in-force.ts';
import { type IsoDate, type Month, parseIsoDate } from '../../../vietnamese/dates.ts';
import type { DraftBlock, WrittenParagraph } from '../../document.ts';
import { clockText, dayText, ended, gap, meetingNames, monthText, orGap } from '../letters/wording.ts';

/** A meeting to come, whom the cell asks to it, and what is to be spoken of. */
export interface Invitation {
  cellId: string;
  cell: string;
  kind: MeetingKind | null;
  month: Month;
  day: IsoDate;
  date: IsoDate | null;
  time: string | null;
  place: string | null;
  theme: string | null;
  /** Officials by the month's schedule, else those assigned to the cell; then guests of the meeting. */
  guests: readonly { name: string; capacity: string | null }[];
  agenda: readonly string[];
}

/** Throws `not_found` for a meeting there is not. */
export async function readInvitation(db: Kysely<Tables>, meetingId: string): Promise<Invitation> {
  const meeting = await db.selectFrom('meeting').selectAll().where('id', '=', meetingId).executeTakeFirst();
  if (!meeting) throw new SochiboError('not_found', 'Không có buổi sinh hoạt này trong sổ.');
  const day = dayOfMeeting(meeting);
  const month = registerMonth(meeting.period);
  const [organisations, usual, plans, assigned, titles, agencies, guests, agenda] = await Promise.all([
    readOrganisationHistory(db),
    db
      .selectFrom('organisation_version as version')
      .select(['version.default_time', 'version.default_place'])
      .where('version.organisation_id', '=', meeting.cell_id)
      .where(inForce('version', day))
      .executeTakeFirst(),
    listPlans(db, { from: month, to: month, organisationId: meeting.cell_id }, day),
    db
      .selectFrom('assignment')
      .innerJoin('official', 'official.id', 'assignment.official_id')
      .select(['assignment.official_id', 'official.full_name as official'])
      .where('assignment.target_id', '=', meeting.cell_id)
      .where(inForce('assignment', day))
      .orderBy('official.sort_key')
      .execute(),
    titlesOn(db, day),
    db.selectFrom('official').select(['id', 'agency']).execute(),
    db.selectFrom('guest').selectAll().where('meeting_id', '=', meetingId).orderBy('position').execute(),
    db.selectFrom('agenda_item').select('title').where('meeting_id', '=', meetingId).orderBy('position').execute(),
  ]);
  const planned = plans.filter(({ state }) => state === 'planned' || state === 'cell_notified');
  const agencyOf = new Map(agencies.map(({ id, agency }) => [id, agency]));
  const officials = (planned.length > 0 ? planned : assigned).map(({ official_id, official }) => ({
    name: official,
    capacity: postText(titles.get(official_id)?.title ?? null, agencyOf.get(official_id) ?? null),
  }));
  const known = new Set(officials.map(({ name }) => name));
  return {
    cellId: meeting.cell_id,
    cell: organisations.nameOn(meeting.cell_id, day),
    kind: meeting.kind,
    month,
    day,
    date: meeting.date === null ? null : parseIsoDate(meeting.date),
    time: meeting.started_at ?? usual?.default_time ?? null,
    place: meeting.place ?? usual?.default_place ?? null,
    theme: meeting.theme,
    guests: [
      ...officials,
      ...guests.filter(({ name }) => !known.has(name)).map(({ name, capacity }) => ({ name, capacity })),
    ],
    agenda: agenda.map(({ title }) => title),
  };
}

export function invitationBody(data: Invitation): DraftBlock[] {
  const { cell, kind, month, date, time, place, theme, guests, agenda } = data;
  const what = kind === null ? 'sinh hoạt chi bộ' : meetingNames[kind];
  const theTheme = theme === null ? [] : [`Chuyên đề: ${theme}`];
  const items = [...theTheme, ...agenda];
  return [
    written('invited', [`${cell} trân trọng kính mời:`]),
    ...guests.map(({ name, capacity }, index) =>
      item(`guest/${index + 1}`, `Đồng chí ${name}${capacity === null ? '' : `, ${capacity}`};`),
    ),
    item('members', `Các đồng chí đảng viên ${cell}.`),
    written('what', [`Dự ${what} ${monthText(month)}.`]),
    written('time', [`Thời gian: ${clockText(time)}, ngày ${dayText(date)}.`]),
    written('place', [`Địa điểm: ${ended(orGap(place))}`]),
    ...(items.length === 0
      ? [{ kind: 'dotted', lines: 3, lead: 'Nội dung:' } as const]
      : [written('content', ['Nội dung:']), ...items.map((title, index) => item(`agenda/${index + 1}`, ended(title)))]),
    written('request', [
      `Đề nghị các đồng chí dự đầy đủ, đúng giờ; vắng mặt báo cáo lý do với Bí thư Chi bộ trước ngày ${date === null ? gap : dayText(date)}.`,
    ]),
  ];
}

function written(key: string, runs: WrittenParagraph['runs']): WrittenParagraph {
  return { kind: 'written', key, runs };
}

function item(key: string, text: string): WrittenParagraph {
  return { kind: 'written', key, mark: '-', runs: [text] };
}
