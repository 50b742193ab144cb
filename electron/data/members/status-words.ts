import type { StatusKind } from '../schema/column-types.ts';
import { formatDate, type IsoDate, parsePartialIso } from '../vietnamese/dates.ts';
import { isCounted } from './counted.ts';
import type { StatusPeriod } from './status-period.ts';

/** What a status is called in sentences and on forms. */
export const kindWords: Readonly<Record<StatusKind, string>> = {
  active: 'sinh hoạt',
  exempt: 'miễn công tác và sinh hoạt',
  reduced: 'giảm, miễn công tác',
  temporarily_exempt: 'tạm miễn sinh hoạt (làm ăn xa)',
  temporarily_away: 'sinh hoạt tạm thời nơi khác',
  temporarily_received: 'sinh hoạt tạm thời (đến)',
  suspended: 'đình chỉ sinh hoạt',
  transferred_out: 'đã chuyển đi',
  name_removed: 'xóa tên',
  withdrawn: 'ra khỏi Đảng',
  expelled: 'khai trừ',
  deceased: 'từ trần',
  armed_forces_special_duty: 'lực lượng vũ trang làm nhiệm vụ đặc biệt',
};

const standings = { full: 'đảng viên chính thức', probationary: 'đảng viên dự bị' } as const;

/** Says what the change from `before` to `after` means for the member, his or her cell and the counts. */
export function effectSentences(
  before: readonly StatusPeriod[],
  after: readonly StatusPeriod[],
  cellName: (id: string) => string,
): string[] {
  const begun = after.filter(({ id }) => id === null);
  const ended = before.filter(
    (period) => period.valid_to === null && !after.some(({ id, valid_to }) => id === period.id && valid_to === null),
  );
  const wasCounted = ended.some(({ kind }) => isCounted(kind));
  const isNowCounted = begun.some(({ kind }) => isCounted(kind));
  const sentences = [
    ...ended.map((period) => `Hết “${kindWords[period.kind]}” tại ${cellName(period.cell_id)}.`),
    ...begun.map((period) => begunSentence(period, cellName)),
  ];
  if (wasCounted && !isNowCounted) sentences.push('Không còn tính vào số đảng viên của chi bộ.');
  if (!wasCounted && isNowCounted) sentences.push('Được tính vào số đảng viên của chi bộ.');
  if (begun.some(({ kind }) => kind === 'transferred_out')) {
    sentences.push('Trong khi đang chuyển: không thuộc danh sách điểm danh nơi nào.');
  }
  if (begun.some(({ kind }) => kind === 'temporarily_received')) {
    sentences.push('Điểm danh ở chi bộ nơi đến tạm thời, không ở chi bộ gốc; không tính vào số đảng viên nơi đến.');
  }
  return sentences;
}

function begunSentence(period: StatusPeriod, cellName: (id: string) => string): string {
  const parts = [
    `Từ ${date(period.valid_from)}: ${kindWords[period.kind]}, ${standings[period.standing]}, ${cellName(period.cell_id)}`,
    period.place ? `nơi khác: ${period.place}` : '',
    period.expected_end ? `đến ${date(period.expected_end)}` : '',
    period.review_on ? `xem lại ${date(period.review_on)}` : '',
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

function date(iso: IsoDate | string | null): string {
  const day = parsePartialIso(iso ?? '');
  return day === null ? 'chưa rõ ngày' : formatDate(day);
}
