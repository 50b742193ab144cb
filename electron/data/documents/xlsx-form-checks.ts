import type { DataValidation } from 'exceljs';
import type { FormColumn } from './form-workbook.ts';

/** Excel lets at most so many characters stand in a list that is written out. */
const longestList = 250;

/** Whether a drop-down cannot be written out in the check itself. */
export function isTooLong(labels: readonly string[]): boolean {
  return written(labels).length > longestList;
}

function written(labels: readonly string[]): string {
  return labels.map((label) => label.replaceAll(/[",]/gu, ' ')).join(',');
}

/** What is let in as one types; `range`: where a long drop-down stands. Null: anything. */
export function checkOf(column: FormColumn, range: string | null): DataValidation | null {
  const check = rule(column, range);
  if (!check) return null;
  const { heading, prompt } = column;
  const asked = prompt === undefined ? {} : { showInputMessage: true, promptTitle: heading.slice(0, 32), prompt };
  return { allowBlank: true, showErrorMessage: true, errorTitle: 'Chưa đúng', ...check, ...asked };
}

function rule({ type, choices, range, heading }: FormColumn, listed: string | null): DataValidation | null {
  if (choices) {
    if (choices.labels.length === 0) return null;
    const error = `${heading}: chọn một mục trong danh sách.`;
    return {
      type: 'list',
      formulae: [listed ?? `"${written(choices.labels)}"`],
      ...(choices.open ? { showErrorMessage: false } : { error }),
    };
  }
  switch (type) {
    case 'int':
    case 'decimal1': {
      const { from, to } = range && typeof range.from === 'number' ? range : { from: 0, to: 9999 };
      const [kind, what] = type === 'int' ? (['whole', 'số nguyên'] as const) : (['decimal', 'số'] as const);
      const error = `${heading}: gõ ${what} từ ${from} đến ${to}.`;
      return { type: kind, operator: 'between', formulae: [from, to], error };
    }
    case 'date': {
      if (!range || typeof range.from === 'number') return null;
      const days = [range.from, range.to].map((day) => new Date(`${day}T00:00:00Z`));
      const error = `${heading}: gõ ngày/tháng/năm trong tháng của biểu. Nếu đúng là ngày khác, chọn Có để giữ.`;
      return { type: 'date', operator: 'between', formulae: days, errorStyle: 'warning', error };
    }
    case 'time':
      return {
        type: 'decimal',
        operator: 'between',
        formulae: [0, 0.99999],
        error: `${heading}: gõ giờ và phút, ví dụ 19:30.`,
      };
    case 'text':
      return null;
  }
}
