import type { Kysely } from 'kysely';
import type { MeetingForm } from '../../contract/meetings.ts';
import type { Tables } from '../schema/database.ts';
import { toTruth } from '../schema/truth.ts';
import { writeRows } from '../schema/write-rows.ts';
import { listChanges } from './list-changes.ts';

type Lists = Pick<MeetingForm, 'attendance' | 'guests' | 'agenda' | 'opinions' | 'votes' | 'tasks'>;

/**
 * Writes the lists of a form: rows stay the rows they are, with what the form does not show of them (what became of a
 * task); only what differs is written, and only what the form no longer has is deleted.
 */
export async function saveLists(db: Kysely<Tables>, meetingId: string, form: Lists): Promise<void> {
  await saveAttendance(db, meetingId, form.attendance);
  await saveGuests(db, meetingId, form.guests);
  await saveAgenda(db, meetingId, form);
  await saveVotes(db, meetingId, form.votes);
  await saveTasks(db, meetingId, form.tasks);
}

async function saveAttendance(db: Kysely<Tables>, meetingId: string, entries: Lists['attendance']): Promise<void> {
  const said = ({ id: _, ...entry }: Lists['attendance'][number], position: number) => ({
    ...entry,
    late_or_left_early: toTruth(entry.late_or_left_early),
    online: toTruth(entry.online),
    spoke: toTruth(entry.spoke),
    position,
  });
  const rows = await db.selectFrom('attendance').selectAll().where('meeting_id', '=', meetingId).execute();
  const changes = listChanges(rows, entries, {
    isSame: (row, entry) => row.member_id === entry.member_id && (entry.member_id !== null || row.name === entry.name),
    said,
    create: (id, entry, position) => ({ ...said(entry, position), id, meeting_id: meetingId }),
  });
  await deleteRows(db, 'attendance', changes.deletes);
  await writeRows(
    db,
    changes,
    (inserts) => db.insertInto('attendance').values(inserts),
    (id, values) => db.updateTable('attendance').set(values).where('id', '=', id).execute(),
  );
}

async function saveGuests(db: Kysely<Tables>, meetingId: string, entries: Lists['guests']): Promise<void> {
  const rows = await db.selectFrom('guest').selectAll().where('meeting_id', '=', meetingId).execute();
  const changes = listChanges(rows, entries, {
    isSame: (row, entry) => row.name === entry.name && row.capacity === entry.capacity,
    said: ({ id: _, ...entry }, position) => ({ ...entry, position }),
    create: (id, entry, position) => ({ ...entry, id, meeting_id: meetingId, position }),
  });
  await deleteRows(db, 'guest', changes.deletes);
  await writeRows(
    db,
    changes,
    (inserts) => db.insertInto('guest').values(inserts),
    (id, values) => db.updateTable('guest').set(values).where('id', '=', id).execute(),
  );
}

/** The items and the opinions about them, which point to their item: items come first and go last. */
async function saveAgenda(
  db: Kysely<Tables>,
  meetingId: string,
  { agenda, opinions }: Pick<Lists, 'agenda' | 'opinions'>,
): Promise<void> {
  const [items, present] = await Promise.all([
    db.selectFrom('agenda_item').selectAll().where('meeting_id', '=', meetingId).execute(),
    db.selectFrom('opinion').selectAll().where('meeting_id', '=', meetingId).execute(),
  ]);
  const known = new Set(items.map(({ id }) => id));
  const itemChanges = listChanges(
    items,
    agenda.map(({ key, ...entry }) => ({ ...entry, id: known.has(key) ? key : undefined })),
    {
      isSame: () => false,
      said: ({ id: _, ...entry }, position) => ({ ...entry, position }),
      create: (id, entry, position) => ({ ...entry, id, meeting_id: meetingId, position }),
    },
  );
  const itemOf = new Map(agenda.map(({ key }, index) => [key, itemChanges.ids[index] ?? null]));
  const opinionChanges = listChanges(
    present,
    opinions.map(({ agenda_key, ...entry }) => ({
      ...entry,
      agenda_item_id: agenda_key === null ? null : (itemOf.get(agenda_key) ?? null),
    })),
    {
      isSame: (row, entry) => row.speaker === entry.speaker && row.content === entry.content,
      said: ({ id: _, ...entry }, position) => ({ ...entry, position }),
      create: (id, entry, position) => ({ ...entry, id, meeting_id: meetingId, position }),
    },
  );
  await deleteRows(db, 'opinion', opinionChanges.deletes);
  await writeRows(
    db,
    itemChanges,
    (inserts) => db.insertInto('agenda_item').values(inserts),
    (id, values) => db.updateTable('agenda_item').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    opinionChanges,
    (inserts) => db.insertInto('opinion').values(inserts),
    (id, values) => db.updateTable('opinion').set(values).where('id', '=', id).execute(),
  );
  await deleteRows(db, 'agenda_item', itemChanges.deletes);
}

async function saveVotes(db: Kysely<Tables>, meetingId: string, entries: Lists['votes']): Promise<void> {
  const rows = await db.selectFrom('vote').selectAll().where('meeting_id', '=', meetingId).execute();
  const changes = listChanges(rows, entries, {
    isSame: (row, entry) => row.subject === entry.subject,
    said: ({ id: _, ...entry }, position) => ({ ...entry, position }),
    create: (id, entry, position) => ({
      ...entry,
      id,
      meeting_id: meetingId,
      probationary_voted: null,
      position,
    }),
  });
  await deleteRows(db, 'vote', changes.deletes);
  await writeRows(
    db,
    changes,
    (inserts) => db.insertInto('vote').values(inserts),
    (id, values) => db.updateTable('vote').set(values).where('id', '=', id).execute(),
  );
}

async function saveTasks(db: Kysely<Tables>, meetingId: string, entries: Lists['tasks']): Promise<void> {
  const rows = await db.selectFrom('task').selectAll().where('meeting_id', '=', meetingId).execute();
  const changes = listChanges(rows, entries, {
    isSame: (row, entry) => row.content === entry.content && row.person === entry.person,
    said: ({ id: _, ...entry }, position) => ({ ...entry, position }),
    create: (id, entry, position) => ({
      ...entry,
      id,
      meeting_id: meetingId,
      outcome: null,
      done: null,
      opening_state: null,
      result_meeting_id: null,
      position,
    }),
  });
  await deleteRows(db, 'task', changes.deletes);
  await writeRows(
    db,
    changes,
    (inserts) => db.insertInto('task').values(inserts),
    (id, values) => db.updateTable('task').set(values).where('id', '=', id).execute(),
  );
}

type ListTable = 'attendance' | 'guest' | 'agenda_item' | 'opinion' | 'vote' | 'task';

async function deleteRows(db: Kysely<Tables>, table: ListTable, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom(table).where('id', 'in', ids).execute();
}
