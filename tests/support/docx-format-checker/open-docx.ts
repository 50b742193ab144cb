import { all, type Element, find, parseXml, type ReadParagraph, readParagraph, unzipParts } from '../docx-reader.ts';
import type { OpenDocx, Section } from './findings.ts';

/** The parts of a .docx, its body cut into sections; null when it has no body. Throws on XML that is not well-formed. */
export async function openDocx(file: Uint8Array): Promise<OpenDocx | null> {
  const parts = await unzipParts(file);
  const body = find(parseXml(parts.get('word/document.xml') ?? '<none/>'), 'w:document', 'w:body');
  if (body === null) return null;
  const styles = parseXml(parts.get('word/styles.xml') ?? '<none/>');
  const defaults = find(styles, 'w:styles', 'w:docDefaults', 'w:rPrDefault', 'w:rPr');
  return { body, defaults, parts, sections: sectionsOf(body) };
}

/** A section ends with the paragraph that holds its set-up; the last one's set-up ends the body. */
function sectionsOf(body: Element): Section[] {
  const sections: Section[] = [];
  let elements: Element[] = [];
  for (const element of body.children) {
    const own = element.name === 'w:sectPr' ? element : find(element, 'w:pPr', 'w:sectPr');
    if (element.name !== 'w:sectPr') elements.push(element);
    if (own === null) continue;
    sections.push({ elements, setUp: own });
    elements = [];
  }
  return sections;
}

export function paragraphsIn(element: Element, { defaults }: OpenDocx): ReadParagraph[] {
  return all(element, 'w:p').map((paragraph) => readParagraph(paragraph, defaults));
}

/** The paragraphs that stand by themselves, outside tables. */
export function standing({ elements }: Section, { defaults }: OpenDocx): ReadParagraph[] {
  return elements.filter(({ name }) => name === 'w:p').map((paragraph) => readParagraph(paragraph, defaults));
}

/** Tables without lines hold the header and the signatures, tables with lines the lists of the text. */
export function hasLines(table: Element): boolean {
  const sides = [...all(table, 'w:tblBorders'), ...all(table, 'w:tcBorders')].flatMap(({ children }) => children);
  return sides.some(({ attributes }) => !['none', 'nil'].includes(attributes['w:val'] ?? ''));
}
