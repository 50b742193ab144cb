import { z } from 'zod';
import { runTool } from './run-tool.ts';

const cell = z.object({ type: z.string(), value: z.string() }).nullable();
const workbook = z.record(z.string(), z.array(z.array(cell)));

const program = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: [[None if c.value is None else {'type': c.data_type, 'value': str(c.value)} for c in row]
  for row in sheet.iter_rows()] for sheet in book}))
`;

/** Every sheet of a workbook as openpyxl reads it; type `s` is text, `n` a number, `f` a formula. */
export function readWithOpenpyxl(path: string): z.infer<typeof workbook> {
  return workbook.parse(JSON.parse(runTool('/usr/bin/python3', ['-c', program, path])));
}
