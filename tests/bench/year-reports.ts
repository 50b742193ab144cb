import { argv } from 'node:process';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { sizes } from './data/sizes.ts';
import { openCopy, sizesAndRuns } from './open-copy.ts';
import { keepMeasured, type Measured, printMeasured, sideBySide } from './side-by-side.ts';
import { year, yearReports } from './year-report-floors.ts';

/**
 * The reports of a whole year, as the window shows them, beside one aggregate query by hand over the same rows: computed, and asked
 * once more as for the lists and the rows behind a figure.
 */
const { sizes: asked, runs } = sizesAndRuns(argv.slice(2), ['commune', 'district', 'province']);
const measured: Measured[] = [];
for (const size of asked) {
  const office = await openCopy(size);
  const raw = openConnection(office.beside, { mustExist: true });
  // The report of the last question is held: another one in between has this one computed.
  const askAnother = async () => {
    await office.client.reports.run({ code: 'BC-04', period: year });
  };
  for (const { code, sql, kind, sum } of yearReports) {
    const ask = async () => {
      const { rows } = await office.client.reports.run({ code, period: year });
      const lines = rows.filter((row) => row.kind === kind);
      return said(lines, ({ figures }) => figures[sum.column] ?? 0, sum.column);
    };
    const query = raw.prepare<[], Record<string, string | number | null>>(sql);
    const contenders = [
      {
        name: 'one query',
        run: () => {
          const lines = query.all().filter((line) => line.kind === kind);
          return said(lines, (line) => Number(line[sum.of]), sum.column);
        },
      },
      { name: 'contract', prepare: askAnother, run: ask },
      { name: 'asked again', run: ask },
    ];
    measured.push(await sideBySide(`${code} of ${year}`, sizes[size].members, contenders, runs));
  }
  raw.close();
  office.close();
}
printMeasured('Reports of a year', measured);
keepMeasured('year-reports', measured);

/** What came of it, to see that both did the same. */
function said<Line>(lines: readonly Line[], amountOf: (line: Line) => number, of: string): string {
  return `${lines.length} lines, ${of} ${lines.reduce((sum, line) => sum + amountOf(line), 0)}`;
}
