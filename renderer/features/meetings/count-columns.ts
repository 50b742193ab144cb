import type { CountRow, TypedCounts } from '../../../electron/contract/meeting-counts.ts';
import { localToday, understandDate } from '../../components/date-input.ts';
import type { EntryColumn, EntryRowInfo } from '../../components/entry-grid/entry-column.ts';
import { fold } from '../../components/fold.ts';
import { formatDate } from '../../components/format.ts';
import { understandTime } from '../../components/time-input.ts';
import { gradeWords } from '../../components/words.ts';

/** How one value is written in a cell, and what is understood of what is typed; `undefined` = not understood. */
type Field = {
  key: keyof Omit<TypedCounts, 'cell_id'>;
  heading: string;
  width: number;
  align?: 'right';
  date?: boolean;
  write: (row: TypedCounts) => string;
  wrong: string;
  read: (text: string, row: TypedCounts) => TypedCounts | undefined;
};

const kindTexts = { regular: 'Thường kỳ', regular_with_thematic: 'Kết hợp CĐ' } as const;
const kindOf: Readonly<Record<string, keyof typeof kindTexts>> = {
  tk: 'regular',
  'thuong ky': 'regular',
  kh: 'regular_with_thematic',
  'ket hop': 'regular_with_thematic',
  'ket hop cd': 'regular_with_thematic',
  'thuong ky ket hop chuyen de': 'regular_with_thematic',
};
const gradeOf: Readonly<Record<string, keyof typeof gradeWords>> = {
  t: 'good',
  tot: 'good',
  k: 'fair',
  kha: 'fair',
  tb: 'average',
  'trung binh': 'average',
  kem: 'poor',
};

type CountKey = 'members_total' | 'exempt' | 'due' | 'present' | 'absent_excused' | 'absent_unexcused';

const countField = (key: CountKey, heading: string): Field => ({
  key,
  heading,
  width: 52,
  align: 'right',
  write: (row) => row[key]?.toString() ?? '',
  wrong: 'Cần một số nguyên từ 0.',
  read: (text, row) => {
    const count = readCount(text);
    return count === null ? undefined : { ...row, [key]: count };
  },
});

/** `16`; as spreadsheets write it too: `16,0`, `1.234`. */
function readCount(text: string): number | null {
  const plain = /^\d{1,3}(?:[. \u00a0\u202f]\d{3})+$/u.test(text)
    ? text.replace(/\D/gu, '')
    : text.replace(/[.,]0+$/u, '');
  return /^\d{1,5}$/u.test(plain) ? Number(plain) : null;
}

const timeField = (key: 'started_at' | 'ended_at', heading: string): Field => ({
  key,
  heading,
  width: 56,
  write: (row) => row[key] ?? '',
  wrong: 'Nhập giờ như 19:30.',
  read: (text, row) => {
    const time = understandTime(text);
    return time === null ? undefined : { ...row, [key]: time };
  },
});

const textField = (key: 'theme' | 'not_held_reason', heading: string, width: number): Field => ({
  key,
  heading,
  width,
  write: (row) => row[key] ?? '',
  wrong: '',
  read: (text, row) => ({ ...row, [key]: text }),
});

/** A day alone is one of the month of the sheet. */
function readDate(text: string, period: string): string | null {
  const whole = /^\d{1,2}$/u.test(text)
    ? `${text}/${Number(period.slice(5))}/${period.slice(0, 4)}`
    : /^\d{1,2}[/.-]\d{1,2}$/u.test(text)
      ? `${text}/${period.slice(0, 4)}`
      : text;
  const read = understandDate(whole.replace(/[.-]/gu, '/'), { partial: false, today: localToday() });
  return read.kind === 'date' ? read.value : null;
}

