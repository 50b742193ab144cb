import type { CellValue, SheetColumn } from '../../../documents/workbook.ts';
import { turnout } from '../../../meetings/attendance-rules.ts';
import { printedGrade, type RegisterMeeting } from '../../../meetings/register.ts';
import { formatDate, type IsoDate, parseMonth } from '../../../vietnamese/dates.ts';
import { ratioPercent } from '../../../vietnamese/numbers.ts';
import type { CellPlace } from '../../cell-places.ts';
import type { Figure } from '../../figure.ts';
import { groupedRows, type ListEntry, numberColumn } from '../../list-groups.ts';
import { quarterName } from '../../period.ts';
import type { Figures, ReportList } from '../../report.ts';
import { gradeWords } from '../bc-07/columns.ts';
import type { Bc08Data, PlanEntry } from './read.ts';

type Places = ReadonlyMap<string, CellPlace>;

const planColumns: readonly SheetColumn[] = [
  numberColumn,
  { key: 'cell', label: 'Chi bộ', type: 'text', width: 24 },
  { key: 'quarter', label: 'Quý', type: 'text', width: 9, align: 'center' },
  { key: 'theme', label: 'Chuyên đề', type: 'text', width: 34 },
  { key: 'preparer', label: 'Người chuẩn bị', type: 'text', width: 16 },
  { key: 'time', label: 'Thời gian', type: 'text', width: 11, align: 'center' },
  { key: 'document', label: 'Văn bản chỉ đạo', type: 'text', width: 18 },
];

const resultColumns: readonly SheetColumn[] = [
  ...planColumns.map((column) =>
    column.key === 'theme' ? { ...column, width: 26 } : column.key === 'cell' ? { ...column, width: 17 } : column,
  ),
  { key: 'date', label: 'Ngày sinh hoạt', type: 'date', width: 11 },
  { key: 'combined', label: 'Kết hợp thường kỳ', type: 'text', width: 8, align: 'center' },
  { key: 'minutes', label: 'Thời lượng (phút)', type: 'int', width: 7 },
  { key: 'turnout', label: 'Có mặt/ phải dự', type: 'text', width: 8, align: 'center' },
  { key: 'rate', label: 'Tỷ lệ (%)', type: 'percent1', width: 7 },
  { key: 'opinions', label: 'Số ý kiến', type: 'int', width: 6 },
  { key: 'grade', label: 'Xếp loại', type: 'text', width: 8, align: 'center' },
  { key: 'conclusion', label: 'Kết luận, nghị quyết', type: 'text', width: 20 },
  { key: 'outcome', label: 'Kết quả thực hiện', type: 'text', width: 14 },
];

/** The cells' plans for the quarters of the period. */
export function planList(data: Bc08Data, places: Places): ReportList {
  const entries = [...data.plans].flatMap(([cellId, plans]) =>
    plans.map((plan): ListEntry => ({ cellId, cells: planCells(data, plan) })),
  );
  return {
    name: 'Kế hoạch',
    title: 'Kế hoạch sinh hoạt chuyên đề',
    columns: planColumns,
    rows: groupedRows(entries, listPlaces(data, places), planColumns, 'cell'),
    notes: [],
    whenEmpty: 'Chưa ghi kế hoạch chuyên đề của các quý trong kỳ.',
  };
}

/** The meetings counted as thematic, each with the entry of the plan it was held on. */
export function resultList(data: Bc08Data, places: Places, total: Figures): ReportList {
  const counted = new Set(idsOf(total.thematic_meetings));
  const planOf = new Map(
    [...data.plans.values()].flatMap((plans) => plans.flatMap((plan) => plan.meetings.map(({ id }) => [id, plan]))),
  );
  const entries = data.meetings.meetings
    .filter(({ id }) => counted.has(id))
    .toSorted((a, b) => (a.date ?? a.period).localeCompare(b.date ?? b.period))
    .map((meeting): ListEntry => {
      const plan = planOf.get(meeting.id);
      return {
        cellId: meeting.cellId,
        cells: { ...(plan ? planCells(data, plan) : {}), ...resultCells(data, meeting, plan) },
      };
    });
  return {
    name: 'Kết quả',
    title: 'Kết quả sinh hoạt chuyên đề',
    columns: resultColumns,
    rows: groupedRows(entries, listPlaces(data, places), resultColumns, 'cell'),
    notes: [],
    whenEmpty: 'Chưa ghi buổi sinh hoạt chuyên đề nào trong kỳ.',
  };
}

