import type { Kysely } from 'kysely';
import type { RemarkRecord } from '../../../contract/remarks.ts';
import type { CellValue, SheetColumn, SheetRow } from '../../documents/workbook.ts';
import { postText } from '../../officials/post-text.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../../organisations/organisation-history.ts';
import { listRemarks } from '../../remarks/list-remarks.ts';
import { type Rules, readRules } from '../../rules/read-rules.ts';
import type { Tables } from '../../schema/database.ts';
import { parseIsoDate } from '../../vietnamese/dates.ts';
import { combine, count, unknown } from '../figure.ts';
import { type BuiltReport, type Figures, type ReportList, type ReportScope, report, rulesInPeriod } from '../report.ts';
import { levelWords, roleWords } from './bc-10/words.ts';

export interface Bc10ReportData {
  scope: ReportScope;
  organisations: OrganisationHistory;
  rules: Rules;
  remarks: readonly RemarkRecord[];
}

/**
 * The companion of BC-10: which committee has sent its yearly remark on which official. One row a committee; the list has
 * a line for each of its officials with the day the remark was sent.
 */
export const bc10Report = report<Bc10ReportData>({
  code: 'BC-10',
  title: 'Biểu theo dõi nhận xét, đánh giá cán bộ theo dõi địa bàn',
  read: readBc10Report,
  build: buildBc10Report,
});

async function readBc10Report(db: Kysely<Tables>, scope: ReportScope): Promise<Bc10ReportData> {
  const [organisations, rules, remarks] = await Promise.all([
    readOrganisationHistory(db),
    readRules(db),
    listRemarks(db, { year: scope.period.year, day: scope.asOf }),
  ]);
  const { unit, period } = scope;
  return {
    scope,
    organisations,
    rules,
    remarks: remarks.filter(
      ({ committee_id }) => unit === null || organisations.chainOn(committee_id, period.dateTo).includes(unit),
    ),
  };
}

export function buildBc10Report({ scope, rules, remarks }: Bc10ReportData): BuiltReport {
  const rows = [...Map.groupBy(remarks, ({ committee_id }) => committee_id)].map(([key, own]) => ({
    key,
    name: own[0]?.committee ?? '',
    kind: 'organisation',
    parent: null,
    texts: {},
    figures: figuresOf(own),
  }));
  return {
    rules: rulesInPeriod(rules, ['yearly_remark_due'], scope.period),
    rows,
    total: Object.fromEntries(
      Object.keys(matches).map((key) => [key, combine(rows.map(({ figures }) => figures[key] ?? unknown))]),
    ),
    notes: [
      `Nhận xét lập theo năm: số liệu của năm ${scope.period.year}.`,
      'Cán bộ theo dõi nhiều đảng bộ có nhận xét của từng đảng bộ.',
    ],
    lists: [remarkList(remarks)],
  };
}

/** What each column counts: officials of the committee. */
const matches: Readonly<Record<string, (remark: RemarkRecord) => boolean>> = {
  remarks_due: () => true,
  remarks_sent: ({ standing }) => standing === 'sent',
  remarks_not_sent: ({ standing }) => standing !== 'sent',
  remarks_overdue: ({ standing }) => standing === 'overdue',
  level_excellent: ({ standing, form }) => standing === 'sent' && form.level === 'excellent',
  level_good: ({ standing, form }) => standing === 'sent' && form.level === 'good',
  level_completed: ({ standing, form }) => standing === 'sent' && form.level === 'completed',
  level_not_completed: ({ standing, form }) => standing === 'sent' && form.level === 'not_completed',
  quota_met: ({ quota_met }) => quota_met === true,
};

function figuresOf(remarks: readonly RemarkRecord[]): Figures {
  return Object.fromEntries(
    Object.entries(matches).map(([key, fits]) => [
      key,
      count(
        'official',
        remarks.filter(fits).map(({ official_id }) => official_id),
      ),
    ]),
  );
}

const columns: readonly SheetColumn[] = [
  { key: 'number', label: 'TT', type: 'text', width: 5, align: 'center' },
  { key: 'committee', label: 'Đảng bộ', type: 'text', width: 22 },
  { key: 'official', label: 'Họ và tên', type: 'text', width: 18 },
  { key: 'post', label: 'Chức vụ, cơ quan', type: 'text', width: 24 },
  { key: 'role', label: 'Nhiệm vụ', type: 'text', width: 14 },
  { key: 'document', label: 'Văn bản phân công', type: 'text', width: 13 },
  { key: 'there', label: 'Số lần dự tại địa bàn', type: 'int', width: 9 },
  { key: 'counted', label: 'Số lần tính vào định mức', type: 'int', width: 9 },
  { key: 'quota', label: 'Định mức năm', type: 'int', width: 8 },
  { key: 'level', label: 'Mức độ', type: 'text', width: 14 },
  { key: 'sent', label: 'Đã gửi nhận xét: ngày', type: 'date', width: 11 },
  { key: 'note', label: 'Ghi chú', type: 'text', width: 14 },
];

function remarkList(remarks: readonly RemarkRecord[]): ReportList {
  return {
    name: 'Danh sách',
    title: 'Danh sách nhận xét, đánh giá cán bộ theo dõi địa bàn',
    columns,
    rows: remarks.map(listRow),
    notes: ['Số lần tính vào định mức và định mức là của cả năm, trên mọi địa bàn của cán bộ.'],
    whenEmpty: 'Không có cán bộ theo dõi địa bàn cần nhận xét trong năm.',
  };
}

function listRow(remark: RemarkRecord, index: number): SheetRow {
  const { form, role } = remark;
  const cells: Record<string, CellValue> = {
    number: String(index + 1),
    committee: remark.committee,
    official: remark.official,
    post: postText(remark.title, remark.agency) ?? '',
    role: role === null ? '' : roleWords[role],
    document: remark.assignment_document ?? '',
    there: remark.visit_total,
    counted: remark.counted_visits,
    quota: remark.quota,
    level: form.level === null ? '' : levelWords[form.level],
    sent: form.sent_on === null ? '' : (parseIsoDate(form.sent_on) ?? ''),
    note: form.note ?? '',
  };
  return { kind: 'data', cells };
}
