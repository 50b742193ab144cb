import type { OfficeReportLayout } from '../../../contract/report-layouts.ts';
import type { ReportForm } from '../report-forms.ts';

/** The program's own layout of a report, in the words of the contract. */
export function standardLayout({ columns, layout }: ReportForm, title: string): OfficeReportLayout {
  const labels = new Map(columns.map(({ key, label }) => [key, label]));
  return {
    title,
    annex_line: layout.annex_line,
    unit_line: null,
    name_heading: layout.name.heading,
    sheets: layout.sheets.map(({ name, groups }) => ({
      name,
      groups: groups.map((group) => ({
        label: group.label,
        columns: group.columns.map((key) => ({ key, label: labels.get(key) ?? key })),
      })),
    })),
    texts: layout.texts.map(({ heading, last }) => ({ of: heading, label: heading, last })),
    notes: [],
    receiver: null,
    due: null,
    maker: 'Người lập biểu',
    signer: null,
  };
}

/**
 * The form of a report with an office's own layout laid over it. A column the program no longer has is passed over, and
 * one that is new since the layout was saved is not printed until the office places it, so that an old layout goes on
 * printing what it did. A percentage is a formula only where what it divides stands on the same sheet.
 */
export function withLayout(form: ReportForm, own: OfficeReportLayout): ReportForm {
  const known = new Map(form.columns.map((column) => [column.key, column]));
  const sheets = own.sheets.flatMap(({ name, groups }) => {
    const kept = groups
      .map(({ label, columns }) => ({ label, columns: columns.filter(({ key }) => known.has(key)) }))
      .filter(({ columns }) => columns.length > 0);
    return kept.length > 0 ? [{ name, groups: kept }] : [];
  });
  if (sheets.length === 0) return form;
  const keysOf = sheets.map(({ groups }) => groups.flatMap(({ columns }) => columns.map(({ key }) => key)));
  const together = (...keys: string[]) => keysOf.some((sheet) => keys.every((key) => sheet.includes(key)));
  return {
    columns: sheets.flatMap(({ groups }) =>
      groups.flatMap(({ columns }) =>
        columns.flatMap(({ key, label }) => {
          const column = known.get(key);
          return column ? [{ ...column, label }] : [];
        }),
      ),
    ),
    layout: {
      ...form.layout,
      annex_line: own.annex_line,
      name: { ...form.layout.name, heading: own.name_heading },
      texts: textsBeside(form, own),
      sheets: sheets.map(({ name, groups }) => ({
        name,
        groups: groups.map(({ label, columns }) => ({ label, columns: columns.map(({ key }) => key) })),
      })),
      percentages: Object.fromEntries(
        Object.entries(form.layout.percentages).filter(([key, { of, base }]) => together(key, of, base)),
      ),
    },
    own: { title: own.title, unitLine: own.unit_line, notes: own.notes, maker: own.maker, signer: own.signer },
  };
}

function textsBeside({ layout: { texts } }: ReportForm, own: OfficeReportLayout): ReportForm['layout']['texts'] {
  if (own.texts === null) return texts;
  return own.texts.flatMap(({ of, label, last }) => {
    const text = texts.find(({ heading }) => heading === of);
    return text ? [{ ...text, heading: label, last, ...(label === of ? {} : { of }) }] : [];
  });
}

/** The texts of a row as the screen shows them: those of the form under its headings, and those that no form prints. */
export function shownTexts(standard: ReportForm, form: ReportForm): (texts: RowTexts) => RowTexts {
  const printed = new Set(standard.layout.texts.map(({ heading }) => heading));
  return (texts) => {
    const shown: Record<string, string | null> = {};
    for (const { heading, of = heading } of form.layout.texts) if (of in texts) shown[heading] = texts[of] ?? null;
    for (const heading of Object.keys(texts)) if (!printed.has(heading)) shown[heading] = texts[heading] ?? null;
    return shown;
  };
}

type RowTexts = Readonly<Record<string, string | null>>;
