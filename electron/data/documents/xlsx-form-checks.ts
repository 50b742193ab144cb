import type { FormColumn } from './form-workbook.ts';
import { serialDay } from './xlsx-cells.ts';
import type { CellCheck } from './xlsx-checks-xml.ts';

/** Excel lets at most so many characters stand in a list that is written out. */
const longestList = 250;

/** Whether a drop-down cannot be written out in the check itself. */
export function isTooLong(labels: readonly string[]): boolean {
  return written(labels).length > longestList;
}

function written(labels: readonly string[]): string {
  return labels.map((label) => label.replaceAll(/[",]/gu, ' ')).join(',');
}

const errorTitle = 'Chưa đúng';

/** What is let in as one types; `range`: where a long drop-down stands. Null: anything. */
export function checkOf(column: FormColumn, range: string | null): CellCheck | null {
  const check = rule(column, range);
  if (!check) return null;
  const { heading, prompt } = column;
  return { ...check, prompt: prompt === undefined ? null : { title: heading.slice(0, 32), text: prompt } };
}

type Rule = Omit<CellCheck, 'prompt'>;

function rule({ type, choices, range, heading }: FormColumn, listed: string | null): Rule | null {
  if (choices) {
    if (choices.labels.length === 0) return null;
    const text = `${heading}: chọn một mục trong danh sách.`;
    return {
      type: 'list',
      formulas: [listed ?? `"${written(choices.labels)}"`],
      error: choices.open ? null : refusal(text),
    };
  }
  switch (type) {
    case 'int':
    case 'decimal1': {
      const { from, to } = range && typeof range.from === 'number' ? range : { from: 0, to: 9999 };
      const [kind, what] = type === 'int' ? (['whole', 'số nguyên'] as const) : (['decimal', 'số'] as const);
      return {
        type: kind,
        formulas: [Number(from), Number(to)],
        error: refusal(`${heading}: gõ ${what} từ ${from} đến ${to}.`),
      };
    }
    case 'date': {
      if (!range || typeof range.from === 'number') return null;
      const text = `${heading}: gõ ngày/tháng/năm trong tháng của biểu. Nếu đúng là ngày khác, chọn Có để giữ.`;
      return {
        type: 'date',
        formulas: [range.from, range.to].map((day) => serialDay(new Date(`${day}T00:00:00Z`))),
        error: { ...refusal(text), mayStay: true },
      };
    }
    case 'time':
      return {
        type: 'decimal',
        formulas: [0, 0.99999],
        error: refusal(`${heading}: gõ giờ và phút, ví dụ 19:30.`),
      };
    case 'text':
      return null;
  }
}

function refusal(text: string): NonNullable<CellCheck['error']> {
  return { title: errorTitle, text, mayStay: false };
}
