import type { AuditedTables } from '../../schema/database.ts';
import type { ToldField } from './fields.ts';
import * as meeting from './meeting-fields.ts';
import * as member from './member-fields.ts';
import * as place from './place-fields.ts';
import * as visit from './visit-fields.ts';

/** A table whose changes are part of a record's history. */
export interface ToldTable {
  table: keyof AuditedTables;
  /** What one row of it is called; empty: the record itself. */
  title: string;
  /** The column that names the record; null: it is the record. `entry_id` of an assignment names the row itself. */
  by: string | null;
  fields: Readonly<Record<string, ToldField | null>>;
}

/** The kinds of records that have a history in words, with the tables they are made of. */
export const toldRecords = {
  member: [
    { table: 'member', title: '', by: null, fields: member.memberFields },
    { table: 'member_detail', title: '', by: 'member_id', fields: member.detailFields },
    { table: 'member_status', title: 'Trạng thái', by: 'member_id', fields: member.statusFields },
    { table: 'membership_event', title: 'Biến động', by: 'member_id', fields: member.eventFields },
    { table: 'member_history', title: 'Quá trình', by: 'member_id', fields: member.pastFields },
    { table: 'member_relative', title: 'Quan hệ gia đình', by: 'member_id', fields: member.relativeFields },
    { table: 'cell_committee_member', title: 'Chức vụ chi ủy', by: 'member_id', fields: member.postFields },
  ],
  organisation: [
    { table: 'organisation', title: '', by: null, fields: place.organisationFields },
    { table: 'organisation_version', title: '', by: 'organisation_id', fields: place.versionFields },
    { table: 'meeting_day', title: 'Ngày sinh hoạt', by: 'organisation_id', fields: place.meetingDayFields },
    { table: 'meeting_day_exception', title: 'Ngoại lệ', by: 'organisation_id', fields: place.dayExceptionFields },
    {
      table: 'organisation_event',
      title: 'Việc tổ chức',
      by: 'organisation_id',
      fields: place.organisationEventFields,
    },
    { table: 'cell_committee_member', title: 'Chi ủy', by: 'organisation_id', fields: member.postFields },
  ],
  official: [
    { table: 'official', title: '', by: null, fields: place.officialFields },
    { table: 'official_title', title: 'Chức danh', by: 'official_id', fields: place.titleFields },
    { table: 'assignment_entry', title: 'Dòng phân công', by: 'official_id', fields: place.entryFields },
    { table: 'assignment', title: 'Phân công', by: 'official_id', fields: place.assignmentFields },
    { table: 'planned_visit', title: 'Lịch dự', by: 'official_id', fields: visit.plannedVisitFields },
  ],
  assignment: [{ table: 'assignment', title: '', by: null, fields: place.assignmentFields }],
  meeting: [
    { table: 'meeting', title: '', by: null, fields: meeting.meetingFields },
    { table: 'meeting_preparation', title: '', by: 'meeting_id', fields: meeting.preparationFields },
    { table: 'attendance', title: 'Điểm danh', by: 'meeting_id', fields: meeting.attendanceFields },
    { table: 'visit', title: 'Lượt dự', by: 'meeting_id', fields: visit.visitFields },
    { table: 'guest', title: 'Đại biểu', by: 'meeting_id', fields: meeting.guestFields },
    { table: 'agenda_item', title: 'Nội dung', by: 'meeting_id', fields: meeting.agendaFields },
    { table: 'opinion', title: 'Ý kiến', by: 'meeting_id', fields: meeting.opinionFields },
    { table: 'vote', title: 'Biểu quyết', by: 'meeting_id', fields: meeting.voteFields },
    { table: 'task', title: 'Việc giao', by: 'meeting_id', fields: meeting.taskFields },
    { table: 'rating', title: 'Chấm điểm', by: 'meeting_id', fields: meeting.ratingFields },
  ],
  petition: [{ table: 'petition', title: '', by: null, fields: place.petitionFields }],
} as const satisfies Record<string, readonly ToldTable[]>;
