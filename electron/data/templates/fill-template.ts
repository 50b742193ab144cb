import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { escapeMarkup } from '../documents/escape.ts';
import { cleanText } from '../vietnamese/clean-text.ts';
import { tagKey } from './tag-key.ts';

/** The facts of a document by tag; a list becomes the rows of a table or paragraphs that repeat. */
export type TemplateFacts = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

type Scope = Record<string, string | Record<string, string>[]>;

/** The options a template is read and filled with: the same for both, so that what passes the check also fills. */
export const readingOptions = {
  paragraphLoop: true,
  linebreaks: true,
  errorLogging: false,
  nullGetter: () => '',
  parser: (tag: string) => ({ get: (scope: unknown): unknown => ownValue(scope, tagKey(tag)) }),
};

/**
 * Fills a checked template in; what the document does not know is left empty. Gives the bytes of a .docx. `mark` becomes its
 * keywords, in place of the template's own.
 */
export function fillTemplate(template: Buffer, facts: TemplateFacts, mark: string | null = null): Buffer {
  const filled = new Docxtemplater(new PizZip(template), readingOptions);
  filled.render(scopeOf(facts));
  const bytes = filled.toBuffer({ compression: 'DEFLATE' });
  return mark === null ? bytes : marked(bytes, mark);
}

const properties = 'docProps/core.xml';

/** A template that was saved without properties stays without. */
function marked(bytes: Buffer, mark: string): Buffer {
  const zip = new PizZip(bytes);
  const own = zip.file(properties)?.asText();
  if (own === undefined) return bytes;
  const bare = own.replace(/<cp:keywords\b[^>]*(?:\/>|>[^<]*<\/cp:keywords>)/u, '');
  const keywords = `<cp:keywords>${escapeMarkup(mark)}</cp:keywords></cp:coreProperties>`;
  zip.file(
    properties,
    bare.replace('</cp:coreProperties>', () => keywords),
  );
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function scopeOf(facts: TemplateFacts): Scope {
  return Object.fromEntries(
    Object.entries(facts).map(([tag, value]) => [
      tagKey(tag),
      typeof value === 'string' ? cleanText(value) : value.map(rowOf),
    ]),
  );
}

function rowOf(row: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([tag, value]) => [tagKey(tag), cleanText(value)]));
}

/** Only what the facts hold themselves: a tag `{constructor}` finds nothing. */
function ownValue(scope: unknown, key: string): unknown {
  return typeof scope === 'object' && scope !== null && Object.hasOwn(scope, key) ? Reflect.get(scope, key) : undefined;
}
