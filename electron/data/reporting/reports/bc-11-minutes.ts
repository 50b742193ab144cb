import type { DocumentAbout } from '../../../contract/documents.ts';
import type { MeetingForm } from '../../../contract/meetings.ts';
import { formatShortDate } from '../../vietnamese/dates.ts';
import { heldMeetings } from '../cell-meetings.ts';
import { type DocumentDraft, type DocumentFields, type DocumentSource, document } from '../document.ts';
import { blankMinutes } from './bc-11/blank-minutes.ts';
import { buildMinutes } from './bc-11/build-minutes.ts';
import type { MinutesData } from './bc-11/minutes-data.ts';
import { clockText, rate } from './bc-11/opening.ts';
import { readMinutes } from './bc-11/read-minutes.ts';
import { count } from './bc-11/wording.ts';

/** BC-11 Biên bản sinh hoạt chi bộ, one for each meeting held; without a meeting, a form for a cell and a month. */
export const minutes = document<MinutesData>({
  code: 'BC-11',
  title: 'Biên bản sinh hoạt chi bộ',
  kind: { code: 'BB', name: 'Biên bản' },
  issuer: 'cell',
  subject: 'meeting',
  list: async (source, period, unit) =>
    (await heldMeetings(source, period, unit)).map(({ id, cell, day }) => ({
      name: `Biên bản ${cell} ${day}`,
      about: { id },
    })),
  read: (source, about) => (about.id === undefined ? blankMinutes(source, about) : readMinutes(source, about.id, null)),
  build: buildMinutes,
  tags: {
    facts: [
      ...['Tên chi bộ', 'Tháng', 'Năm', 'Ngày', 'Giờ bắt đầu', 'Giờ kết thúc', 'Địa điểm', 'Chủ trì', 'Thư ký'],
      ...[
        'Tổng số đảng viên',
        'Phải dự',
        'Có mặt',
        'Tỷ lệ dự',
        'Vắng có lý do',
        'Vắng không lý do',
        'Chuyên đề',
        'Kết luận',
      ],
    ],
    lists: {
      'Chương trình': ['Mục', 'Nội dung mục', 'Kết luận mục'],
      'Ý kiến': ['Người phát biểu', 'Lời phát biểu'],
      'Nhiệm vụ': ['Việc', 'Người thực hiện', 'Thời hạn'],
      'Biểu quyết': ['Vấn đề', 'Tán thành', 'Tổng số'],
    },
  },
  fields: minutesFields,
});

/** The minutes of what is being typed and not yet saved. */
export async function minutesOfForm(
  source: DocumentSource,
  { id = '' }: DocumentAbout,
  form: MeetingForm | null,
): Promise<{ draft: DocumentDraft; fields: DocumentFields }> {
  const data = await readMinutes(source, id, form);
  return { draft: buildMinutes(data), fields: minutesFields(data) };
}

/** The facts of a meeting by the names that templates call them. */
export function minutesFields(data: MinutesData): DocumentFields {
  const { members, present, due, absentExcused, absentUnexcused } = data;
  return {
    'Tên chi bộ': data.cell,
    Tháng: String(Number(data.period.slice(5))),
    Năm: data.period.slice(0, 4),
    Ngày: data.date === null ? '' : formatShortDate(data.date),
    'Giờ bắt đầu': clockText(data.startedAt),
    'Giờ kết thúc': clockText(data.endedAt),
    'Địa điểm': data.place ?? '',
    'Chủ trì': data.chair?.name ?? '',
    'Thư ký': data.secretary?.name ?? '',
    'Tổng số đảng viên': count(members.total),
    'Phải dự': count(due),
    'Có mặt': count(present.total),
    'Tỷ lệ dự': rate(present.total, due),
    'Vắng có lý do': count(absentExcused.count),
    'Vắng không lý do': count(absentUnexcused.count),
    'Chuyên đề': data.theme ?? '',
    'Kết luận': data.conclusion ?? '',
    'Chương trình': data.agenda.map(({ title, content, conclusion }) => ({
      Mục: title,
      'Nội dung mục': content ?? '',
      'Kết luận mục': conclusion ?? '',
    })),
    'Ý kiến': [...data.agenda.flatMap(({ opinions }) => opinions), ...data.opinions].map(({ speaker, content }) => ({
      'Người phát biểu': speaker,
      'Lời phát biểu': content,
    })),
    'Nhiệm vụ': data.tasks.map(({ content, person, dueDate }) => ({
      Việc: content,
      'Người thực hiện': person ?? '',
      'Thời hạn': dueDate === null ? '' : formatShortDate(dueDate),
    })),
    'Biểu quyết': data.votes.map(({ subject, inFavour, base }) => ({
      'Vấn đề': subject,
      'Tán thành': count(inFavour),
      'Tổng số': count(base),
    })),
  };
}
