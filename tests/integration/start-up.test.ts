import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runTool } from '../support/run-tool.ts';

const router = resolve(import.meta.dirname, '../../electron/data/router.ts');

/** Prints which packages are asked for until the data side is ready to answer. */
const listing = `
  import { registerHooks } from 'node:module';
  const asked = new Set();
  registerHooks({ resolve: (specifier, context, next) => { asked.add(specifier); return next(specifier, context); } });
  await import(${JSON.stringify(router)});
  process.stdout.write([...asked].join('\\n'));
`;

test('the Word and Excel libraries are not loaded before somebody writes a file', () => {
  const asked = runTool(process.execPath, ['--input-type=module', '--eval', listing]);
  const packages = asked.split('\n');
  expect(packages).toContain('kysely');
  expect(packages.filter((name) => name === 'docx' || name === 'exceljs')).toEqual([]);
});
