import type { Kysely } from 'kysely';
import type { MeetingForm, Preview } from '../../contract/meetings.ts';
import type { MadeFile } from '../../contract/values.ts';
import { safeFileName, writeFileAtomically } from '../documents/file-output.ts';
import { standaloneHtml, writeHtml } from '../documents/html-writer.ts';
import type { OfficialDocument } from '../documents/model.ts';
import { type FormatProfile, profileForDate } from '../documents/profile.ts';
import { SochiboError } from '../errors.ts';
import { readMeetingForm } from '../meetings/meeting-form.ts';
import { dayOfMeeting } from '../meetings/register.ts';
import { voteOutcome } from '../meetings/votes.ts';
import { rootOrganisationId } from '../organisations/list-organisations.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { readRules } from '../rules/read-rules.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { Tables } from '../schema/database.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { type IsoDate, isIsoDate, isMonth } from '../vietnamese/dates.ts';
import { parseClock } from '../vietnamese/times.ts';
import { buildMinutes, type MinutesData } from './reports/bc-11-minutes.ts';

/** The minutes as they will print; of `form`, where the clerk has typed what is not saved yet. Throws `not_found`. */
export async function minutesPreview(session: Session, id: string, form: MeetingForm | null): Promise<Preview> {
  const { document, date, title } = await minutesDocument(session, id, form);
  return { ...writeHtml(document, profileForDate(session.formatProfiles, date)), title };
}

/** Writes the saved minutes as a Word document or a web page. Throws `not_found`. */
export async function minutesFile(session: Session, id: string, format: 'docx' | 'html'): Promise<MadeFile> {
  const { document, date, title } = await minutesDocument(session, id, null);
  const profile = profileForDate(session.formatProfiles, date);
  const path = session.files.reserve(safeFileName(`${title}.${format}`));
  await writeFileAtomically(
    path,
    format === 'docx' ? await wordFile(document, profile) : standaloneHtml(document, profile, title),
  );
  return session.files.register(path);
}

/** The library is large: only who writes a file waits for it. */
async function wordFile(document: OfficialDocument, profile: FormatProfile): Promise<Uint8Array> {
  const { writeDocx } = await import('../documents/docx-writer.ts');
  return writeDocx(document, profile);
}

async function minutesDocument(
  session: Session,
  id: string,
  form: MeetingForm | null,
): Promise<{ document: OfficialDocument; date: IsoDate; title: string }> {
  const data = await readMinutes(session.office.db, id, form);
  return {
    document: buildMinutes(data),
    date: data.date ?? today(),
    title: `Biên bản ${data.cell} ${data.date ?? data.period}`,
  };
}

/** What the minutes of one meeting print; from the saved meeting, or from `form` in its place. Throws `not_found`. */
export async function readMinutes(db: Kysely<Tables>, id: string, form: MeetingForm | null): Promise<MinutesData> {
  const { row, ...saved } = await readMeetingForm(db, id);
  const [places, office, visitors, rootId, rules] = await Promise.all([
    readOrganisationHistory(db),
    db.selectFrom('office').select('place').executeTakeFirstOrThrow(),
    db
      .selectFrom('visit')
      .select(['name', 'title', 'official_id'])
      .where('meeting_id', '=', id)
      .orderBy('id')
      .execute(),
    rootOrganisationId(db),
    readRules(db),
  ]);
  const on = dayOfMeeting({ date: form === null ? row.date : form.date, period: row.period });
  const grassrootsId = places.grassrootsOf(row.cell_id, on);
  const superior = places.nameOn(grassrootsId === row.cell_id ? rootId : grassrootsId, on);
  const filled = form ?? saved;
  if (!isMonth(row.period)) throw new SochiboError('not_found', 'Buổi sinh hoạt này không có kỳ hợp lệ.');
  return {
    superior,
    cell: places.nameOn(row.cell_id, on),
    seat: office.place,
    kind: filled.kind,
    period: row.period,
    date: day(filled.date),
    startedAt: filled.started_at === null ? null : parseClock(filled.started_at),
    endedAt: filled.ended_at === null ? null : parseClock(filled.ended_at),
    mode: filled.mode,
    modeGuidance: filled.preparation.mode_guidance,
    place: filled.place,
    ...attendance(filled),
    guests: guests(visitors, filled.guests),
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
    tasks: form.tasks.map((task) => ({ content: task.content, person: task.person, dueDate: day(task.due_date) })),
    priorTasks: form.prior_tasks
      .filter(({ done, outcome }) => done !== null || outcome !== null)
      .map(({ content, person: who, opening_state, outcome, done }) => ({
        ...{ content, person: who, openingState: opening_state, outcome, done },
      })),
    votes: form.votes.map(({ subject, kind, base, in_favour, against, other }) => ({
      subject,
      base,
      inFavour: in_favour,
      against,
      other,
      outcome: voteOutcome({ base, inFavour: in_favour }, thresholds.find((each) => each.kind === kind) ?? null),
    })),
  };
}

function day(text: string | null): IsoDate | null {
  return text !== null && isIsoDate(text) ? text : null;
}

function person(name: string | null): { name: string; capacity: null } | null {
  return name === null ? null : { name, capacity: null };
}
