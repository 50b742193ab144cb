import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';

/** What a program prints; throws with its complaint when it fails. */
export function runTool(command: string, parameters: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    input,
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error || status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  return stdout;
}

/** LibreOffice's own idea of a document's pages; the path of the PDF, in `folder`. */
export function convertToPdf(file: string, folder: string): string {
  convertAll([file], 'pdf', folder);
  return join(folder, `${basename(file, extname(file))}.pdf`);
}

/** Converts files by LibreOffice into `folder`, all in one run: starting it takes longer than a file does. */
export function convertAll(files: readonly string[], format: string, folder: string): void {
  const profile = mkdtempSync(join(tmpdir(), 'sochibo-soffice-'));
  try {
    runTool('soffice', [
      '--headless',
      `-env:UserInstallation=file://${profile}`,
      '--convert-to',
      format,
      '--outdir',
      folder,
      ...files,
    ]);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The text of each page, laid out as on paper. */
export function pdfPages(pdf: string): string[] {
  return runTool('pdftotext', ['-layout', pdf, '-']).split('\f').slice(0, -1);
}

/** What a Python script makes of a file, through `json.dumps` on standard output. */
export function readWithPython(script: string, ...parameters: string[]): unknown {
  return JSON.parse(runTool('/usr/bin/python3', ['-', ...parameters], script));
}
