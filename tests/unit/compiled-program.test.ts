import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aheadOf, compiledProgram } from '../../electron/data/compiled-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'sochibo-compiled-'));
const file = join(folder, 'program.cjs');

/** What the program tells when it runs; it has what a CommonJS file has. */
function told(): unknown {
  compiledProgram(file).run();
  return Reflect.get(globalThis, 'told');
}

/** Of the same length for words of the same length. */
const source = (word: string) =>
  `const { basename } = require('node:path'); globalThis.told = (() => '${word} ' + basename(__filename))();`;

/** Writes a program and what is compiled of it. */
function make(word: string): Buffer {
  writeFileSync(file, source(word));
  const { run, keep } = compiledProgram(file);
  run();
  keep();
  return readFileSync(aheadOf(file));
}

describe('a program compiled when it was built', () => {
  beforeEach(() => rmSync(aheadOf(file), { force: true }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is what V8 takes, and does the same', () => {
    make('first');
    expect(compiledProgram(file).isAhead).toBe(true);
    expect(told()).toBe('first program.cjs');
  });

  it('is compiled now where nothing or another source lies beside it, of the same length too', () => {
    make('right');
    for (const word of ['wrong', 'longer']) {
      writeFileSync(file, source(word));
      expect(compiledProgram(file).isAhead).toBe(false);
      expect(told()).toBe(`${word} program.cjs`);
    }
    rmSync(aheadOf(file));
    expect(compiledProgram(file).isAhead).toBe(false);
  });

  it('is compiled now where V8 does not take what lies beside it', () => {
    const kept = make('whole');
    const spoilt = { magic: Buffer.from([1, 2, 3, 4]), nothing: Buffer.alloc(0), part: kept.subarray(32, 60) };
    for (const [word, rest] of Object.entries(spoilt)) {
      writeFileSync(file, source(word));
      writeFileSync(aheadOf(file), Buffer.concat([createHash('sha256').update(source(word)).digest(), rest]));
      expect(compiledProgram(file).isAhead).toBe(false);
      expect(told()).toBe(`${word} program.cjs`);
    }
  });
});
