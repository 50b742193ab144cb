import type { OfficeReportLayout } from '../../../contract/report-layouts.ts';
import { SochiboError } from '../../errors.ts';
import type { ReportForm } from '../report-forms.ts';

/** Throws `wrong_arguments` with everything that is wrong with a layout, each said with what to do. */
export function checkLayout({ sheets, texts }: OfficeReportLayout, form: ReportForm): void {
  const known = new Set(form.columns.map(({ key }) => key));
  const placed = sheets.flatMap((sheet) =>
    sheet.groups.flatMap(({ columns }) => columns.map(({ key, label }) => ({ key, label, sheet: sheet.name }))),
  );
  const names = sheets.map(({ name }) => name.toLocaleLowerCase('vi'));
  const wrong = [
    ...(sheets.length === 0 ? ['Biểu chưa có trang nào. Thêm một trang có ít nhất một cột.'] : []),
    ...sheets
      .filter(({ groups }) => groups.every(({ columns }) => columns.length === 0))
      .map(({ name }) => `Trang "${name}" không có cột nào. Thêm cột hoặc bỏ trang.`),
    ...sheets.flatMap(({ name, groups }) =>
      groups
        .filter(({ columns }) => columns.length === 0)
        .map(({ label }) => `Nhóm "${label}" ở trang "${name}" không có cột nào. Thêm cột hoặc bỏ nhóm.`),
    ),
    ...twice(names).map((name) => `Có hai trang cùng tên "${name}". Đặt tên khác cho một trang.`),
    ...placed
      .filter(({ key }) => !known.has(key))
      .map(({ key, sheet }) => `Trang "${sheet}" có cột "${key}" mà báo cáo này không có. Bỏ cột đó.`),
    ...twice(placed.map(({ key }) => key)).map((key) => {
      const label = placed.find((column) => column.key === key)?.label ?? key;
      return `Cột "${label}" (${key}) đặt hai lần. Giữ lại một chỗ.`;
    }),
    ...(texts ?? [])
      .filter(({ of }) => form.layout.texts.every(({ heading }) => heading !== of))
      .map(({ of }) => `Báo cáo này không có cột chữ "${of}". Bỏ cột đó.`),
    ...twice((texts ?? []).map(({ of }) => of)).map((of) => `Cột chữ "${of}" đặt hai lần. Giữ lại một chỗ.`),
  ];
  if (wrong.length > 0) throw new SochiboError('wrong_arguments', wrong.join(' '));
}

function twice(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
