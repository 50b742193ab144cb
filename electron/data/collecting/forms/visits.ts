import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { FormColumn, FormRow } from '../../documents/form-workbook.ts';
import { readOrganisationHistory } from '../../organisations/organisation-history.ts';
import type { Tables } from '../../schema/database.ts';
import { firstDayOfMonth, lastDayOfMonth, type Month } from '../../vietnamese/dates.ts';
import type { AskedUnit } from '../asked-cells.ts';
import { officialsAsked } from '../asked-officials.ts';
import type { CollectionForm } from '../collection-form.ts';
import { grades, listedCell, yesNo } from '../form-choices.ts';
import { cellLine } from '../form-identity.ts';
import { listLabels } from '../list-labels.ts';

/** Lines for visits nobody planned. */
const spareLines = 3;

/** Part of a line's mark where no cell is settled. */
export const anyCell = '*';

/** What an official reports of the month's visits: a line for each visit planned or recorded, and some blank (R35, BC-01). */
export const visitForm: CollectionForm = {
  kind: 'visits',
  title: 'Báo cáo dự sinh hoạt chi bộ tháng',
  sheet: 'Dự sinh hoạt',
  guidance: [
    'Mỗi lượt dự một dòng. Đã dự: chọn “Có”, ghi ngày dự và nội dung báo cáo. Không dự theo lịch: chọn “Không”, ghi lý do.',
    'Dự nơi khác: dùng dòng trống, chọn chi bộ trong danh sách. Tháng không dự nơi nào: chọn “Không” ở dòng đầu.',
  ],
  addressees: officialsAsked,
  content: async (db, period, unit) => ({
    columns: await columns(db, period, unit),
    rows: await rows(db, period, unit),
  }),
  heard,
};

async function columns(db: Kysely<Tables>, period: Month, { cells }: AskedUnit): Promise<FormColumn[]> {
  const month = { from: firstDayOfMonth(period), to: lastDayOfMonth(period) };
  const text = (key: string, heading: string, width: number): FormColumn => {
    return { key, heading, width, type: 'text', input: true };
  };
  const placeOf = await placesOn(db, period);
  return [
    { key: 'order', heading: 'TT', width: 5, type: 'int', input: false },
    {
      ...text('cell', 'Chi bộ', 30),
      choices: { labels: cells.map(({ id }) => placeOf(id)), open: true },
      prompt: 'Chọn trong danh sách; chi bộ khác: ghi “Chi bộ … — Đảng bộ …”.',
    },
    { ...text('held', 'Có dự', 7), choices: yesNo },
    {
      key: 'date',
      heading: 'Ngày dự',
      width: 12,
      type: 'date',
      input: true,
      range: month,
      prompt: 'Gõ ngày/tháng/năm.',
    },
    {
      ...text('reason', 'Lý do không dự', 16),
      choices: { labels: await listLabels(db, 'missed_reasons'), open: true },
    },
    text('number', 'Số báo cáo', 9),
    { key: 'date_made', heading: 'Ngày lập', width: 12, type: 'date', input: true },
    { ...text('observed', 'Tình hình, nội dung sinh hoạt', 28), group: 'Nội dung báo cáo' },
    { ...text('conveyed', 'Đã thông tin, truyền đạt, giải đáp', 28), group: 'Nội dung báo cáo' },
    { ...text('proposed', 'Ý kiến, kiến nghị của chi bộ', 28), group: 'Nội dung báo cáo' },
    { ...text('difficulties', 'Khó khăn, vướng mắc', 22), group: 'Nội dung báo cáo' },
    { ...text('strengths', 'Ưu điểm', 22), group: 'Đánh giá' },
    { ...text('weaknesses', 'Hạn chế', 22), group: 'Đánh giá' },
    { ...text('lessons', 'Đã rút kinh nghiệm', 20), group: 'Đánh giá' },
    { ...text('proposed_grade', 'Xếp loại', 10), choices: grades, group: 'Đánh giá' },
    text('own_proposals', 'Đề xuất của cán bộ', 24),
  ];
}

