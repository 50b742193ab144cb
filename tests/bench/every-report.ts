import { argv } from 'node:process';
import { sizes } from './data/sizes.ts';
import { type OpenCopy, openCopy, sizesAndRuns } from './open-copy.ts';
import { keepMeasured, type Measured, printMeasured, sideBySide } from './side-by-side.ts';

/**
 * Every report of figures of a year and every document that a month or the year calls for, through the contract as the window
 * asks it: to find what grows faster than the office. A document is listed, and the first of its kind previewed.
 */
const [year, month] = ['2024', '2024-07'];

const { sizes: asked, runs } = sizesAndRuns(argv.slice(2), ['district', 'province']);
const measured: Measured[] = [];
for (const size of asked) {
  const office = await openCopy(size);
  const works = new Map<string, () => Promise<string>>();
  // The report of the last question is held: another one in between has each computed.
  const askAnother = async () => {
    await office.client.reports.run({ code: 'BC-04', period: month });
  };
  for (const { code } of await office.client.reports.catalogue()) {
    works.set(`${code} of ${year}`, async () => {
      const { rows } = await office.client.reports.run({ code, period: year });
      return `${rows.length} rows`;
    });
  }
  for (const { code } of await office.client.documents.catalogue()) {
    for (const period of [month, year]) works.set(`${code} of ${period}`, () => firstOf(office, code, period));
  }
  works.set(`BC-15 of ${year}`, async () => {
    const { file } = await office.client.reports.nationalList({ period: year, leavers: true });
    return file.name;
  });
  for (const [work, run] of works) {
    measured.push(await sideBySide(work, sizes[size].members, [{ name: 'contract', prepare: askAnother, run }], runs));
  }
  office.close();
}
printMeasured('Every report', measured);
keepMeasured('every-report', measured);

/** A kind made for months says so when it is asked for a year: that counts as none. */
async function firstOf({ client }: OpenCopy, code: string, period: string): Promise<string> {
  const listed = await client.documents.list({ code, period }).catch(() => []);
  const [first] = listed;
  if (!first) return 'none';
  const { html, figures } = await client.documents.preview({ code, about: first.about });
  return `${listed.length} listed, the first ${Math.round(html.length / 1000)} kB, ${figures.length} figures`;
}
