import type { Kysely } from 'kysely';
import type { MeetingForm } from '../../../../contract/meetings.ts';
import { SochiboError } from '../../../errors.ts';
import { readMeetingForm } from '../../../meetings/meeting-form.ts';
import { dayOfMeeting } from '../../../meetings/register.ts';
import { voteOutcome } from '../../../meetings/votes.ts';
import type { Rules } from '../../../rules/read-rules.ts';
import type { RuleValue } from '../../../rules/rule-values.ts';
import type { MeetingKind } from '../../../schema/column-types.ts';
import type { Tables } from '../../../schema/database.ts';
import { type IsoDate, isIsoDate, isMonth } from '../../../vietnamese/dates.ts';
import { parseClock } from '../../../vietnamese/times.ts';
import type { DocumentSource } from '../../document.ts';
import { officeBooks } from '../../office-books.ts';
import type { MinutesData } from './minutes-data.ts';

/** What the minutes of one meeting print; from the saved meeting, or from `form` in its place. Throws `not_found`. */
export async function readMinutes(source: DocumentSource, id: string, form: MeetingForm | null): Promise<MinutesData> {
  const { db } = source;
  const [{ row, ...saved }, visitors, { places, rules }] = await Promise.all([
    readMeetingForm(db, id),
    visitorsOf(db, id),
    officeBooks(source),
  ]);
  const filled = form ?? saved;
  if (!isMonth(row.period)) throw new SochiboError('not_found', 'Buổi sinh hoạt này không có kỳ hợp lệ.');
  const on = dayOfMeeting({ date: filled.date, period: row.period });
  return {
    cellId: row.cell_id,
    cell: places.nameOn(row.cell_id, on),
    organisationKind: places.kindOf(row.cell_id) ?? 'cell',
    ...frameOf(rules, filled.kind, on),
    blank: false,
    electsCommittee: electsCommittee(filled.full_members, rules, on),
    period: row.period,
    date: dayIn(filled.date),
    startedAt: filled.started_at === null ? null : parseClock(filled.started_at),
    endedAt: filled.ended_at === null ? null : parseClock(filled.ended_at),
    mode: filled.mode,
    modeGuidance: filled.preparation.mode_guidance,
    place: filled.place,
    ...attendance(filled),
    guests: guestsKnown(visitors.length, filled) ? guests(visitors, filled.guests) : null,
    chair: person(filled.chair),
    secretary: person(filled.secretary),
    duesAnnounced: filled.dues_announced,
    theme: filled.theme,
    presenter: filled.presenter,
    ...course(filled, rules.on('vote_thresholds', on).value),
    rating: { score: filled.score, grade: filled.grade },
    readBack: null,
  };
}

/** How the office lays out minutes of this kind on the day. */
export function frameOf(
  rules: Rules,
  kind: MeetingKind,
  day: IsoDate,
): Pick<MinutesData, 'kind' | 'day' | 'layout' | 'sections' | 'usualAgenda'> {
  return {
    kind,
    day,
    layout: rules.on('minutes_layout', day).value,
    sections: rules.on('minutes_sections', day).value,
    usualAgenda: rules
      .on('minutes_agenda', day)
      .value.filter((one) => one.kind === kind)
      .map(({ title }) => title),
  };
}

/** R21 */
export function electsCommittee(fullMembers: number | null, rules: Rules, day: IsoDate): boolean | null {
  return fullMembers === null ? null : fullMembers >= rules.on('cell_size', day).value.committee_from;
}

function visitorsOf(db: Kysely<Tables>, id: string) {
  return db
    .selectFrom('visit')
    .select(['name', 'title', 'official_id'])
    .where('meeting_id', '=', id)
    .orderBy('id')
    .execute();
}

function attendance(
  form: MeetingForm,
): Pick<MinutesData, 'members' | 'due' | 'present' | 'absentExcused' | 'absentUnexcused'> {
  const absent = (result: 'absent_excused' | 'absent_unexcused') =>
    form.attendance.filter((entry) => entry.result === result).map(({ name, reason }) => ({ name, reason }));
  const called = form.attendance.filter((entry) => entry.result === 'present' && entry.status_then !== 'exempt');
  const presentOf = (fits: (entry: (typeof called)[number]) => boolean) =>
    called.length === 0 ? null : called.filter(fits).length;
  return {
    members: {
      total: form.members_total,
      full: form.full_members,
      probationary: form.probationary,
      temporarilyReceived: form.temporarily_received,
      exempt: form.exempt,
      temporarilyAway: form.temporarily_away,
      workingAway: form.working_away,
    },
    due: form.due,
    present: {
      total: form.present,
      full: presentOf((entry) => entry.standing_then === 'full' && entry.status_then !== 'temporarily_received'),
      probationary: presentOf((entry) => entry.standing_then === 'probationary'),
      temporarilyReceived: presentOf((entry) => entry.status_then === 'temporarily_received'),
      exempt: form.present_exempt,
    },
    absentExcused: { count: form.absent_excused, people: absent('absent_excused') },
    absentUnexcused: { count: form.absent_unexcused, people: absent('absent_unexcused') },
  };
}

/** A row of a register, where nobody has written the meeting up, does not say that no guest came (R42). */
function guestsKnown(visitors: number, { guests: invited, chair, secretary, agenda }: MeetingForm): boolean {
  return visitors + invited.length + agenda.length > 0 || chair !== null || secretary !== null;
}

/** Visitors first; a guest who is one of them is not named twice. */
function guests(
  visitors: readonly { name: string; title: string | null; official_id: string | null }[],
  invited: MeetingForm['guests'],
): MinutesData['guests'] {
  const seen = new Set(visitors.map(({ official_id }) => official_id));
  return [
    ...visitors.map(({ name, title }) => ({ name, capacity: title })),
    ...invited
      .filter(({ official_id }) => official_id === null || !seen.has(official_id))
      .map(({ name, capacity }) => ({ name, capacity })),
  ];
}

function course(
  form: MeetingForm,
  thresholds: RuleValue<'vote_thresholds'>,
): Pick<MinutesData, 'agenda' | 'opinions' | 'conclusion' | 'tasks' | 'priorTasks' | 'votes'> {
  const keys = new Set(form.agenda.map((item) => item.key));
  return {
    agenda: form.agenda.map(({ key, ...item }) => ({
      ...item,
      opinions: form.opinions.filter((opinion) => opinion.agenda_key === key),
    })),
    opinions: form.opinions.filter((opinion) => opinion.agenda_key === null || !keys.has(opinion.agenda_key)),
    conclusion: form.conclusion,
    tasks: form.tasks.map((task) => ({ content: task.content, person: task.person, dueDate: dayIn(task.due_date) })),
    priorTasks: form.prior_tasks
      .filter(({ done, outcome }) => done !== null || outcome !== null)
      .map(({ content, person: who, opening_state, outcome, done }) => ({
        ...{ content, person: who, openingState: opening_state, outcome, done },
      })),
    votes: form.votes.map(({ subject, kind, base, in_favour, against, other }) => {
      const isElection = kind === 'election' || (form.kind === 'congress' && /^bầu\b/iu.test(subject));
      const threshold = thresholds.find((each) => each.kind === (isElection ? 'election' : kind)) ?? null;
      const outcome = voteOutcome({ base, inFavour: in_favour }, threshold);
      return { subject, kind, isElection, base, inFavour: in_favour, against, other, outcome };
    }),
  };
}

export function dayIn(text: string | null): IsoDate | null {
  return text !== null && isIsoDate(text) ? text : null;
}

function person(name: string | null): { name: string; capacity: null } | null {
  return name === null ? null : { name, capacity: null };
}
