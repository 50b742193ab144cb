import { cellName, ethnicities, personName, placeName, placeWords } from './names.ts';
import { pickerOf, randomFrom } from './random.ts';

/** People for a roster that looks like a real one: names repeat, most things are one of a few, some are missing. */

export interface Roster {
  communes: { name: string; cells: string[] }[];
  /** Rows of `rosterHeadings`, in order. A number in a column of days is a serial day of Excel. */
  rows(): Generator<(string | number | null)[]>;
}

export const rosterHeadings = [
  'TT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Dân tộc',
  'Tôn giáo',
  'Quê quán',
  'Nơi ở hiện nay',
  'Nghề nghiệp',
  'GDPT',
  'Chuyên môn',
  'LLCT',
  'Ngày vào Đảng',
  'Ngày chính thức',
  'Số thẻ đảng viên',
  'Số CCCD',
  'Điện thoại',
  'Chức vụ',
  'Chi bộ',
  'Ghi chú',
] as const;

const headings: readonly string[] = rosterHeadings;

/** Columns whose numbers are days. */
export const dayColumns: ReadonlySet<number> = new Set(
  ['Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức'].map((heading) => headings.indexOf(heading)),
);

const jobs = ['Làm ruộng', 'Giáo viên', 'Cán bộ xã', 'Hưu trí', 'Công an', 'Bộ đội', 'Y sĩ', 'Buôn bán'];
const degrees = ['Đại học Luật', 'Đại học', 'Cao đẳng', 'Trung cấp', 'Sơ cấp', null];
const theories = ['Sơ cấp', 'Trung cấp', 'Cao cấp', null];

/** The same roster for the same size and seed: about 20 members a cell, about 17 cells a commune. */
export function makeRoster(members: number, seed = 1): Roster {
  const cellCount = Math.max(1, Math.round(members / 20));
  const communeCount = Math.max(1, Math.round(cellCount / 17));
  const communes = Array.from({ length: communeCount }, (_, index) => ({
    name: `Đảng bộ xã ${placeName(index)}`,
    cells: Array.from({ length: Math.ceil((cellCount - index) / communeCount) }, (_, cell) => cellName(index, cell)),
  }));
  const cells = communes.flatMap((commune) => commune.cells);
  return { communes, rows: () => rowsOf(members, cells, randomFrom(seed)) };
}

function* rowsOf(
  members: number,
  cells: readonly string[],
  random: () => number,
): Generator<(string | number | null)[]> {
  const pick = pickerOf(random);
  const perCell = members / cells.length;
  for (let index = 0; index < members; index += 1) {
    const woman = random() < 0.36;
    const name = personName(pick, woman);
    const born = 16_000 + Math.floor(random() * 21_000);
    const admitted = Math.min(born + 20 * 366 + Math.floor(random() * 3_000), lastDay - Math.floor(random() * 200));
    const card = String(10_000_000 + index * 7);
    const id = identityNumber(index, woman, dayOf(born).getUTCFullYear());
    const post = index % perCell < 1 ? 'Bí thư chi bộ' : index % perCell < 2 ? 'Phó Bí thư chi bộ' : null;
    yield [
      index + 1,
      name,
      random() < 0.1 ? writtenDay(born) : born,
      woman ? 'Nữ' : 'Nam',
      pick(ethnicities),
      random() < 0.95 ? 'Không' : 'Phật giáo',
      `xã ${pick(placeWords)} ${pick(placeWords)}, huyện ${pick(placeWords)}, tỉnh Quảng Trị`,
      `thôn ${pick(placeWords)} ${1 + Math.floor(random() * 30)}`,
      pick(jobs),
      pick(['12/12', '12/12', '10/10', '9/12', '7/10']),
      pick(degrees),
      pick(theories),
      admitted,
      aYearLater(admitted) > lastDay ? null : aYearLater(admitted),
      aYearLater(admitted) > lastDay ? null : card,
      id,
      `09${String(Math.floor(random() * 1e8)).padStart(8, '0')}`,
      post,
      cells[Math.floor(index / perCell)] ?? '',
      random() < 0.02 ? 'Đi làm ăn xa' : null,
    ];
  }
}

/** The day of the list, 31/12/2024. */
const lastDay = 45_657;

/** Place of birth, century with sex, year, and a number of its own (handbook 1.2). */
function identityNumber(index: number, woman: boolean, year: number): string {
  const century = (year < 2000 ? 0 : 2) + (woman ? 1 : 0);
  return `045${century}${String(year % 100).padStart(2, '0')}${String(index % 1_000_000).padStart(6, '0')}`;
}

const dayLength = 86_400_000;

function dayOf(serial: number): Date {
  return new Date(Date.UTC(1899, 11, 30) + serial * dayLength);
}

/** `19/05/1980`, as text. */
function writtenDay(serial: number): string {
  const [year, month, day] = dayOf(serial).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** Full membership comes twelve months after the admission (handbook 1.1). */
function aYearLater(serial: number): number {
  const day = dayOf(serial);
  day.setUTCFullYear(day.getUTCFullYear() + 1);
  return Math.round((day.getTime() - Date.UTC(1899, 11, 30)) / dayLength);
}
