import type { WrittenParagraph } from '../../document.ts';
import { gap } from '../prose/gap.ts';
import { say, written } from '../prose/phrases.ts';
import { citation } from './citation.ts';
import type { Bc09Data } from './data.ts';

/** I. Công tác lãnh đạo, chỉ đạo, quán triệt: documents of the period; where there is none, room for the clerk. */
export function leadership({ issued, office }: Bc09Data): WrittenParagraph[] {
  if (issued.length === 0) return [gap('I.gap', 'công tác lãnh đạo, chỉ đạo, quán triệt trong kỳ')];
  return [
    ...written('I.issued', [say`trong kỳ, ${office.name} đã ban hành:`]),
    ...issued.flatMap((document) =>
      written(`I.issued.${document.symbol}`, [[citation(document) + subjectText(document.subject)]], '-'),
    ),
  ];
}

function subjectText(subject: string | null): string {
  if (subject === null) return '';
  return /^(?:về|v\/v) /iu.test(subject) ? ` ${subject.replace(/^v\/v /iu, 'về ')}` : ` về ${subject}`;
}
