import { escapeMarkup } from './escape.ts';

/** How a cell looks; colours as `FFEDEDED`. What is left out is as in an empty workbook. */
export interface CellStyle {
  font?: { name: string; size: number; bold?: boolean; italic?: boolean };
  alignment?: {
    horizontal: 'left' | 'center' | 'right';
    vertical: 'middle';
    wrapText: boolean;
    /** Degrees, upwards. */
    textRotation?: number;
  };
  border?: Partial<Record<Side, BorderLine>>;
  /** A plain ground. */
  fill?: string;
  /** A code of the file format (`0.0`, `@`); `General` when left out. */
  numFmt?: string;
  /** In a protected sheet; locked when left out. */
  locked?: boolean;
}

export interface BorderLine {
  style: 'thin';
  color?: string;
}

type Side = 'left' | 'right' | 'top' | 'bottom';

/** In the order of the file format. */
const sides: readonly Side[] = ['left', 'right', 'top', 'bottom'];

/** Codes that every program knows by number (ECMA-376, 18.8.30): those the product uses. */
const knownFormats: Readonly<Record<string, number>> = { General: 0, '0': 1, '@': 49 };

/** The first number of a workbook's own codes. */
const ownFormats = 164;

/** The styles of a workbook: each once, by its number in `cellXfs`. */
export class StyleTable {
  readonly #byObject = new Map<CellStyle, number>();
  readonly #formats = new XmlList();
  // The default font gives column widths their unit; the first two grounds are fixed by the format.
  readonly #fonts = new XmlList('<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>');
  readonly #fills = new XmlList(patternFill('none'), patternFill('gray125'));
  readonly #borders = new XmlList(borderXml({}));
  readonly #cells = new XmlList('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');

  /** The number of a style. Look it up once for a column, not for each cell: by object it is quick, by content it is not. */
  indexOf(style: CellStyle): number {
    const known = this.#byObject.get(style);
    if (known !== undefined) return known;
    const index = this.#cells.indexOf(this.#cellXml(style));
    this.#byObject.set(style, index);
    return index;
  }

  #cellXml({ font, alignment, border, fill, numFmt = 'General', locked }: CellStyle): string {
    const format = knownFormats[numFmt] ?? this.#formatNumber(numFmt);
    const fontId = font ? this.#fonts.indexOf(fontXml(font)) : 0;
    const fillId = fill === undefined ? 0 : this.#fills.indexOf(patternFill('solid', colour('fgColor', fill)));
    const borderId = border ? this.#borders.indexOf(borderXml(border)) : 0;
    const applied = [
      [format, 'NumberFormat'],
      [fontId, 'Font'],
      [fillId, 'Fill'],
      [borderId, 'Border'],
      [alignment, 'Alignment'],
      [locked === false, 'Protection'],
    ] as const;
    const applies = applied.map(([is, what]) => (is ? ` apply${what}="1"` : '')).join('');
    const inner = (alignment ? alignmentXml(alignment) : '') + (locked === false ? '<protection locked="0"/>' : '');
    return (
      `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0"${applies}` +
      (inner === '' ? '/>' : `>${inner}</xf>`)
    );
  }

  #formatNumber(code: string): number {
    return ownFormats + this.#formats.indexOf(escapeMarkup(code));
  }

  /** `xl/styles.xml`. */
  toXml(): string {
    const formats = this.#formats.all.map(
      (code, index) => `<numFmt numFmtId="${ownFormats + index}" formatCode="${code}"/>`,
    );
    return (
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (formats.length === 0 ? '' : counted('numFmts', formats)) +
      counted('fonts', this.#fonts.all) +
      counted('fills', this.#fills.all) +
      counted('borders', this.#borders.all) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      counted('cellXfs', this.#cells.all) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }
}

/** Different pieces of XML in the order they were first asked for. */
class XmlList {
  readonly #numbers = new Map<string, number>();

  constructor(...first: string[]) {
    for (const xml of first) this.indexOf(xml);
  }

  indexOf(xml: string): number {
    const index = this.#numbers.get(xml) ?? this.#numbers.size;
    this.#numbers.set(xml, index);
    return index;
  }

  get all(): string[] {
    return [...this.#numbers.keys()];
  }
}

function counted(tag: string, items: readonly string[]): string {
  return `<${tag} count="${items.length}">${items.join('')}</${tag}>`;
}

function fontXml({ name, size, bold = false, italic = false }: NonNullable<CellStyle['font']>): string {
  const marks = (bold ? '<b/>' : '') + (italic ? '<i/>' : '');
  // Family 1: with serifs.
  return `<font>${marks}<sz val="${size}"/><name val="${escapeMarkup(name)}"/><family val="1"/></font>`;
}

function patternFill(pattern: string, inner = ''): string {
  return `<fill><patternFill patternType="${pattern}"${inner === '' ? '/>' : `>${inner}</patternFill>`}</fill>`;
}

function borderXml(border: NonNullable<CellStyle['border']>): string {
  const lines = sides.map((side) => {
    const line = border[side];
    if (!line) return `<${side}/>`;
    return `<${side} style="${line.style}"${line.color === undefined ? '/>' : `>${colour('color', line.color)}</${side}>`}`;
  });
  return `<border>${lines.join('')}<diagonal/></border>`;
}

function colour(tag: string, argb: string): string {
  return `<${tag} rgb="${argb}"/>`;
}

function alignmentXml({ horizontal, wrapText, textRotation }: NonNullable<CellStyle['alignment']>): string {
  const turned = textRotation === undefined ? '' : ` textRotation="${textRotation}"`;
  return `<alignment horizontal="${horizontal}" vertical="center"${turned}${wrapText ? ' wrapText="1"' : ''}/>`;
}
