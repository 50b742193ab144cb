import type { ImportedRow } from '../../../contract/import-decisions.ts';
import type { Row } from '../../schema/column-types.ts';
import type { MeetingRow } from '../../schema/meeting-tables.ts';
import type { PetitionRow } from '../../schema/petition-tables.ts';
import { today } from '../../today.ts';
import { formatDate, isPartialDate } from '../../vietnamese/dates.ts';
import { nameKey, searchKey } from '../../vietnamese/fold.ts';
import type { RecordEntity } from '../plan/records.ts';
import type { RowSet } from '../plan/row-set.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import { cellKey } from '../values/organisation-names.ts';
import type { ImportDraft } from './import-draft.ts';

/** What a field of a row is in the office's record, and what it would become. */
export type HeldValues = (field: string) => { ours: string | null; becomes: string | null };

type Beside = Pick<ImportedRow, 'record' | 'because' | 'candidates'> & { held: HeldValues };

const nothingHeld: HeldValues = () => ({ ours: null, becomes: null });
const chosenWords = 'theo lựa chọn của đồng chí';
const mostCandidates = 8;

/** A row of another kind than members, beside what the office has of it: officials, organisations, meetings, petitions. */
export function besideRecord(
  draft: ImportDraft,
  entity: RecordEntity | null,
  row: SheetRow,
  record: string | undefined,
): Beside {
  switch (entity) {
    case 'official':
      return besideOfficial(draft, row, record);
    case 'organisation':
      return besideOrganisation(draft, row, record);
    case 'meeting':
      return besideMeeting(draft, record);
    case 'petition':
      return besidePetition(draft, record);
    default:
      return { record: null, because: null, candidates: [], held: nothingHeld };
  }
}

function besideOfficial({ books: { officials } }: ImportDraft, row: SheetRow, record: string | undefined): Beside {
  const title = (id: string) => officials.titles.of(id).findLast(({ id: own }) => !officials.titles.isNew(own));
  const shown = (id: string) => {
    const official = officials.officials.original(id);
    if (!official) return null;
    const detail = [title(id)?.title, official.agency, official.phone].filter((part) => part).join(', ');
    return { id, name: official.full_name, detail };
  };
  const name = row.line('full_name') ?? '';
  const phone = row.line('phone')?.replace(/\D/gu, '') ?? '';
  const scoreOf = (id: string) => {
    const official = officials.officials.original(id);
    if (!official) return 0;
    const sameName = official.name_key === nameKey(name) ? 60 : official.search_key === searchKey(name) ? 45 : 0;
    const samePhone = phone !== '' && official.phone?.replace(/\D/gu, '') === phone ? 35 : 0;
    return sameName + samePhone;
  };
  const official = record === undefined ? null : shown(record);
  const score = official === null ? 0 : scoreOf(official.id);
  const held = valuesOf(officials.officials, record, {
    agency: 'agency',
    phone: 'phone',
    note: 'note',
    full_name: 'full_name',
  });
  return {
    record: official,
    because: official && (score >= 95 ? 'trùng họ tên, điện thoại' : score >= 60 ? 'trùng họ tên' : chosenWords),
    candidates: best(
      [...officials.officials.all()].flatMap(({ id }) => shown(id) ?? []),
      scoreOf,
    ),
    held: (field) =>
      field === 'title' && record !== undefined
        ? { ours: title(record)?.title ?? null, becomes: officials.titles.of(record).at(-1)?.title ?? null }
        : held(field),
  };
}

