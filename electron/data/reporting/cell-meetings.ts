import type { Kysely } from 'kysely';
import type { DocumentAbout } from '../../contract/documents.ts';
import { SochiboError } from '../errors.ts';
import { dayOfMeeting } from '../meetings/register.ts';
import { countedKinds } from '../members/counted.ts';
import type { OrganisationHistory } from '../organisations/organisation-history.ts';
import type { MeetingKind } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { oncePerRun } from '../schema/one-run.ts';
import { type IsoDate, isMonth, lastDayOfMonth, type Month } from '../vietnamese/dates.ts';
import type { DocumentSource } from './document.ts';
import { officeBooks } from './office-books.ts';
import type { Period } from './period.ts';

/** A meeting that was held, with what a list of documents says of it. */
export interface HeldMeeting {
  id: string;
  cellId: string;
  cell: string;
  kind: MeetingKind;
  day: IsoDate;
  /** A resolution or conclusion is recorded, or a vote on one. */
  hasResolution: boolean;
}

/** Meetings held in the months of a period, of a unit and what is under it, in the order of the office's list. */
export async function heldMeetings(
  source: DocumentSource,
  { months, lastMonth }: Period,
  unit: string | null,
): Promise<HeldMeeting[]> {
  const { places } = await officeBooks(source);
  const all = await readHeldMeetings(source.db, months[0], lastMonth, places);
  return unit === null ? [...all] : all.filter(({ cellId, day }) => places.chainOn(cellId, day).includes(unit));
}

/** Of the whole office, once in a run: minutes, extracts and resolutions are listed of the same meetings. */
const readHeldMeetings = oncePerRun(heldBetween, (from, to) => `${from} ${to}`);

async function heldBetween(
  db: Kysely<Tables>,
  from: Month,
  to: Month,
  places: OrganisationHistory,
): Promise<readonly HeldMeeting[]> {
  const rows = await db
    .selectFrom('meeting')
    .select(['meeting.id', 'cell_id', 'period', 'date', 'kind'])
    .select((eb) =>
      eb
        .or([
          eb('resolution_number', 'is not', null),
          eb('conclusion', 'is not', null),
          eb.exists(
            eb
              .selectFrom('vote')
              .select('vote.id')
              .whereRef('vote.meeting_id', '=', 'meeting.id')
              .where('vote.kind', '=', 'resolution'),
          ),
        ])
        .as('has_resolution'),
    )
    .where('state', '=', 'held')
    .where('period', '>=', from)
    .where('period', '<=', to)
    .orderBy('period')
    .orderBy('date')
    .orderBy('meeting.id')
    .execute();
  return rows
    .flatMap(({ id, cell_id: cellId, kind, has_resolution, ...row }) => {
      const day = dayOfMeeting(row);
      const place = places.placeOn(cellId, day);
      if (kind === null || place === null) return [];
      const held = { id, cellId, cell: place.name, kind, day, hasResolution: Boolean(has_resolution) };
      return [{ order: place.order, held }];
    })
    .sort((a, b) => a.order - b.order)
    .map(({ held }) => held);
}

/** The cell and month a form to be written on by hand is for. */
export interface BlankForm {
  cellId: string;
  cell: string;
  month: Month;
  day: IsoDate;
}

/** A form without a meeting: for a cell (`unit`) and a month. Throws `wrong_arguments` and `not_found`. */
export async function blankForm(source: DocumentSource, { unit, period = '' }: DocumentAbout): Promise<BlankForm> {
  if (unit === undefined || !isMonth(period)) {
    throw new SochiboError('wrong_arguments', 'Chọn một buổi sinh hoạt, hoặc một chi bộ và một tháng để in mẫu trống.');
  }
  const { places } = await officeBooks(source);
  if (!places.has(unit)) throw new SochiboError('not_found', `Sổ không có tổ chức "${unit}". Chọn lại chi bộ.`);
  const day = lastDayOfMonth(period);
  return { cellId: unit, cell: places.nameOn(unit, day), month: period, day };
}

/** Members of a cell by their statuses of a day (R9, R15); all null where no member of it is recorded (R42). */
export interface CellNumbers {
  total: number | null;
  full: number | null;
  probationary: number | null;
  temporarilyReceived: number | null;
  exempt: number | null;
  temporarilyAway: number | null;
  workingAway: number | null;
}

export async function cellNumbers({ db }: DocumentSource, cellId: string, day: IsoDate): Promise<CellNumbers> {
  const statuses = await db
    .selectFrom('member_status as status')
    .select(['status.kind', 'status.standing'])
    .where('status.cell_id', '=', cellId)
    .where('status.kind', 'in', [...countedKinds, 'temporarily_received'])
    .where(inForce('status', day))
    .execute();
  const numberOf = (fits: (status: (typeof statuses)[number]) => boolean) =>
    statuses.length === 0 ? null : statuses.filter(fits).length;
  const isOwn = ({ kind }: (typeof statuses)[number]) => kind !== 'temporarily_received';
  return {
    total: numberOf(isOwn),
    full: numberOf((status) => isOwn(status) && status.standing === 'full'),
    probationary: numberOf((status) => isOwn(status) && status.standing === 'probationary'),
    temporarilyReceived: numberOf((status) => !isOwn(status)),
    exempt: numberOf(({ kind }) => kind === 'exempt'),
    temporarilyAway: numberOf(({ kind }) => kind === 'temporarily_away'),
    workingAway: numberOf(({ kind }) => kind === 'temporarily_exempt'),
  };
}
