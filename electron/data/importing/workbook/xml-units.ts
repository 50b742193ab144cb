import { SaxesParser } from 'saxes';
import { localName, type XmlHandlers } from './xml-events.ts';

/** What the narrow way knows of a part that is mostly one element again and again, such as `row` of a sheet. */
export interface XmlUnits {
  /** The name of the element, without a prefix, and of the one it stands in. */
  name: string;
  parent: string;
  /**
   * Reads the one that begins at `from`, when it is written as plainly as nearly all are, and says where it ends; 0: it
   * is not (or not whole yet), and nothing of it has been taken.
   */
  read(text: string, from: number): number;
}

/** A unit that does not end within so many characters is left to the parser. */
const longestUnit = 1_000_000;

/**
 * As `readXml`, four times as fast where most of a part is plain units: those are read by `units.read`, everything
 * around and between them by the parser, which also gets each unit that is not plain. Both see to it that the part is
 * well-formed: a unit is taken only where the parser would give the same.
 */
export async function readXmlUnits(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  units: XmlUnits,
): Promise<void> {
  const parser = new UnitParser(handlers, units);
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
  parser.write(decoder.decode());
  parser.close();
}

const declaration = /^<\?xml\s[^<>]*\?>/u;
const mayHide = /<[!?]/u;

function skipBlanks(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || (code >= 9 && code <= 13); code = text.charCodeAt(at)) at += 1;
  return at;
}

/**
 * How many characters from `from` to the next tag are text that says itself: no entity, no end of a section, no carriage
 * return (which XML reads as a line feed), nothing that XML forbids; -1: there is one, or no tag follows.
 */
export function plainLength(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 60) return at - from;
    if (code === 38 || code === 93 || code >= 0xfffe || (code < 32 && code !== 9 && code !== 10)) return -1;
  }
  return -1;
}

class UnitParser {
  readonly #parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  readonly #units: XmlUnits;
  readonly #opening: string;
  readonly #closing: string;
  #failure: Error | null = null;
  /** Elements that are open. */
  #depth = 0;
  /** `before` the first unit; `among` them, at this depth; `parser`: the rest is its alone. */
  #state: 'before' | 'among' | 'parser' = 'before';
  #unitDepth = 0;
  /** The element that was opened just now, when nothing has come after its tag. */
  #justOpened = '';
  /** What has not been read yet. */
  #rest = '';

  constructor(handlers: XmlHandlers, units: XmlUnits) {
    this.#units = units;
    this.#opening = `<${units.name}`;
    this.#closing = `</${units.name}>`;
    this.#parser.on('error', (error) => {
      this.#failure ??= error;
    });
    this.#parser.on('opentag', (tag) => {
      this.#depth += 1;
      this.#justOpened = tag.name;
      handlers.open(localName(tag.name), tag.attributes);
    });
    this.#parser.on('closetag', (tag) => {
      this.#depth -= 1;
      this.#justOpened = '';
      handlers.close(localName(tag.name));
    });
    this.#parser.on('text', (text) => handlers.text(text));
    this.#parser.on('cdata', (text) => handlers.text(text));
  }

  write(text: string): void {
    this.#rest = this.#rest === '' ? text : this.#rest + text;
    if (this.#state === 'before') this.#findFirst();
    if (this.#state === 'among') this.#readUnits();
    if (this.#state === 'parser') this.#parse(this.#rest.length);
  }

  close(): void {
    this.#parse(this.#rest.length);
    this.#parser.close();
    if (this.#failure !== null) throw this.#failure;
  }

  /** Comments, sections and instructions may hold what only looks like a unit: with any of them all is the parser's. */
  #findFirst(): void {
    const at = this.#rest.indexOf(this.#opening);
    if (at < 0) {
      if (this.#rest.length > longestUnit) this.#state = 'parser';
      return;
    }
    const before = this.#rest.slice(0, at);
    const isSure = !mayHide.test(before.replace(declaration, ''));
    if (isSure) this.#parse(at);
    const isHere = isSure && this.#justOpened === this.#units.parent;
    this.#state = isHere ? 'among' : 'parser';
    this.#unitDepth = this.#depth;
  }

  #readUnits(): void {
    const text = this.#rest;
    let at = 0;
    while (this.#state === 'among') {
      const start = skipBlanks(text, at);
      const end = text.startsWith(this.#opening, start) ? this.#units.read(text, start) : 0;
      if (end > 0) at = end;
      else {
        const next = this.#endOfOther(text, start);
        if (next === 0) break;
        this.#parser.write(text.slice(at, next));
        if (this.#failure !== null) throw this.#failure;
        if (this.#depth !== this.#unitDepth) this.#state = 'parser';
        at = next;
      }
    }
    this.#rest = text.slice(at);
  }

  /** Where what is no plain unit ends; 0: not within what there is yet. */
  #endOfOther(text: string, from: number): number {
    const closing = text.indexOf(this.#closing, from);
    if (closing < 0) {
      const isWaiting = text.startsWith(this.#opening, from) || text.length - from < this.#opening.length;
      if (isWaiting && text.length - from <= longestUnit) return 0;
      this.#state = 'parser';
      return 0;
    }
    const end = closing + this.#closing.length;
    if (!mayHide.test(text.slice(from, end))) return end;
    this.#state = 'parser';
    return 0;
  }

  /** Gives the parser what comes before `end`. */
  #parse(end: number): void {
    if (end === 0) return;
    this.#parser.write(this.#rest.slice(0, end));
    this.#rest = this.#rest.slice(end);
    if (this.#failure !== null) throw this.#failure;
  }
}
