import { SaxesParser } from 'saxes';
import { fromBuffer } from 'yauzl';

/** An XML element, names with their prefix as written. */
export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

/** The text parts of a zip file by name. */
export function unzipParts(file: Uint8Array): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, string>();
    fromBuffer(Buffer.from(file), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk) => chunks.push(chunk));
          stream.on('end', () => {
            parts.set(entry.fileName.replace(/^\//u, ''), Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => resolve(parts));
      zip.readEntry();
    });
  });
}

/** Throws on text that is not well-formed XML. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const current = open.at(-1);
    if (current) current.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root;
}

/** The first element of that path below, or null. */
export function find(element: Element | null, ...path: string[]): Element | null {
  let current = element;
  for (const name of path) current = current?.children.find((child) => child.name === name) ?? null;
  return current;
}

export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export type ReadRun = {
  text: string;
  halfPoints: number;
  bold: boolean;
  italic: boolean;
  underlined: boolean;
  fonts: Record<string, string>;
  colour: string;
};

export type ReadParagraph = {
  text: string;
  runs: ReadRun[];
  align: string;
  indent: { left: number; right: number; firstLine: number };
  spacing: { before: number; after: number; line: number; rule: string };
  keepNext: boolean;
  border: Element | null;
  /** A tab stop that fills its line with dots. */
  leader: boolean;
};

/** What a docx says by itself and by its defaults; the files looked at here use no other style. */
export function readParagraph(paragraph: Element, defaults: Element | null): ReadParagraph {
  const properties = find(paragraph, 'w:pPr');
  const number = (element: Element | null, name: string, otherwise = 0): number =>
    Number(element?.attributes[name] ?? otherwise);
  const indent = find(properties, 'w:ind');
  const spacing = find(properties, 'w:spacing');
  const runs = all(paragraph, 'w:r').map((run) => readRun(run, defaults));
  return {
    text: runs.map((run) => run.text).join(''),
    runs: runs.filter((run) => run.text !== ''),
    align: find(properties, 'w:jc')?.attributes['w:val'] ?? 'left',
    indent: {
      left: number(indent, 'w:left'),
      right: number(indent, 'w:right'),
      firstLine: number(indent, 'w:firstLine'),
    },
    spacing: {
      before: number(spacing, 'w:before'),
      after: number(spacing, 'w:after'),
      line: number(spacing, 'w:line', 240),
      rule: spacing?.attributes['w:lineRule'] ?? 'auto',
    },
    keepNext: isOn(find(properties, 'w:keepNext')),
    border: find(properties, 'w:pBdr'),
    leader: (find(properties, 'w:tabs')?.children ?? []).some(({ attributes }) => attributes['w:leader'] === 'dot'),
  };
}

function readRun(run: Element, defaults: Element | null): ReadRun {
  const properties = find(run, 'w:rPr');
  const size = find(properties, 'w:sz') ?? find(defaults, 'w:sz');
  return {
    text: run.children.map((child) => ({ 'w:t': child.text, 'w:br': '\n' })[child.name] ?? '').join(''),
    halfPoints: Number(size?.attributes['w:val'] ?? 20),
    bold: isOn(find(properties, 'w:b')),
    italic: isOn(find(properties, 'w:i')),
    underlined: (find(properties, 'w:u')?.attributes['w:val'] ?? 'none') !== 'none',
    colour: (find(properties, 'w:color') ?? find(defaults, 'w:color'))?.attributes['w:val'] ?? 'auto',
    fonts: { ...find(defaults, 'w:rFonts')?.attributes, ...find(properties, 'w:rFonts')?.attributes },
  };
}

/** A switch of WordprocessingML: there, and not said to be off. */
export function isOn(element: Element | null): boolean {
  return element !== null && !['0', 'false', 'off'].includes(element.attributes['w:val'] ?? 'true');
}
