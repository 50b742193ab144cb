import type { MeetingKind } from '../../schema/column-types.ts';
import { formatShortDate } from '../../vietnamese/dates.ts';
import { heldMeetings } from '../cell-meetings.ts';
import { document } from '../document.ts';
import { rate } from './bc-11/opening.ts';
import { count } from './bc-11/wording.ts';
import { buildResolution } from './bc-12/build-resolution.ts';
import { readResolution } from './bc-12/read-resolution.ts';
import type { ResolutionData } from './bc-12/resolution-data.ts';

/** Meetings a resolution is expected of. */
const resolving: readonly MeetingKind[] = ['regular', 'thematic', 'regular_with_thematic', 'extraordinary'];

/** BC-12 Nghị quyết chi bộ, one for each meeting that passed one; without a meeting, a form for a cell and a month. */
export const resolution = document<ResolutionData>({
  code: 'BC-12',
  title: 'Nghị quyết chi bộ',
  kind: { code: 'NQ', name: 'Nghị quyết' },
  issuer: 'cell',
  subject: 'meeting',
  list: async (source, period, unit) =>
    (await heldMeetings(source, period, unit))
      .filter(({ kind, hasResolution }) => hasResolution && resolving.includes(kind))
      .map(({ id, cell, day }) => ({ name: `Nghị quyết ${cell} ${day}`, about: { id } })),
  read: readResolution,
  build: buildResolution,
  tags: {
    facts: [
      'Tên chi bộ',
      'Đảng ủy cấp trên',
      'Tháng kiểm điểm',
      'Tháng nhiệm vụ',
      'Năm',
      'Ngày',
      'Tổng số đảng viên',
      'Phải dự',
      'Có mặt',
      'Tỷ lệ dự',
      'Chuyên đề',
      'Kết luận',
    ],
    lists: { 'Nhiệm vụ': ['Việc', 'Người thực hiện', 'Thời hạn'] },
  },
  fields: ({ minutes, superior, reviewed, planned }) => ({
    'Tên chi bộ': minutes.cell,
    'Đảng ủy cấp trên': superior,
    'Tháng kiểm điểm': String(Number(reviewed.slice(5))),
    'Tháng nhiệm vụ': String(Number(planned.slice(5))),
    Năm: minutes.period.slice(0, 4),
    Ngày: minutes.date === null ? '' : formatShortDate(minutes.date),
    'Tổng số đảng viên': count(minutes.members.total),
    'Phải dự': count(minutes.due),
    'Có mặt': count(minutes.present.total),
    'Tỷ lệ dự': rate(minutes.present.total, minutes.due),
    'Chuyên đề': minutes.theme ?? '',
    'Kết luận': minutes.conclusion ?? '',
    'Nhiệm vụ': minutes.tasks.map(({ content, person, dueDate }) => ({
      Việc: content,
      'Người thực hiện': person ?? '',
      'Thời hạn': dueDate === null ? '' : formatShortDate(dueDate),
    })),
  }),
});
