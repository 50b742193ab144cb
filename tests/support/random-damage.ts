import fc from 'fast-check';
import PizZip from 'pizzip';
import { zipOf } from './zip.ts';

/** `set`: bytes overwritten with one value; `cut`: nothing after it; `move`: bytes copied over others. */
interface ByteDamage {
  kind: 'set' | 'cut' | 'move';
  at: number;
  length: number;
  byte: number;
  to: number;
}

/** Places as shares of a length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });

export const byteDamage = fc.record<ByteDamage>({
  kind: fc.constantFrom('set', 'set', 'cut', 'move'),
  at: place,
  length: fc.integer({ min: 1, max: 64 }),
  byte: fc.integer({ min: 0, max: 255 }),
  to: place,
});

export function damaged(whole: Buffer, damages: readonly ByteDamage[]): Buffer {
  const bytes = Buffer.from(whole);
  let end = bytes.length;
  for (const one of damages) {
    const at = Math.floor(one.at * (bytes.length - 1));
    if (one.kind === 'set') bytes.fill(one.byte, at, Math.min(at + one.length, bytes.length));
    else if (one.kind === 'cut') end = Math.min(end, Math.max(at, 1));
    else bytes.copy(bytes, Math.floor(one.to * (bytes.length - 1)), at, at + one.length);
  }
  return bytes.subarray(0, end);
}

/** What may befall the parts inside the zip, which stays whole itself. */
interface PartDamage {
  kind: 'remove' | 'swap' | 'attribute' | 'text' | 'element' | 'repeat';
  part: number;
  at: number;
  value: string;
}

const oddValues = [
  '',
  '-1',
  '0',
  '1e308',
  'NaN',
  '99999999999',
  'XFE1048577',
  'A1:B',
  '<',
  '&',
  '"',
  '\u0000',
  '2024-02-30',
  'true',
];

export const partDamage = fc.record<PartDamage>({
  kind: fc.constantFrom('remove', 'swap', 'attribute', 'attribute', 'attribute', 'text', 'text', 'element', 'repeat'),
  part: place,
  at: place,
  value: fc.constantFrom(...oddValues),
});

/** The next match from a place on, or the first; null when there is none. */
function matchAt(text: string, pattern: RegExp, at: number): { index: number; length: number } | null {
  pattern.lastIndex = Math.floor(at * text.length);
  const match = pattern.exec(text) ?? (text.match(pattern) ? new RegExp(pattern.source, 'u').exec(text) : null);
  return match ? { index: match.index, length: match[0].length } : null;
}

function inPart(text: string, { kind, at, value }: PartDamage): string {
  const patterns = {
    attribute: /(?<==")[^"]*/gu,
    text: /(?<=>)[^<>]+(?=<)/gu,
    element: /<[^<>]+>/gu,
    repeat: /<(?:c|row|sheet|v|mergeCell)\b[^<>]*>/gu,
  };
  if (kind === 'remove' || kind === 'swap') return text;
  const found = matchAt(text, patterns[kind], at);
  if (!found) return text;
  const [before, hit, after] = [
    text.slice(0, found.index),
    text.slice(found.index, found.index + found.length),
    text.slice(found.index + found.length),
  ];
  if (kind === 'repeat') return before + hit + hit + after;
  return before + (kind === 'element' ? '' : value) + after;
}

/** The parts of a plain workbook. */
const partNames = [
  '[Content_Types].xml',
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/worksheets/sheet1.xml',
  'xl/worksheets/sheet2.xml',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
];

/** A workbook with damages inside its parts: attributes, texts and elements changed, parts lost or one in another's place. */
export function damagedParts(whole: Buffer, damages: readonly PartDamage[]): Buffer {
  const zip = new PizZip(whole);
  const parts = partNames.flatMap((name) => {
    const data = zip.file(name)?.asText();
    return data === undefined ? [] : [{ name, data }];
  });
  for (const damage of damages) {
    const index = Math.floor(damage.part * (parts.length - 1));
    const other = Math.floor(damage.at * (parts.length - 1));
    const [part, swapped] = [parts[index], parts[other]];
    if (!part || !swapped) continue;
    if (damage.kind === 'remove') parts.splice(index, 1);
    else if (damage.kind === 'swap') [part.data, swapped.data] = [swapped.data, part.data];
    else part.data = inPart(part.data, damage);
  }
  return zipOf(parts);
}
