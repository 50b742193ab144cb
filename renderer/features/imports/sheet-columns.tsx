import type { Column } from '../../components/data-table/column.ts';
import { formatInt } from '../../components/format.ts';
import type { SheetLine } from './import-lines.ts';
import { sheetKindWords } from './import-words.ts';

const errorsOf = ({ sheet }: SheetLine) => sheet.issues.filter(({ severity }) => severity === 'error').length;

const count = (key: string, heading: string, value: (line: SheetLine) => number, width = 90): Column<SheetLine> => ({
  key,
  heading,
  width,
  align: 'right',
  text: (line) => formatInt(value(line)),
});

/** The sheets of the workbooks: what each was taken for and what it would bring. */
export const sheetColumns: readonly Column<SheetLine>[] = [
  { key: 'file', heading: 'Tệp', width: 160, text: ({ file }) => file },
  { key: 'sheet', heading: 'Trang', width: 150, grow: true, text: ({ sheet }) => sheet.name },
  {
    key: 'kind',
    heading: 'Nhận là',
    width: 176,
    text: ({ sheet }) => sheetKindWords[sheet.kind] ?? 'Không nhận ra',
  },
  count('read', 'Đã đọc', ({ sheet }) => sheet.read, 72),
  count('created', 'Mới', ({ sheet }) => sheet.created, 64),
  count('updated', 'Thay đổi', ({ sheet }) => sheet.updated, 78),
  count('unchanged', 'Không đổi', ({ sheet }) => sheet.unchanged),
  {
    ...count('errors', 'Lỗi', errorsOf, 56),
    cell: (line) => <span className={errorsOf(line) > 0 ? 'problem' : 'quiet'}>{formatInt(errorsOf(line))}</span>,
  },
];
