import { join } from 'node:path';
import { unissued } from '../../electron/contract/documents.ts';
import type { OfficialDocument } from '../../electron/data/documents/model.ts';
import { type FormatProfile, loadFormatProfiles, profileForDate } from '../../electron/data/documents/profile.ts';
import { buildMinutes } from '../../electron/data/reporting/reports/bc-11/build-minutes.ts';
import type { MinutesData } from '../../electron/data/reporting/reports/bc-11/minutes-data.ts';
import { minutes } from '../../electron/data/reporting/reports/bc-11-minutes.ts';
import { officialDocument } from '../../electron/data/reporting/run-document.ts';
import { loadDefaultRules } from '../../electron/data/rules/default-rules.ts';
import { Rules } from '../../electron/data/rules/read-rules.ts';
import { type IsoDate, type Month, parseIsoDate, parseMonth } from '../../electron/data/vietnamese/dates.ts';
import { type ClockTime, parseClock } from '../../electron/data/vietnamese/times.ts';

function known<T>(value: T | null): T {
  if (value === null) throw new Error('bad literal in a test');
  return value;
}

export const day = (text: string): IsoDate => known(parseIsoDate(text));
export const month = (text: string): Month => known(parseMonth(text));
export const clock = (text: string): ClockTime => known(parseClock(text));

const resourcesDir = join(import.meta.dirname, '../../resources');
export const profiles: FormatProfile[] = loadFormatProfiles(resourcesDir);
const rules = new Rules(loadDefaultRules(resourcesDir));
export const hd36 = profileForDate(profiles, day('2024-07-05'));
export const hd05 = profileForDate(profiles, day('2026-05-27'));

const sentences =
  'Đồng chí Bí thư Chi bộ nhấn mạnh trách nhiệm nêu gương của cán bộ, đảng viên trong xây dựng nông thôn mới, giữ gìn ' +
  'đoàn kết trong khu dân cư.\n- Ưu điểm: 100% đảng viên chấp hành nghiêm giờ giấc sinh hoạt\n' +
  '- Hạn chế: còn 2 hộ chưa hiến đất làm đường; việc thu quỹ phòng, chống thiên tai chậm so với kế hoạch';

/** Invented people; a meeting with everything on record. */
export const fullMinutes: MinutesData = {
  cellId: 'mo-ri-trong',
  cell: 'Chi bộ thôn Mò Rí Trong',
  organisationKind: 'cell',
  day: day('2024-07-05'),
  layout: rules.on('minutes_layout', day('2024-07-05')).value,
  sections: rules.on('minutes_sections', day('2024-07-05')).value,
  usualAgenda: rules
    .on('minutes_agenda', day('2024-07-05'))
    .value.filter(({ kind }) => kind === 'regular')
    .map(({ title }) => title),
  blank: false,
  electsCommittee: true,
  kind: 'regular',
  period: month('2024-07'),
  date: day('2024-07-05'),
  startedAt: clock('19:30'),
  endedAt: clock('21:05'),
  mode: 'in_person',
  modeGuidance: null,
  place: 'Nhà văn hóa thôn Mò Rí Trong',
  members: {
    total: 24,
    full: 22,
    probationary: 2,
    temporarilyReceived: 1,
    exempt: 2,
    temporarilyAway: 1,
    workingAway: 1,
  },
  due: 21,
  present: { total: 19, full: 17, probationary: 1, temporarilyReceived: 1, exempt: 1 },
  absentExcused: {
    count: 2,
    people: [
      { name: 'Hồ Văn Đức', reason: 'đi công tác' },
      { name: 'Lò Thị Ánh', reason: null },
    ],
  },
  absentUnexcused: { count: 0, people: [] },
  guests: [{ name: 'Mai Xuân Định', capacity: 'Ủy viên Ban Thường vụ, Trưởng ban Tổ chức Huyện ủy' }],
  chair: { name: 'Đoàn Quang Vượng', capacity: 'Bí thư Chi bộ' },
  secretary: { name: 'Lò Thị Phương Thảo', capacity: 'Chi ủy viên' },
  duesAnnounced: true,
  theme: null,
  presenter: null,
  agenda: ['Học tập và làm theo Bác', 'Văn bản của cấp trên', 'Nhiệm vụ tháng 6', 'Nhiệm vụ tháng 8'].map((title) => ({
    title,
    content: sentences,
    opinions: [
      { speaker: 'Hồ Văn Khiêm', content: 'Đề nghị bổ sung việc nạo vét kênh mương nội đồng trước mùa mưa' },
      {
        speaker: 'Đ/c Mai Xuân Định',
        content: 'Đề nghị Chi bộ rà soát đảng viên đi làm ăn xa để quản lý theo quy định.',
      },
    ],
    conclusion: 'Chi bộ thống nhất giao đồng chí Phó Bí thư phụ trách',
  })),
  opinions: [],
  priorTasks: [],
  conclusion: 'Chi bộ thống nhất ban hành nghị quyết lãnh đạo nhiệm vụ tháng 8',
  tasks: [{ content: 'Vận động 2 hộ hiến đất', person: 'Hồ Văn Khiêm', dueDate: day('2024-07-30') }],
  votes: [
    {
      subject: 'Nghị quyết lãnh đạo nhiệm vụ tháng 8',
      inFavour: 17,
      base: 17,
      against: 0,
      other: null,
      kind: null,
      isElection: false,
      outcome: 'unknown',
    },
    {
      subject: 'Đề nghị kết nạp quần chúng Lò Văn Páo',
      inFavour: 16,
      base: 17,
      against: null,
      other: null,
      kind: null,
      isElection: false,
      outcome: 'unknown',
    },
  ],
  rating: { score: 89.5, grade: 'fair' },
  readBack: null,
};

