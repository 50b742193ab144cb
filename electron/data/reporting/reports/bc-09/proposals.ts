import { isDone } from '../../../petitions/life-cycle.ts';
import type { Petition } from '../../../petitions/petition-book.ts';
import type { Authority, OfficeLevel } from '../../../schema/column-types.ts';
import type { WrittenParagraph } from '../../document.ts';
import { count } from '../../figure.ts';
import { gap } from '../prose/gap.ts';
import { type Phrase, say, written } from '../prose/phrases.ts';
import { figureRun } from '../prose/quotes.ts';
import { formText } from './cells.ts';
import type { Bc09Data } from './data.ts';
import { matterText, petitionsOf } from './petitions.ts';

/** The authorities above an office of each level. */
const above: Readonly<Record<OfficeLevel, readonly Authority[]>> = {
  province: ['central'],
  district: ['province', 'central'],
  commune: ['district', 'province', 'central'],
};

/** V. Kiến nghị, đề xuất: petitions beyond the office's authority that are still open, by the body that is to answer. */
export function proposals(data: Bc09Data): WrittenParagraph[] {
  if (!data.keepsPetitions) return [gap('V.gap', 'kiến nghị, đề xuất với cấp trên')];
  const open = openAbove(data);
  if (open.length === 0) return written('V.none', [['không có']]);
  const byBody = [...Map.groupBy(open, ({ body }) => body ?? '')].sort(([, a], [, b]) => b.length - a.length);
  const number = figureRun('V.open', 'Kiến nghị vượt thẩm quyền chưa xong', counted(open));
  return [
    ...written('V.open', [
      say`đề nghị cấp trên xem xét ${number} việc vượt thẩm quyền của ${data.office.name}, đến nay chưa giải quyết xong:`,
    ]),
    ...byBody.flatMap(([body, petitions]) => written(`V.open.${body}`, [ofBody(data, body, petitions)], '-')),
  ];
}

/** Raised in the period or carried over to it, beyond the office's authority, not done with on the last day known of. */
function openAbove(data: Bc09Data): Petition[] {
  const listed = [...petitionsOf(data, 'carried_over'), ...petitionsOf(data, 'matters')];
  const seen = new Set<string>();
  return listed.filter(({ id, authority, standing }) => {
    if (seen.has(id) || authority === null || !above[data.office.level].includes(authority)) return false;
    seen.add(id);
    return !isDone(standing, data.petitionDone, data.asOf);
  });
}

function ofBody(data: Bc09Data, body: string, petitions: readonly Petition[]): Phrase {
  const named = petitions
    .slice(0, data.exceptions.names)
    .flatMap((petition, index): Phrase => say`${index === 0 ? '' : '; '}${matterText(data, petition)}`);
  const left = petitions.slice(data.exceptions.names);
  const more =
    left.length === 0
      ? []
      : say`; và ${figureRun(`V.open/${body}/others`, 'Kiến nghị khác', counted(left))} việc khác (${formText('BC-04')})`;
  return say`${body === '' ? 'Cơ quan có thẩm quyền' : body}: ${named}${more}`;
}

function counted(petitions: readonly Petition[]) {
  return count(
    'petition',
    petitions.map(({ id }) => id),
  );
}
