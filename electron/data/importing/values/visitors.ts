import { cleanLine, cleanText } from '../../vietnamese/clean-text.ts';
import { canonicalName } from '../../vietnamese/names.ts';

/** A superior who came, as the register has it. */
export interface VisitorMention {
  name: string;
  title: string | null;
  /** `dự thay đ/c …`: the one he or she came for, who is not a visitor. */
  onBehalfOf: string | null;
}

const comrade = /^(?:các\s+)?(?:đ\/c|d\/c|đ\.c|đc|đồng chí)[\s:.]*/iu;
const instead = /^(?:dự|đi)\s+thay\s+(?:cho\s+)?(.+)$/iu;

/** Several visitors in one box are separated by `;` or a line break. */
export function parseVisitors(written: string): VisitorMention[] {
  return cleanText(written)
    .split(/[;\n]/u)
    .map((part) => cleanLine(part).replace(/[.,]+$/u, ''))
    .filter((part) => part !== '')
    .map(parseVisitor);
}

function parseVisitor(part: string): VisitorMention {
  const [, name = '', inside = ''] = /^([^()]*?)\s+[-–—]\s+(.+)$/u.exec(part) ??
    /^(.*?)\s*\((.*)\)$/u.exec(part) ?? [part, part];
  const remarks = inside.split(/\s*[,()]\s*/u).filter((remark) => remark !== '');
  const substitute = remarks.map((remark) => instead.exec(remark)?.[1]).find((found) => found !== undefined);
  const title = remarks.filter((remark) => !instead.test(remark)).join(', ');
  return {
    name: personName(name),
    title: title === '' ? null : title,
    onBehalfOf: substitute === undefined ? null : personName(substitute),
  };
}

/** The name of a comrade without what is said before it. */
export function personName(written: string): string {
  return canonicalName(cleanLine(written).replace(comrade, ''));
}
