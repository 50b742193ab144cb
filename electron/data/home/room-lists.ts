import type { Kysely } from 'kysely';
import type { HomeItem } from '../../contract/home.ts';
import type { PetitionRecord } from '../../contract/petitions.ts';
import { checkAssignments } from '../assignments/check-assignments.ts';
import { answeredNotTold, duePetitions, overduePetitions } from '../petitions/list-petitions.ts';
import type { Tables } from '../schema/database.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { lateVisitReports } from '../visits/list-reports.ts';
import { type HomeRecord, homeItem } from './home-item.ts';

type Source = (db: Kysely<Tables>, asOf: IsoDate) => Promise<HomeItem | null>;

/** Open petitions past their deadline. */
const petitionsOverdue: Source = async (db, asOf) =>
  homeItem(
    'petitions_overdue',
    'late',
    (await overduePetitions(db, asOf)).map(petition),
    (count) => `${count} kiến nghị quá hạn chưa được trả lời`,
  );

/** Answered, and nobody told the cell (handbook 3.3: done = answered and told back). */
const petitionsNotTold: Source = async (db, asOf) =>
  homeItem(
    'petitions_not_told',
    'late',
    (await answeredNotTold(db, asOf)).map(petition),
    (count) => `${count} kiến nghị đã trả lời nhưng chưa báo lại chi bộ`,
  );

const petitionsDue: Source = async (db, asOf) =>
  homeItem(
    'petitions_due',
    'soon',
    (await duePetitions(db, asOf)).map(petition),
    (count) => `${count} kiến nghị đến hạn trả lời trong 7 ngày`,
  );

/** Not handed in although due, or given back (R35). */
const visitReportsLate: Source = async (db, asOf) =>
  homeItem(
    'visit_reports_late',
    'late',
    (await lateVisitReports(db, asOf)).map((report) => ({
      entity: 'meeting',
      id: report.meeting_id,
      label: report.official,
      context: [report.cell, report.grassroots, report.returned_reason && `trả lại: ${report.returned_reason}`]
        .filter(Boolean)
        .join(' · '),
      date: report.due_date,
    })),
    (count) => `${count} báo cáo kết quả dự sinh hoạt quá hạn hoặc bị trả lại`,
  );

/** BC-03: a cell that nobody is assigned to. */
const cellsWithoutOfficial: Source = async (db, asOf) =>
  homeItem(
    'cells_without_official',
    'gap',
    (await checkAssignments(db, asOf))
      .filter(({ check }) => check === 'cell_without_official')
      .flatMap(({ organisation_id, organisation, detail }): HomeRecord[] =>
        organisation_id === null
          ? []
          : [{ entity: 'cell', id: organisation_id, label: organisation ?? '', context: detail, date: null }],
      ),
    (count) => `${count} chi bộ chưa có cán bộ được phân công dự`,
  );

function petition({ id, cell, grassroots, content, due_date }: PetitionRecord): HomeRecord {
  return { entity: 'petition', id, label: content, context: `${cell}, ${grassroots}`, date: due_date };
}

/** What the rooms themselves list as late, due or missing. */
export const roomLists: readonly Source[] = [
  petitionsOverdue,
  petitionsNotTold,
  visitReportsLate,
  petitionsDue,
  cellsWithoutOfficial,
];
