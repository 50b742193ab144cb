import { listPlans } from '../schedule/list-plans.ts';
import { unvisitedCells } from '../schedule/unvisited.ts';
import { addDays, monthOf } from '../vietnamese/dates.ts';
import { lateVisitReports } from '../visits/list-reports.ts';
import { type HomeList, homeItem, weekAhead } from './home-item.ts';

/** Not handed in although due, or given back (R35). */
export const visitReportsLate: HomeList = async ({ db, day }) =>
  homeItem(
    'visit_reports_late',
    'late',
    (await lateVisitReports(db, day)).map((report) => ({
      entity: 'visit_report',
      id: report.visit_id,
      label: report.official,
      context: [report.cell, report.grassroots, report.returned_reason && `trả lại: ${report.returned_reason}`]
        .filter(Boolean)
        .join(' · '),
      date: report.due_date,
    })),
    (count) => `${count} báo cáo kết quả dự sinh hoạt quá hạn hoặc bị trả lại`,
  );

/** Visits that are planned for the coming week. */
export const visitsPlanned: HomeList = async ({ db, day }) => {
  const until = addDays(day, weekAhead);
  const plans = await listPlans(db, { from: monthOf(day), to: monthOf(until) }, day);
  return homeItem(
    'visits_planned',
    'soon',
    plans
      .filter(({ date, state }) => date !== null && date >= day && date <= until && state !== 'cancelled')
      .map(({ official_id, official, cell, grassroots, date }) => ({
        entity: 'official',
        id: official_id,
        label: official,
        context: [cell ?? 'chưa định chi bộ', grassroots].filter(Boolean).join(', '),
        date,
      })),
    (count) => `${count} lượt dự sinh hoạt theo lịch trong 7 ngày`,
  );
};

/** R33: cells that nobody from above has visited for longer than the rule allows. */
export const cellsUnvisited: HomeList = async ({ db, day }) => {
  const { months, cells } = await unvisitedCells(db, day, {});
  return homeItem(
    'cells_unvisited',
    'gap',
    cells.map((cell) => ({
      entity: 'cell',
      id: cell.cell_id,
      label: cell.cell,
      context: [cell.months === null ? 'chưa có ai dự' : `${cell.months} tháng chưa có ai dự`, cell.grassroots].join(
        ' · ',
      ),
      date: null,
    })),
    (count) => `${count} chi bộ quá ${months} tháng chưa có cấp trên dự`,
  );
};