/** A cell's name with its grassroots organisation at the end of the month, as the drop-down offers it. */
async function placesOn(db: Kysely<Tables>, period: Month): Promise<(id: string) => string> {
  const history = await readOrganisationHistory(db);
  const day = lastDayOfMonth(period);
  return (id) => listedCell(history.nameOn(id, day), history.nameOn(history.grassrootsOf(id, day), day));
}

async function rows(db: Kysely<Tables>, period: Month, unit: AskedUnit): Promise<FormRow[]> {
  const placeOf = await placesOn(db, period);
  const [plans, visits] = await Promise.all([plansOf(db, period, unit.id), visitsOf(db, period, unit.id)]);
  const done = new Set(visits.map(({ cell_id }) => cell_id));
  const open = plans.filter(({ visit_id, cell_id }) => visit_id === null && !(cell_id !== null && done.has(cell_id)));
  const lines = [
    ...visits.map(({ visit_id, cell_id, date, ...report }) => ({
      id: cellLine(cell_id, `visit-${visit_id}`),
      values: { ...report, proposed_grade: gradeWord(report.proposed_grade), cell: placeOf(cell_id), held: 'Có', date },
    })),
    ...open.map(({ id, cell_id }) => ({
      id: cellLine(cell_id ?? anyCell, `plan-${id}`),
      values: { cell: cell_id === null ? null : placeOf(cell_id) },
    })),
    ...Array.from({ length: spareLines }, () => ({ id: cellLine(anyCell, newId()), values: {} })),
  ];
  return lines.map(({ id, values }, index) => ({ id, values: { order: index + 1, ...values } }));
}

function gradeWord(grade: keyof typeof gradeWords | null): string | null {
  return grade === null ? null : gradeWords[grade];
}
const gradeWords = { good: 'Tốt', fair: 'Khá', average: 'Trung bình', poor: 'Kém' } as const;

function plansOf(db: Kysely<Tables>, period: Month, officialId: string) {
  return db
    .selectFrom('planned_visit')
    .select(['id', 'cell_id', 'visit_id'])
    .where('official_id', '=', officialId)
    .where('period', '=', period)
    .where('state', 'in', ['planned', 'cell_notified', 'attended'])
    .orderBy('planned_date')
    .orderBy('id')
    .execute();
}

/** The month's visits of an official with what the office has of their reports. */
function visitsOf(db: Kysely<Tables>, period: Month, officialId: string) {
  return db
    .selectFrom('visit')
    .innerJoin('meeting', 'meeting.id', 'visit.meeting_id')
    .leftJoin('visit_report as report', 'report.visit_id', 'visit.id')
    .select(['visit.id as visit_id', 'meeting.cell_id', 'meeting.date', 'report.number', 'report.date_made'])
    .select(['report.observed', 'report.conveyed', 'report.proposed', 'report.difficulties'])
    .select([
      'report.strengths',
      'report.weaknesses',
      'report.lessons',
      'report.proposed_grade',
      'report.own_proposals',
    ])
    .where('visit.official_id', '=', officialId)
    .where('meeting.period', '=', period)
    .orderBy('meeting.date')
    .orderBy('visit.id')
    .execute();
}

/** Reports of the month that were handed in. */
async function heard(db: Kysely<Tables>, period: Month, units: readonly AskedUnit[]): Promise<Map<string, number>> {
  const reports = await db
    .selectFrom('visit_report as report')
    .innerJoin('visit', 'visit.id', 'report.visit_id')
    .innerJoin('meeting', 'meeting.id', 'visit.meeting_id')
    .select('visit.official_id')
    .where('meeting.period', '=', period)
    .where('report.state', 'in', ['submitted', 'accepted'])
    .execute();
  return new Map(units.map(({ id }) => [id, reports.filter(({ official_id }) => official_id === id).length]));
}
