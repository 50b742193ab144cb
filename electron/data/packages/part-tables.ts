import type { PackageContent } from '../../contract/packages.ts';
import type { AuditedTables } from '../schema/database.ts';

/** What a package says of one table of the office. */
export interface PartTable {
  table: keyof AuditedTables;
  content: PackageContent;
  /** As the clerk calls its records. */
  title: string;
  /**
   * How a record is found that the office has under another id: equal in all these columns, the first of which says what it
   * belongs to. Tables without have a rule of their own (`match-records.ts`), or are never found.
   */
  natural?: readonly string[];
  /** A fact about one thing: where the office has facts of its own about it, theirs are left out. */
  about?: readonly string[];
  /** Of a record the office knew before: `theirs` overwrites what it says otherwise, `ours` only fills what is blank. */
  known: 'theirs' | 'ours';
  /** Only looked up, never added: what an office rules by is its own. */
  lookedUp?: true;
  /** The column that says what the row is a part of: a part stays and goes with it. */
  partOf?: string;
  /** Records that lists and figures name: where they come from is written down. */
  named?: true;
}

/** In the order in which they are written: what a row refers to stands before it. */
export const partTables: readonly PartTable[] = [
  { table: 'organisation', content: 'organisations', title: 'Tổ chức đảng', known: 'ours', named: true },
  {
    ...{ table: 'organisation_version', content: 'organisations', title: 'Tên, nơi trực thuộc', known: 'ours' },
    ...{ natural: ['organisation_id', 'valid_from'], about: ['organisation_id'], partOf: 'organisation_id' },
  },
  {
    ...{ table: 'meeting_day', content: 'organisations', title: 'Ngày sinh hoạt', known: 'theirs' },
    ...{ natural: ['organisation_id', 'valid_from'], about: ['organisation_id'], partOf: 'organisation_id' },
  },
  {
    ...{ table: 'meeting_day_exception', content: 'organisations', title: 'Ngày sinh hoạt khác', known: 'theirs' },
    ...{ natural: ['organisation_id', 'valid_from'], partOf: 'organisation_id' },
  },
  {
    ...{ table: 'organisation_event', content: 'organisations', title: 'Thay đổi tổ chức', known: 'ours' },
    ...{ natural: ['organisation_id', 'kind', 'date'], partOf: 'organisation_id' },
  },
  {
    ...{ table: 'organisation_count', content: 'organisations', title: 'Số đảng viên', known: 'theirs' },
    ...{ natural: ['organisation_id', 'as_of'], partOf: 'organisation_id' },
  },
  { table: 'member', content: 'members', title: 'Đảng viên', known: 'ours', named: true },
  {
    ...{ table: 'member_detail', content: 'members', title: 'Lý lịch', known: 'ours' },
    ...{ natural: ['member_id'], partOf: 'member_id' },
  },
  {
    ...{ table: 'member_status', content: 'members', title: 'Trạng thái đảng viên', known: 'theirs' },
    ...{ natural: ['member_id', 'cell_id', 'valid_from'], about: ['member_id', 'cell_id'], partOf: 'member_id' },
  },
  {
    ...{ table: 'membership_event', content: 'members', title: 'Biến động', known: 'ours' },
    ...{ natural: ['member_id', 'code', 'date'], partOf: 'member_id' },
  },
  {
    ...{ table: 'cell_committee_member', content: 'members', title: 'Cấp ủy chi bộ', known: 'theirs' },
    ...{ natural: ['organisation_id', 'member_id', 'position', 'valid_from'], partOf: 'organisation_id' },
  },
  { table: 'official', content: 'visits', title: 'Cán bộ dự sinh hoạt', known: 'ours', named: true },
  {
    ...{ table: 'official_title', content: 'visits', title: 'Chức danh', known: 'ours' },
    ...{ natural: ['official_id', 'title', 'valid_from'], about: ['official_id'], partOf: 'official_id' },
  },
  {
    ...{ table: 'decision', content: 'visits', title: 'Quyết định', known: 'ours' },
    natural: ['number_symbol', 'date'],
  },
  {
    ...{ table: 'regulation', content: 'visits', title: 'Quy định', known: 'ours', lookedUp: true },
    natural: ['number_symbol', 'date'],
  },
  {
    ...{ table: 'quota', content: 'visits', title: 'Định mức', known: 'ours', lookedUp: true },
    natural: ['regulation_id', 'title_group', 'cycle', 'scope'],
  },
  {
    ...{ table: 'assignment_entry', content: 'visits', title: 'Dòng phân công', known: 'theirs', named: true },
    ...{ natural: ['official_id', 'decision_id', 'valid_from'], partOf: 'official_id' },
  },
  {
    ...{ table: 'assignment', content: 'visits', title: 'Phân công', known: 'theirs' },
    ...{ natural: ['entry_id', 'target_id', 'role', 'valid_from'], partOf: 'entry_id' },
  },
  {
    ...{ table: 'scoring_sheet', content: 'meetings', title: 'Mẫu chấm điểm', known: 'ours', lookedUp: true },
    natural: ['code', 'version', 'definition'],
  },
  {
    ...{ table: 'thematic_plan', content: 'meetings', title: 'Kế hoạch chuyên đề', known: 'theirs', named: true },
    natural: ['cell_id', 'year', 'quarter', 'title'],
  },
  {
    ...{ table: 'meeting', content: 'meetings', title: 'Sinh hoạt', known: 'theirs', named: true },
    natural: ['cell_id', 'period', 'kind', 'date'],
  },
  {
    ...{ table: 'attendance', content: 'meetings', title: 'Điểm danh', known: 'theirs' },
    ...{ natural: ['meeting_id', 'name'], partOf: 'meeting_id' },
  },
  {
    ...{ table: 'task', content: 'meetings', title: 'Nhiệm vụ', known: 'theirs' },
    ...{ natural: ['meeting_id', 'position'], partOf: 'meeting_id' },
  },
  {
    ...{ table: 'rating', content: 'meetings', title: 'Chấm điểm', known: 'theirs' },
    ...{ natural: ['meeting_id', 'scorer_role'], partOf: 'meeting_id' },
  },
  {
    ...{ table: 'rating_item', content: 'meetings', title: 'Điểm tiêu chí', known: 'theirs' },
    ...{ natural: ['rating_id', 'criterion'], partOf: 'rating_id' },
  },
  {
    ...{ table: 'meeting_preparation', content: 'meetings', title: 'Chuẩn bị', known: 'theirs' },
    ...{ natural: ['meeting_id'], partOf: 'meeting_id' },
  },
  {
    ...{ table: 'period_grade', content: 'meetings', title: 'Xếp loại kỳ', known: 'ours' },
    natural: ['cell_id', 'period'],
  },
  {
    ...{ table: 'visit', content: 'visits', title: 'Lượt dự', known: 'theirs', named: true },
    ...{ natural: ['meeting_id', 'name_key', 'official_id'], partOf: 'meeting_id' },
  },
  {
    ...{ table: 'visit_report', content: 'visits', title: 'Báo cáo dự', known: 'theirs' },
    ...{ natural: ['visit_id'], partOf: 'visit_id' },
  },
  {
    ...{ table: 'event', content: 'visits', title: 'Hoạt động khác', known: 'theirs' },
    natural: ['organisation_id', 'kind', 'date'],
  },
  {
    ...{ table: 'event_visit', content: 'visits', title: 'Lượt dự khác', known: 'theirs', named: true },
    ...{ natural: ['event_id', 'official_id'], partOf: 'event_id' },
  },
  {
    ...{ table: 'planned_visit', content: 'visits', title: 'Lịch dự', known: 'theirs', named: true },
    ...{ natural: ['official_id', 'period', 'cell_id', 'planned_date'], partOf: 'official_id' },
  },
  {
    ...{ table: 'handling_body', content: 'petitions', title: 'Cơ quan giải quyết', known: 'ours' },
    natural: ['search_key'],
  },
  {
    ...{ table: 'petition', content: 'petitions', title: 'Kiến nghị', known: 'theirs', named: true },
    natural: ['cell_id', 'date', 'search_key'],
  },
];

/** Left out of a package unless the sender says otherwise: what tells a person apart, and where they live. */
export const personalColumns: Readonly<Partial<Record<keyof AuditedTables, readonly string[]>>> = {
  member: [
    ...['old_card_no', 'party_card_no', 'personal_id', 'old_id_no', 'national_record_id', 'phone', 'note'],
    ...['home_commune', 'home_district', 'home_province', 'home_text'],
  ],
  official: ['phone', 'note'],
  petition: ['raised_by', 'raised_by_member_id'],
};

/** Tables that are personal as a whole. */
export const personalTables: ReadonlySet<string> = new Set(['member_detail']);

const byName = new Map(partTables.map((each) => [each.table as string, each]));

export function partTable(name: string): PartTable | undefined {
  return byName.get(name);
}
