import type { FormatProfile } from './profile.ts';
import { toRoman } from './roman.ts';

/** Whatever counts in a body, from the widest to the narrowest; one that is counted on starts anew all that follow it. */
const units = [
  'part',
  'chapter',
  'section',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'clause',
  'point',
] as const;
type Unit = (typeof units)[number];

export type NumberedUnit = Unit | 'article';

/** Gives each unit of a body its number and mark, as they come: `II- `, `1.2. `, `đ) `, `Điều 3. `. */
export type Numbering = (unit: NumberedUnit) => string;

/** The marks of document format 4.4. Counting begins with the body. */
export function bodyNumbering({ divisions }: FormatProfile): Numbering {
  const counted = new Map<NumberedUnit, number>();
  const counter = (unit: NumberedUnit): number => counted.get(unit) ?? 0;
  const mark = (unit: NumberedUnit): string => {
    const position = counter(unit);
    switch (unit) {
      case 'part':
      case 'chapter':
      case 'section':
        return numbered(divisions[unit], position);
      case 'article':
        return `${numbered(divisions.article, position)} `;
      case 'heading1':
        return `${toRoman(position)}- `;
      case 'heading2':
      case 'clause':
        return `${position}. `;
      case 'heading3':
        return `${counter('heading2')}.${position}. `;
      case 'heading4':
      case 'point':
        return `${letter(position)}) `;
    }
  };
  return (unit) => {
    counted.set(unit, counter(unit) + 1);
    for (const narrower of narrowerThan(unit)) counted.set(narrower, 0);
    return mark(unit);
  };
}

/** Articles are counted through the whole text and only start their clauses anew. */
function narrowerThan(unit: NumberedUnit): readonly NumberedUnit[] {
  return unit === 'article' ? ['clause', 'point'] : units.slice(units.indexOf(unit) + 1);
}

function numbered(pattern: string, position: number): string {
  return pattern
    .replace('{roman}', toRoman(position))
    .replace('{number}', String(position))
    .replace('{ordinal}', ordinal(position));
}

/** `thứ nhất`, `thứ hai`: as parts and chapters are counted in words. */
function ordinal(position: number): string {
  const words = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
  return `thứ ${words[position - 1] ?? position}`;
}

/** Letters of the Vietnamese alphabet as points are counted: a, b, c, d, đ, e … */
function letter(position: number): string {
  const letters = 'abcdđeghiklmnopqrstuvxy';
  return letters[position - 1] ?? String(position);
}