/** The minutes as the writers take them, of a cell of Hòa Lẫm. */
export function officialMinutes(data: MinutesData, number: number | null = null): OfficialDocument {
  const lines = { superior: 'Đảng bộ xã Hòa Lẫm', issuer: data.cell, bodyCode: 'CB', place: 'Hòa Lẫm' };
  const draft = buildMinutes(data);
  return officialDocument(
    { kind: minutes, draft, options: { ...unissued, number, date: data.date }, paragraphs: [] },
    { lines, signer: { authority: '', title: '', name: '' }, recipients: [] },
  );
}

const unknownAbsences = { count: null, people: [] };

/** A month and a cell, and nothing else on record. */
export const emptyMinutes: MinutesData = {
  ...fullMinutes,
  cell: 'Chi bộ Trường Tiểu học Thị trấn',
  date: null,
  startedAt: null,
  endedAt: null,
  mode: null,
  place: null,
  members: {
    total: null,
    full: null,
    probationary: null,
    temporarilyReceived: null,
    exempt: null,
    temporarilyAway: null,
    workingAway: null,
  },
  due: null,
  present: { total: null, full: null, probationary: null, temporarilyReceived: null, exempt: null },
  absentExcused: unknownAbsences,
  absentUnexcused: unknownAbsences,
  guests: null,
  chair: null,
  secretary: null,
  duesAnnounced: null,
  agenda: [],
  conclusion: null,
  tasks: [],
  votes: [],
  rating: { score: null, grade: null },
};

/** The sketch of the handbook (document format, 3.2), with one of everything. */
export const districtReport: OfficialDocument = {
  header: {
    superior: 'Đảng bộ tỉnh Thái Nguyên',
    issuer: ['Huyện uỷ Định Hoá'],
    numberAndSymbol: { number: 5, kindCode: 'BC', bodyCode: 'HU' },
    placeAndDate: { place: 'Định Hoá', date: day('2024-02-05') },
  },
  title: { form: 'titled', documentKind: 'Báo cáo', subject: 'kết quả công tác xây dựng Đảng năm 2023', hyphens: true },
  addressees: null,
  body: [
    { kind: 'heading', level: 1, text: 'Kết quả' },
    { kind: 'heading', level: 2, text: 'Nền nếp sinh hoạt' },
    { kind: 'paragraph', runs: [{ text: 'Tỷ lệ dự: ', bold: true }, { text: 'đạt 93,5%,\ntăng 1,2%.' }] },
    {
      kind: 'table',
      columns: [
        { width: 1, align: 'center' },
        { width: 4, align: 'left' },
        { width: 2, align: 'right' },
      ],
      head: [[{ text: 'TT' }, { text: 'Chi bộ' }, { text: 'Đảng viên' }]],
      rows: [
        [{ text: '1' }, { text: 'Thôn 1' }, { text: '12' }],
        [{ text: 'Tổng', columnSpan: 2, bold: true }, { text: '12' }],
      ],
    },
    { kind: 'heading', level: 2, text: 'Hạn chế' },
    { kind: 'item', mark: '-', runs: [{ text: 'Còn 2 chi bộ chưa báo cáo.' }] },
  ],
  signature: {
    kind: 'authority',
    recipients: ['Ban Thường vụ Tỉnh uỷ;', 'Lưu Văn phòng Huyện uỷ'],
    authority: 'T/M Ban Thường vụ',
    position: 'Phó Bí thư',
    name: 'Nguyễn Văn A',
  },
  annexes: [],
  duplex: false,
};
