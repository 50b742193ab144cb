import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import type { RowChanges } from '../schema/row-changes.ts';
import type { PlannedVisitAdditions, PlannedVisitRow, VisitReportRow, VisitRow } from '../schema/visit-tables.ts';
import { writeRows } from '../schema/write-rows.ts';

/** A plan as files tell of it: some have the day. */
export type ImportedPlan = PlannedVisitRow & Pick<PlannedVisitAdditions, 'planned_date'>;

export interface VisitChanges {
  visit: RowChanges<VisitRow>;
  visit_report: RowChanges<VisitReportRow>;
  planned_visit: RowChanges<ImportedPlan>;
}

/** Writes visits, planned visits and visit reports, inside the running transaction. */
export async function recordVisits(db: Kysely<Tables>, changes: VisitChanges): Promise<void> {
  await writeRows(
    db,
    changes.visit,
    (rows) => db.insertInto('visit').values(rows),
    (id, values) => db.updateTable('visit').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.planned_visit,
    (rows) => db.insertInto('planned_visit').values(rows),
    (id, values) => db.updateTable('planned_visit').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.visit_report,
    (rows) => db.insertInto('visit_report').values(rows),
    (id, values) => db.updateTable('visit_report').set(values).where('id', '=', id).execute(),
  );
}