function besideOrganisation(
  { books: { organisations }, recognition: { codes } }: ImportDraft,
  row: SheetRow,
  record: string | undefined,
): Beside {
  const day = today();
  const isKnown = (id: string) => !organisations.organisations.isNew(id);
  const shown = (id: string) => {
    const version = organisations.versionOn(id, day);
    const above = version?.parent_id ?? null;
    return { id, name: version?.name ?? '', detail: above === null ? '' : organisations.nameOn(above, day) };
  };
  const name = row.line('name') ?? '';
  const words = new Set(searchKey(name).split(' '));
  const scoreOf = (id: string) => {
    const other = organisations.nameOn(id, day);
    if (cellKey(other) === cellKey(name)) return 90;
    const others = new Set(searchKey(other).split(' '));
    const shared = [...words].filter((word) => others.has(word)).length;
    return Math.round((80 * shared) / (words.size + others.size - shared));
  };
  const organisation = record !== undefined && isKnown(record) ? shown(record) : null;
  const version = record === undefined ? undefined : organisations.versionOn(record, day);
  const held = valuesOf(organisations.versions, version?.id, {
    phone: 'phone',
    note: 'note',
    name: 'name',
    cell_type: 'cell_type',
  });
  const dayOf = (id: string | undefined) => (id === undefined ? [] : organisations.daysOf(id));
  return {
    record: organisation,
    because: organisation && (scoreOf(organisation.id) >= 90 ? 'trùng tên' : chosenWords),
    candidates: best(
      [...organisations.organisations.all()]
        .filter(({ id }) => isKnown(id) && organisations.isCell(id))
        .map(({ id }) => shown(id)),
      scoreOf,
    ),
    held: (field) => {
      if (field === 'meeting_day') {
        const ours = dayOf(record).filter(({ id }) => !organisations.days.isNew(id));
        return { ours: dayWords(ours), becomes: dayWords(dayOf(record)) };
      }
      const values = held(field);
      if (field !== 'cell_type') return values;
      const label = (code: string | null) => (code === null ? null : codes.label('cell_types', code));
      return { ours: label(values.ours), becomes: label(values.becomes) };
    },
  };
}

function dayWords(days: readonly { day: number }[]): string | null {
  const last = days.at(-1);
  return last ? `Ngày ${last.day}` : null;
}

function besideMeeting({ books: { meetings, organisations } }: ImportDraft, record: string | undefined): Beside {
  const original = record === undefined ? undefined : meetings.meetings.original(record);
  const held = valuesOf<MeetingRow>(meetings.meetings, record, {
    date: 'date',
    start: 'started_at',
    end: 'ended_at',
    theme: 'theme',
    members_total: 'members_total',
    exempt: 'exempt',
    working_away: 'working_away',
    due: 'due',
    present: 'present',
    absent_excused: 'absent_excused',
    absent_unexcused: 'absent_unexcused',
    note: 'note',
  });
  const name = original ? organisations.nameOn(original.cell_id, today()) : '';
  const detail = original?.date ? `buổi ngày ${shownDate(original.date)}` : `tháng ${original?.period ?? ''}`;
  return {
    record: original ? { id: original.id, name, detail } : null,
    because: original ? 'trùng chi bộ, tháng, loại buổi' : null,
    candidates: [],
    held,
  };
}

function besidePetition({ books: { petitions, organisations } }: ImportDraft, record: string | undefined): Beside {
  const original = record === undefined ? undefined : petitions.petitions.original(record);
  const held = valuesOf<PetitionRow>(petitions.petitions, record, {
    date: 'date',
    content: 'content',
    due_date: 'due_date',
    answered_on: 'answered_on',
    cell_told_on: 'cell_told_on',
    note: 'note',
  });
  const detail = original ? organisations.nameOn(original.cell_id, today()) : '';
  return {
    record: original ? { id: original.id, name: original.code, detail } : null,
    because: original ? 'trùng chi bộ, ngày, nội dung' : null,
    candidates: [],
    held,
  };
}

/** The columns of one row as the office has them and as planned, in words. */
function valuesOf<R extends Row>(
  rows: RowSet<R>,
  id: string | undefined,
  columns: Readonly<Record<string, keyof R>>,
): HeldValues {
  const read = (row: R | undefined, field: string): string | null => {
    const column = columns[field];
    const value = row === undefined || column === undefined ? null : row[column];
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? shownDate(value) : null;
  };
  return (field) =>
    id === undefined
      ? { ours: null, becomes: null }
      : { ours: read(rows.original(id), field), becomes: read(rows.get(id), field) };
}

/** Below this nothing is shown as a candidate. */
const leastScore = 40;

function best<T extends { id: string }>(all: readonly T[], scoreOf: (id: string) => number): (T & { score: number })[] {
  return all
    .map((one) => ({ ...one, score: scoreOf(one.id) }))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostCandidates);
}

/** A date as people write it; any other text as it is. */
export function shownDate(text: string): string {
  return isPartialDate(text) ? formatDate(text) : text;
}
