import type { ReportResult } from '../../../electron/contract/reports.ts';
import type { Column } from '../../components/data-table/column.ts';
import { formatFigure } from '../../components/format.ts';
import { TreeName } from '../../components/TreeName.tsx';
import type { Branch } from '../../components/tree.ts';
import { isUnreported, type ReportRow, textHeadings } from './report-sheet.ts';

type Line = Branch<ReportRow>;

/** Columns of the sheet: the name, which stays, the texts beside it, then the figures. */
export function sheetColumns(report: ReportResult, toggle: (key: string) => void): Column<Line>[] {
  const named: Column<Line> = {
    key: 'name',
    heading: report.name_heading,
    width: 312,
    text: ({ item }) => item.name,
    cell: (line) => (
      <TreeName
        branch={line}
        name={isUnreported(line.item) ? `${line.item.name} (chưa báo cáo)` : line.item.name}
        onToggle={() => toggle(line.item.key)}
      />
    ),
  };
  const texts = textHeadings(report).map<Column<Line>>((heading) => ({
    key: `text:${heading}`,
    heading,
    width: 196,
    text: ({ item }) => item.texts[heading] ?? '',
  }));
  const columns = report.columns.map<Column<Line>>(({ key, label, type, group }) =>
    type === 'text'
      ? {
          key: `text:${key}`,
          heading: label,
          group,
          // Beside a figure of its own a word such as a grade.
          width: label.length < 8 ? 64 : 196,
          text: ({ item }) => item.texts[label] ?? item.texts[key] ?? '',
        }
      : {
          key,
          heading: label,
          group,
          width: label.length < 5 && group !== null ? 68 : 92,
          align: 'right',
          text: ({ item }) => formatFigure(item.figures[key], type),
          number: ({ item }) => item.figures[key] ?? null,
          cell: ({ item }) => <span className="sheet-figure">{formatFigure(item.figures[key], type)}</span>,
        },
  );
  const first = report.columns.findIndex(({ type }) => type !== 'text');
  const own = first < 0 ? columns.length : first;
  const isNote = ({ heading }: Column<Line>) => heading === 'Ghi chú';
  return [
    named,
    ...columns.slice(0, own),
    ...texts.filter((column) => !isNote(column)),
    ...columns.slice(own),
    ...texts.filter(isNote),
  ];
}
