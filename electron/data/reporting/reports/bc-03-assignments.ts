import type { AssignmentList, AssignmentListRow } from '../../assignments/assignment-list.ts';
import { readAssignmentList } from '../../assignments/assignment-list.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../../organisations/organisation-history.ts';
import { combine, count, type Figure, unknown } from '../figure.ts';
import { type BuiltReport, type Figures, type ReportRow, type ReportScope, report } from '../report.ts';
import { byCellList, byOfficialList, withoutOfficialList } from './bc-03/lists.ts';

export interface Bc03Data {
  scope: ReportScope;
  organisations: OrganisationHistory;
  assignments: AssignmentList;
}

/**
 * BC-03 Danh sách phân công cấp ủy viên, cán bộ dự sinh hoạt, as a workbook: what each official is assigned in force on
 * the last day, by official, by cell, and the cells without anybody. The annex to a decision is a Word document.
 */
export const bc03 = report<Bc03Data>({
  code: 'BC-03',
  title: 'Biểu tổng hợp phân công cấp ủy viên, cán bộ dự sinh hoạt',
  async read(db, scope) {
    const [organisations, assignments] = await Promise.all([
      readOrganisationHistory(db),
      readAssignmentList(db, { day: scope.asOf, organisationId: scope.unit ?? undefined }),
    ]);
    return { scope, organisations, assignments };
  },
  build: buildBc03,
});

export function buildBc03(data: Bc03Data): BuiltReport {
  const { rows: assigned } = data.assignments;
  const rows = [...Map.groupBy(assigned, ({ officialId }) => officialId)].map(([key, own]): ReportRow => {
    const [first] = own;
    return {
      key,
      name: first?.official ?? '',
      kind: 'official',
      parent: null,
      texts: { 'Chức vụ, cơ quan': postAndAgency(first) },
      figures: figuresOf(own),
    };
  });
  return {
    rules: [],
    rows,
    total: Object.fromEntries(columns.map((key) => [key, combine(rows.map(({ figures }) => figures[key] ?? unknown))])),
    notes: [
      'Số lần dự tối thiểu: theo văn bản phân công, nếu không ghi thì theo quy định của nhóm chức danh; tính cho cả năm.',
    ],
    lists: [byOfficialList(data.assignments), byCellList(data.assignments), withoutOfficialList(data)],
  };
}

const columns = ['places', 'cells', 'min_visits'] as const;

function figuresOf(own: readonly AssignmentListRow[]): Figures {
  const places = [...new Set(own.map(({ place }) => place.id))];
  const cells = new Set(own.filter(({ place }) => place.isCell).map(({ place }) => place.id));
  return {
    places: count('organisation', places),
    cells: count('organisation', [...cells]),
    min_visits: minimumVisits(own),
  };
}

const timesAYear = { month: 12, quarter: 4, year: 1 } as const;

/** Visits a year, each entry of the annex once (R27); unknown where nothing asks for a number (R42). */
function minimumVisits(own: readonly AssignmentListRow[]): Figure {
  const rows = [...Map.groupBy(own, ({ entryId }) => entryId)].flatMap(([id, ofEntry]) => {
    const quota = ofEntry[0]?.quota ?? null;
    if (quota === null) return [];
    const amount = quota.visits * timesAYear[quota.cycle] * (quota.perCell ? ofEntry.length : 1);
    return [{ entity: 'assignment_entry' as const, id, amount, note: null }];
  });
  return rows.length === 0 ? unknown : { how: 'sum', rows };
}

function postAndAgency(row: AssignmentListRow | undefined): string | null {
  return [row?.post, row?.agency].filter((part) => part).join(', ') || null;
}
