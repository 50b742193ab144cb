import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../electron/hosts/headless-chromium.ts';
import { temporaryFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const cli = resolve(import.meta.dirname, '../../electron/hosts/cli.ts');
const folder = mkdtempSync(join(tmpdir(), 'sochibo-documents-'));
let made: TruthOffice;

beforeAll(async () => {
  made = await truthOffice('commune-b');
  made.office.close();
});
afterAll(() => {
  made.remove();
  rmSync(folder, { recursive: true, force: true });
});

function report(parameters: readonly string[], environment: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, 'report', made.office.path, ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { out: stdout, err: stderr, code: status };
}

describe('documents of a period on the command line', () => {
  const notices = ['07', '08', '09'].map((month) => `Thông báo lịch dự sinh hoạt tháng ${month}-2024`);

  test('every document of the quarter is a file of its own', () => {
    const { out, err, code } = report(['thong-bao-lich', '--period', '2024-Q3', '--out', join(folder, 'word')]);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out.match(/Đã ghi/gu)).toHaveLength(3);
    expect(readdirSync(join(folder, 'word')).sort()).toEqual(notices.map((name) => `${name}.docx`));
  });

  test('--json tells its words and figures, and writes nothing', () => {
    const { out } = report(['thong-bao-lich', '--period', '2024-07', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      report: 'thong-bao-lich',
      period: '2024-07',
      documents: [{ code: 'thong-bao-lich', name: notices[0], about: { period: '2024-07' } }],
    });
  });

  test('minutes of one meeting by its id, or blank for a cell to write on', () => {
    const [meeting] = made.truth.meetings.filter(({ date }) => date?.startsWith('2024-07'));
    const out = join(folder, 'minutes');
    const one = report(['bc-11', '--period', '2024-07', '--id', meeting?.id ?? '', '--out', out, '--json']);
    expect(JSON.parse(one.out)).toMatchObject({ report: 'BC-11', documents: [{ about: { id: meeting?.id } }] });
    const blank = report(['BC-11', '--period', '2024-07', '--blank', '--unit', meeting?.cell ?? '', '--out', out]);
    expect({ err: blank.err, code: blank.code }).toEqual({ err: '', code: 0 });
    expect(readdirSync(out)).toHaveLength(2);
  });

  test('a period that calls for none says so', () => {
    const { err, code } = report(['thong-bao-lich', '--period', '1999-07', '--format', 'html', '--out', folder]);
    expect(err).toContain('Tháng 7/1999 không có văn bản nào để lập');
    expect(code).not.toBe(0);
  });

  test.skipIf(!requireTool('chromium') || !requireTool('pdftotext'))('a PDF has the pages the paper asks for', () => {
    const { err, code } = report(['thong-bao-lich', '--period', '2024-Q3', '--format', 'pdf', '--out', folder]);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const pdf = join(folder, `${notices[0]}.pdf`);
    const info = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout;
    expect(info).toMatch(/Page size: +59[45].* x 84[12].*A4/u);
    const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
    expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    // Nothing of the browser's own: no address, no date of printing.
    expect(text).not.toMatch(/file:|\.html|\d+:\d\d (?:AM|PM)/u);
  });
});

describe('where a Chromium is found', () => {
  test('nowhere', () => expect(findChromium({ PATH: temporaryFolder() }, 'win32')).toBeNull());

  test('on the path before the usual places, by each of its names', () => {
    const bin = temporaryFolder();
    const path = join(bin, 'google-chrome');
    writeFileSync(path, '');
    chmodSync(path, 0o755);
    expect(findChromium({ PATH: bin }, 'linux')).toBe(path);
  });

  test('on Windows where Edge is installed', () => {
    const programs = temporaryFolder();
    const place = join(programs, 'Microsoft', 'Edge', 'Application');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'msedge.exe'), '');
    expect(findChromium({ PATH: '', ProgramFiles: programs }, 'win32')).toBe(join(place, 'msedge.exe'));
  });
});