const undoneColumns: readonly SheetColumn[] = [
  numberColumn,
  { key: 'cell', label: 'Chi bộ', type: 'text', width: 28 },
  { key: 'quarter', label: 'Quý', type: 'text', width: 10, align: 'center' },
  { key: 'theme', label: 'Chuyên đề theo kế hoạch', type: 'text', width: 36 },
  { key: 'note', label: 'Ghi chú', type: 'text', width: 26 },
];

/** The quarters of cells behind the figure "chưa thực hiện", with the theme they had planned. */
export function undoneList(data: Bc08Data, places: Places, total: Figures): ReportList {
  const { period } = data.meetings.scope;
  const figure = total.thematic_missing_cells;
  const silent = new Set(data.meetings.meetings.map(({ cellId }) => cellId));
  const entries = (figure?.how === 'count' ? figure.rows : []).map(({ id, note }): ListEntry => {
    const plans = (data.plans.get(id) ?? []).filter(({ quarter }) =>
      period.quarters.some((each) => each.number === quarter && quarterName(each) === note),
    );
    return {
      cellId: id,
      cells: {
        quarter: note,
        theme: plans.map(({ title }) => title).join('; '),
        note: silent.has(id) ? '' : 'Chưa báo cáo buổi sinh hoạt nào trong kỳ',
      },
    };
  });
  return {
    name: 'Chi bộ chưa thực hiện',
    title: 'Danh sách chi bộ chưa sinh hoạt chuyên đề',
    columns: undoneColumns,
    rows: groupedRows(entries, listPlaces(data, places), undoneColumns, 'cell'),
    notes:
      entries.length > 0 || figure?.how !== 'count' ? [] : ['Tất cả chi bộ phải thực hiện đã sinh hoạt chuyên đề.'],
  };
}

function planCells({ meetings }: Bc08Data, plan: PlanEntry): Record<string, CellValue> {
  const quarter = meetings.scope.period.quarters.find(({ number }) => number === plan.quarter);
  return {
    quarter: quarter ? quarterName(quarter) : '',
    theme: plan.title,
    preparer: plan.preparer ?? '',
    time: monthText(plan.planned_month),
    document: plan.required_by ?? '',
  };
}

function resultCells(data: Bc08Data, meeting: RegisterMeeting, plan: PlanEntry | undefined): Record<string, CellValue> {
  const { rules, scope } = data.meetings;
  const details = data.details.get(meeting.id);
  const { date, minutes, due, present, presentExempt } = meeting;
  const exemptPresent = rules.on('exempt_present', scope.period.dateTo).value;
  const came =
    due === null || present === null
      ? null
      : turnout({ due, present, presentExempt: presentExempt ?? 0 }, exemptPresent);
  const grade = printedGrade(meeting, rules.on('printed_grade', scope.period.dateTo).value);
  return {
    quarter: quarterOf(data, date) ?? (plan === undefined ? '' : planCells(data, plan).quarter) ?? '',
    theme: plan?.title ?? details?.theme ?? '',
    preparer: plan?.preparer ?? details?.presenter ?? '',
    date: date ?? monthText(meeting.period),
    combined: details?.isRegular ? 'x' : '',
    minutes,
    turnout: came === null ? '' : `${came.present}/${came.due}`,
    rate: came === null ? null : ratioPercent(came.present, came.due),
    opinions: details?.opinions ?? null,
    grade: grade === null ? '' : gradeWords[grade],
    conclusion: conclusionText(details),
    outcome:
      details === undefined || details.tasks.given === 0 ? '' : `${details.tasks.done}/${details.tasks.given} nhiệm vụ`,
  };
}

function conclusionText(details: { conclusion: string | null; resolution: string | null } | undefined): string {
  if (details === undefined) return '';
  return details.resolution ?? details.conclusion ?? '';
}

function quarterOf({ meetings }: Bc08Data, date: IsoDate | null): string | null {
  const quarter = meetings.scope.period.quarters.find(({ from, to }) => date !== null && date >= from && date <= to);
  return quarter ? quarterName(quarter) : null;
}

function monthText(month: string | null): string {
  const parsed = month === null ? null : parseMonth(month);
  return parsed === null ? '' : formatDate(parsed);
}

function idsOf(figure: Figure | undefined): string[] {
  return figure?.how === 'count' ? figure.rows.map(({ id }) => id) : [];
}

function listPlaces({ meetings: { scope, organisations } }: Bc08Data, places: Places) {
  return { organisations, places, day: scope.organisedOn ?? scope.period.dateTo };
}
