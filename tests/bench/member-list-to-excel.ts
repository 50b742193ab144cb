import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { memberColumnKey } from '../../electron/contract/member-columns.ts';
import { compressionLevel } from '../../electron/data/documents/xlsx-book.ts';
import { startBuiltProgram } from './built-program.ts';
import { type AtSize, type Competitor, printGrowth, printTable, runs, writeResults } from './competitors.ts';
import { benchOffice } from './data/bench-office.ts';
import { sizes } from './data/sizes.ts';
import { sizesAndRuns } from './open-copy.ts';

/**
 * The whole list of members to Excel with all its columns, as a clerk exports it: the built data process is asked for it by its question
 * after the list was shown, and reads, writes and logs it. Beside one SELECT by hand whose rows become XML by hand as they come;
 * openpyxl and XlsxWriter have theirs at hand before the clock starts. Each runs in a process of its own, in turn. Memory of ours is
 * that of the work, what was held before it is said beside.
 */
const day = '2024-12-31';
const head = { title: 'Đảng viên', period_label: 'Năm 2024', as_of: day };
const here = import.meta.dirname;
const { sizes: asked, runs: times } = sizesAndRuns(argv.slice(2), ['commune', 'district', 'province']);

async function ours(office: string, folder: string): Promise<Competitor['runs'][number]> {
  const program = await startBuiltProgram(folder);
  try {
    const { client } = program;
    await client.office.open({ path: office });
    await program.rest();
    await client.members.first({ as_of: day, most: 50 });
    const held = Math.round(program.held());
    program.forgetPeak();
    const [before, begun] = [program.processor(), performance.now()];
    let size = 0;
    const query = { as_of: day };
    for await (const event of await client.lists.members({ ...head, query, columns: [...memberColumnKey.options] })) {
      if (event.type === 'done') ({ size } = event.file);
    }
    const milliseconds = performance.now() - begun;
    const said = `file ${(size / 1e6).toFixed(1)} MB; ${held} MB held before`;
    return { milliseconds, processor: program.processor() - before, megabytes: program.peak(), said };
  } finally {
    await program.end();
  }
}

const limit = 'the limit: SQL and XML by hand';
const bySize: AtSize[] = [];
for (const size of asked) {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-bench-'));
  try {
    const [office, beside, rows] = [
      join(folder, 'so.sochibo'),
      join(folder, 'san.sochibo'),
      join(folder, 'rows.jsonl'),
    ];
    for (const copy of [office, beside]) copyFileSync(await benchOffice(size), copy);
    const floor = [process.execPath, join(here, 'member-list-floor.ts'), beside, day];
    await runs('rows', [...floor, rows], 1);
    const peer = (library: string) => [
      ...['/usr/bin/python3', join(here, 'write-with-python.py'), library, rows],
      ...[join(folder, `${library}.xlsx`), String(compressionLevel)],
    ];
    const results: Competitor[] = [
      limit,
      'lists.members, built',
      'openpyxl, write-only',
      'XlsxWriter, constant_memory',
    ].map((name) => ({ name, runs: [] }));
    for (let time = 0; time < times; time += 1) {
      const made = [
        ...(await runs(limit, [...floor, join(folder, 'floor.xlsx')], 1)).runs,
        await ours(office, folder),
        ...(await runs('openpyxl', peer('openpyxl'), 1)).runs,
        ...(await runs('xlsxwriter', peer('xlsxwriter'), 1)).runs,
      ];
      for (const [index, run] of made.entries()) results[index]?.runs.push(run);
    }
    printTable(
      `The list of ${sizes[size].members} members to Excel, ${memberColumnKey.options.length} columns`,
      results,
      limit,
    );
    bySize.push({ size: sizes[size].members, results });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
printGrowth(bySize);
writeResults('member-list-to-excel', bySize);