function fieldsOf(period: string): Field[] {
  return [
    {
      key: 'date',
      heading: 'Ngày họp',
      width: 86,
      date: true,
      write: ({ date }) => (date ? formatDate(date) : ''),
      wrong: 'Nhập ngày như 3 hoặc 03/7/2024.',
      read: (text, row) => {
        const date = readDate(text, period);
        return date === null ? undefined : { ...row, date };
      },
    },
    timeField('started_at', 'Bắt đầu'),
    timeField('ended_at', 'Kết thúc'),
    {
      key: 'kind',
      heading: 'Loại',
      width: 88,
      write: ({ kind }) => (kind === 'regular_with_thematic' ? kindTexts.regular_with_thematic : kindTexts.regular),
      wrong: 'Nhập TK (thường kỳ) hoặc KH (kết hợp chuyên đề).',
      read: (text, row) => {
        const kind = kindOf[fold(text)];
        return kind && { ...row, kind };
      },
    },
    countField('members_total', 'Tổng số'),
    countField('exempt', 'Miễn'),
    countField('due', 'Phải dự'),
    countField('present', 'Có mặt'),
    countField('absent_excused', 'Vắng CLD'),
    countField('absent_unexcused', 'Vắng KLD'),
    textField('theme', 'Chuyên đề', 120),
    {
      key: 'score',
      heading: 'Điểm',
      width: 50,
      align: 'right',
      write: ({ score }) => score?.toString().replace('.', ',') ?? '',
      wrong: 'Điểm từ 0 đến 100.',
      read: (text, row) => {
        const score = /^\d{1,3}([.,]\d{1,2})?$/u.test(text) ? Number(text.replace(',', '.')) : 101;
        return score <= 100 ? { ...row, score } : undefined;
      },
    },
    {
      key: 'grade',
      heading: 'Xếp loại',
      width: 80,
      write: ({ grade }) => (grade ? gradeWords[grade] : ''),
      wrong: 'Nhập Tốt, Khá, TB hoặc Kém.',
      read: (text, row) => {
        const grade = gradeOf[fold(text)];
        return grade && { ...row, grade };
      },
    },
    textField('not_held_reason', 'Lý do không họp', 122),
  ];
}

/** The sheet of totals of one month: its columns, its rows, and how what is typed becomes rows to save. */
export function countSheetOf(period: string, rows: readonly CountRow[]) {
  const fields = fieldsOf(period);
  const blank = rows[0];
  const columns = fields.map<EntryColumn>(({ key, heading, width, align, date, wrong, read, write }) => ({
    key,
    heading,
    width,
    ...(align && { align }),
    ...(date && { date }),
    check: (text) => (blank && read(text.trim(), blank) === undefined ? wrong : null),
    tidy: (text) => {
      const understood = blank && read(text.trim(), blank);
      return understood ? write(understood) : text;
    },
  }));
  const infos = rows.map<EntryRowInfo>((row) => ({
    id: row.cell_id,
    name: row.cell,
    context: row.grassroots,
    ...(row.called && { note: 'điểm danh' }),
    texts: Object.fromEntries(
      fields.map((field) => [field.key, field.key === 'kind' && row.meeting_id === null ? '' : field.write(row)]),
    ),
    hints: {
      ...(row.due_on && { date: formatDate(row.due_on) }),
      kind: kindTexts.regular,
      ...(row.expected.members_total > 0 && {
        members_total: String(row.expected.members_total),
        exempt: String(row.expected.exempt),
        due: String(row.expected.due),
      }),
    },
  }));
  return { columns, infos, read: (row: CountRow, typed: Readonly<Record<string, string>>) => read(fields, row, typed) };
}

/** The row with what was typed in it; an emptied cell is not known any more. `null` = something is not understood. */
function read(fields: readonly Field[], row: CountRow, typed: Readonly<Record<string, string>>): TypedCounts | null {
  const { cell: _, grassroots: __, meeting_id: ___, called: ____, due_on: _____, expected: ______, ...stored } = row;
  let counts: TypedCounts = stored;
  for (const field of fields) {
    const text = typed[field.key]?.trim();
    if (text === undefined) continue;
    if (text === '') counts = { ...counts, [field.key]: field.key === 'kind' ? 'regular' : null };
    else {
      const next = field.read(text, counts);
      if (next === undefined) return null;
      counts = next;
    }
  }
  return counts;
}

/** What does not add up in a row, by column: advice, not a refusal. */
export function countDoubts(row: TypedCounts): Readonly<Record<string, string>> {
  const { due, present, absent_excused, absent_unexcused, members_total, exempt } = row;
  const notes: Record<string, string> = {};
  if (due !== null && present !== null && present > due) notes.present = `Có mặt nhiều hơn phải dự (${due}).`;
  else if (due !== null && present !== null && absent_excused !== null && absent_unexcused !== null) {
    const sum = present + absent_excused + absent_unexcused;
    if (sum !== due) notes.due = `Có mặt và vắng cộng lại ${sum}, khác số phải dự ${due}.`;
  }
  if (members_total !== null && exempt !== null && exempt > members_total)
    notes.exempt = `Miễn sinh hoạt nhiều hơn tổng số (${members_total}).`;
  return notes;
}

/** Whether totals that a roll-call made are typed over. */
export function replacesRoll(row: CountRow, counts: TypedCounts): boolean {
  const totals = ['due', 'present', 'absent_excused', 'absent_unexcused'] as const;
  return row.called && totals.some((key) => row[key] !== counts[key]);
}
