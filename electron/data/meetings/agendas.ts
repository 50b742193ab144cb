import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AgendaTemplate } from '../../contract/meetings.ts';
import { meetingKind } from '../../contract/values.ts';
import type { MeetingKind } from '../schema/column-types.ts';

const agendas = z.array(
  z.object({
    code: z.string(),
    label: z.string(),
    kinds: z.array(meetingKind),
    cell_types: z.array(z.string()),
    source: z.string(),
    evidence: z.enum(['A', 'B', 'C']),
    items: z.array(z.string()).min(1),
  }),
);

/** The agendas an office may load (`agendas/hd42.yaml`); the office may edit them. Throws on a malformed file. */
export function loadAgendas(resourcesDir: string): z.infer<typeof agendas> {
  return agendas.parse(parse(readFileSync(join(resourcesDir, 'agendas', 'hd42.yaml'), 'utf8')));
}

/** Those for a kind of meeting: the steps first, then the content of the cell's own type, then of the other types. */
export function agendasFor(
  all: z.infer<typeof agendas>,
  { kind, cellType }: { kind: MeetingKind; cellType: string | null },
): AgendaTemplate[] {
  const rank = ({ kinds, cell_types }: (typeof all)[number]) => {
    if (kinds.length === 1) return 0;
    return cellType !== null && cell_types.includes(cellType) ? 1 : 2;
  };
  return all
    .filter(({ kinds }) => kinds.includes(kind))
    .sort((a, b) => rank(a) - rank(b))
    .map(({ kinds: _, cell_types: __, ...agenda }) => agenda);
}
