import PizZip from 'pizzip';
import { tagKey } from './tag-key.ts';

const note = 'Liên quan';
const list = 'Số liệu điều chỉnh';

/** Tags of a document that replaces or supplements another; in any other they are empty. */
export const relationTags = {
  facts: [note],
  lists: { [list]: ['Chỉ tiêu', 'Số đã báo cáo', 'Số điều chỉnh', 'Chênh lệch', 'Lý do điều chỉnh'] },
} as const;

export interface RelationFacts {
  /** `Thay thế báo cáo số 12-BC/HU ngày 05/08/2024. Lý do: …` */
  note: string;
  rows: readonly { name: string; was: string; now: string; apart: string; reason: string }[];
}

export function relationFields({ note: words, rows }: RelationFacts) {
  return {
    [note]: words,
    [list]: rows.map(({ name, was, now, apart, reason }) => ({
      ...{ 'Chỉ tiêu': name, 'Số đã báo cáo': was, 'Số điều chỉnh': now },
      ...{ 'Chênh lệch': apart, 'Lý do điều chỉnh': reason },
    })),
  };
}

/** Whether a template says what its document stands for; one that does not cannot print a later document. */
export function namesRelation(template: Buffer): boolean {
  const word = new PizZip(template).file('word/document.xml')?.asText() ?? '';
  const tags = word.replaceAll(/<[^>]+>/gu, '').matchAll(/\{([^{}]+)\}/gu);
  return [...tags].some(([, tag = '']) => tagKey(tag) === tagKey(note));
}
