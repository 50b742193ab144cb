import { readSheets } from '../../ratings/read-sheets.ts';
import { formatShortDate } from '../../vietnamese/dates.ts';
import { heldMeetings } from '../cell-meetings.ts';
import { document } from '../document.ts';
import { buildRatingSheet } from './bc-06/build-rating-sheet.ts';
import { gradeOf, printedLines, type RatingSheetData, totalOf } from './bc-06/rating-sheet-data.ts';
import { readRatingSheet, sheetFor } from './bc-06/read-rating-sheet.ts';
import { count, grades, score } from './bc-11/wording.ts';

/** BC-06 Phiếu đánh giá chất lượng sinh hoạt chi bộ, of each meeting that a scoring sheet applies to. */
export const ratingSheet = document<RatingSheetData>({
  code: 'BC-06',
  title: 'Phiếu đánh giá chất lượng sinh hoạt chi bộ',
  kind: { code: 'PĐG', name: 'Phiếu đánh giá' },
  issuer: 'cell',
  subject: 'meeting',
  async list(source, period, unit) {
    const sheets = await readSheets(source.db);
    if (sheets.length === 0) return [];
    const meetings = await heldMeetings(source, period, unit);
    const applying = await Promise.all(meetings.map((meeting) => sheetFor(source, meeting, sheets)));
    return meetings
      .filter((_, index) => applying[index] !== null)
      .map(({ id, cell, day }) => ({ name: `Phiếu đánh giá ${cell} ${day}`, about: { id } }));
  },
  read: readRatingSheet,
  build: buildRatingSheet,
  tags: {
    facts: [
      'Tên chi bộ',
      'Ngày',
      'Buổi sinh hoạt',
      'Mẫu chấm',
      'Tổng điểm',
      'Xếp loại',
      'Phải dự',
      'Có mặt',
      'Hạn chế',
    ],
    lists: { 'Tiêu chí': ['Số', 'Tên tiêu chí', 'Thang điểm', 'Chi ủy chấm', 'Cấp trên chấm'] },
  },
  fields: (data) => {
    const [total, grade] = [totalOf(data.own), gradeOf(data.own)];
    return {
      'Tên chi bộ': data.cell,
      Ngày: data.date === null ? '' : formatShortDate(data.date),
      'Buổi sinh hoạt': data.meeting,
      'Mẫu chấm': data.sheet.name,
      'Tổng điểm': total === null ? '' : score(total),
      'Xếp loại': grade === null ? '' : grades[grade],
      'Phải dự': count(data.attendance.due),
      'Có mặt': count(data.attendance.present.total),
      'Hạn chế': data.own?.form.weaknesses ?? '',
      'Tiêu chí': printedLines(data).map(({ number, label, max, own, visitor }) => ({
        Số: number,
        'Tên tiêu chí': label,
        'Thang điểm': max === null ? '' : score(max),
        'Chi ủy chấm': own === null ? '' : score(own),
        'Cấp trên chấm': visitor === null ? '' : score(visitor),
      })),
    };
  },
});
