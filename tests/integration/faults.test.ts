import { describe, expect, it } from 'vitest';
import { r1 } from '../faults/r1-writes.ts';
import { r2 } from '../faults/r2-kills.ts';
import { r3 } from '../faults/r3-damage.ts';
import { r4 } from '../faults/r4-restore.ts';
import { r5 } from '../faults/r5-exports.ts';
import { r7 } from '../faults/r7-day.ts';
import { requireTool } from '../support/requirements.ts';

// A sample of what `npm run faults` tries in full; R6 is whole in opening.test.ts.
const sample = { short: true, atOnce: 2 };

describe('the bars of reliability, sampled', () => {
  it.skipIf(!requireTool('strace')).each([
    ['R1: one write, flush and renaming of save, import, migration, backup and restore is killed or refused', r1],
    ['R2: 3 kills at random moments', r2],
    ['R4: 2 backups restored, taken back, and restored beside a stale log', r4],
    ['R5: one fault of each kind while a report is written over an older one', r5],
    ['R7: 20 rounds of a day: the log stays small, the checks hold (memory only in the full run)', r7],
    ['R3: 6 bits flipped, 6 cuts, 6 swapped pages, in the office file and in its log', r3],
  ])(
    '%s',
    async (_, bar) => {
      const rows = await bar(sample);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ holds }) => !holds)).toEqual([]);
    },
    300_000,
  );
});
