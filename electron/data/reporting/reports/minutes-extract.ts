import { heldMeetings } from '../cell-meetings.ts';
import { document } from '../document.ts';
import { buildExtract } from './bc-11/build-extract.ts';
import type { MinutesData } from './bc-11/minutes-data.ts';
import { readMinutes } from './bc-11/read-minutes.ts';
import { minutes, minutesFields } from './bc-11-minutes.ts';
import { aboutPersons } from './minutes-extract/about-persons.ts';

/**
 * Trích biên bản (document format, 6.1): chosen items of one meeting, certified, as they go into a dossier. It can be made
 * of any meeting; a period calls for it where a person was voted on.
 */
export const minutesExtract = document<MinutesData>({
  code: 'trich-bien-ban',
  title: 'Trích biên bản',
  kind: { code: 'BB', name: 'Trích biên bản' },
  issuer: 'cell',
  subject: 'meeting',
  list: async (source, period, unit) => {
    const held = await heldMeetings(source, period, unit);
    const voted = await aboutPersons(source, period);
    return held
      .filter(({ id }) => voted.has(id))
      .map(({ id, cell, day }) => ({ name: `Trích biên bản ${cell} ${day}`, about: { id } }));
  },
  read: async (source, { id }) => readMinutes(source, id ?? '', null),
  build: buildExtract,
  tags: minutes.tags,
  fields: minutesFields,
});
