import { type Element, parseXml } from '../docx-reader.ts';
import type { Check } from './findings.ts';

/**
 * The order in which Word expects what an element holds (ECMA-376 part 1, 17: CT_PPr, CT_RPr, CT_TblPr …). An element out
 * of its place is the usual cause of Word's offer to repair a file; LibreOffice and python-docx read it without a word.
 */
const sequences: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs ' +
    'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd ' +
    'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment ' +
    'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish ' +
    'webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang ' +
    'eastAsianLayout specVanish oMath',
  'w:tbl': 'bookmarkStart bookmarkEnd tblPr tblGrid tr',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd ' +
    'tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
  'w:tblBorders': 'top left start bottom right end insideH insideV',
  'w:tblCellMar': 'top left start bottom right end',
  'w:tr': 'tblPrEx trPr tc',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers',
  'w:tcBorders': 'top left start bottom right end insideH insideV tl2br tr2bl',
  'w:tcMar': 'top left start bottom right end',
  'w:pBdr': 'top left bottom right between bar',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols ' +
    'formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange',
  'w:settings':
    'writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins alignBordersAndEdges ' +
    'bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors ' +
    'proofState defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat ' +
    'rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator',
  'w:compat': 'doNotExpandShiftReturn compatSetting',
  'w:docDefaults': 'rPrDefault pPrDefault',
  'w:styles': 'docDefaults latentStyles style',
};

/** What may stand more than once in its sequence. */
const repeated = new Set([
  'tr',
  'tc',
  'headerReference',
  'footerReference',
  'style',
  'compatSetting',
  'bookmarkStart',
  'bookmarkEnd',
]);

/** The values of a few attributes on which Word insists. */
const values: readonly [element: string, attribute: string, allowed: RegExp][] = [
  ['w:jc', 'w:val', /^(?:left|start|center|right|end|both)$/u],
  ['w:spacing', 'w:lineRule', /^(?:auto|exact|atLeast)$/u],
  ['w:sz', 'w:val', /^[1-9]\d*$/u],
  ['w:vAlign', 'w:val', /^(?:top|center|both|bottom)$/u],
  ['w:tblLayout', 'w:type', /^(?:fixed|autofit)$/u],
  ['w:tblW', 'w:w', /^\d+$/u],
  ['w:tcW', 'w:w', /^\d+$/u],
  ['w:gridCol', 'w:w', /^\d+$/u],
  ['w:tab', 'w:val', /^(?:left|start|center|right|end|decimal|bar|clear|num)$/u],
  ['w:outlineLvl', 'w:val', /^[0-9]$/u],
  ['w:type', 'w:val', /^(?:nextPage|continuous|evenPage|oddPage|nextColumn)$/u],
];

/** Order, repetition, values and nesting of WordprocessingML in every part of the file. */
export function checkMarkup(parts: ReadonlyMap<string, string>, check: Check): void {
  for (const [path, xml] of parts) {
    if (/^word\/[^/]+\.xml$/u.test(path)) walk(parseXml(xml), path, check);
  }
}

function walk(element: Element, path: string, check: Check): void {
  checkOrder(element, path, check);
  checkValues(element, path, check);
  checkNesting(element, path, check);
  for (const child of element.children) walk(child, path, check);
}

function checkOrder({ name, children }: Element, path: string, check: Check): void {
  const sequence = sequences[name]?.split(' ');
  if (sequence === undefined) return;
  let reached = 0;
  const seen = new Set<string>();
  for (const child of children) {
    const local = child.name.replace(/^w:/u, '');
    const place = sequence.indexOf(local);
    check(place !== -1, `${name} holds only what it may`, `${child.name} in ${path}`);
    check(place >= reached, `${name} in the order of the schema`, `${child.name} in ${path}`);
    check(!seen.has(local) || repeated.has(local), `${name} holds each thing once`, `${child.name} in ${path}`);
    seen.add(local);
    reached = Math.max(reached, place);
  }
}

function checkValues({ name, attributes }: Element, path: string, check: Check): void {
  for (const [element, attribute, allowed] of values) {
    const value = attributes[attribute];
    if (name === element && value !== undefined) {
      check(allowed.test(value), `${element} ${attribute} has a value of the schema`, `${value} in ${path}`);
    }
  }
}

/** A cell ends with a paragraph, tables do not touch, properties come first, the set-up of the last section ends the body. */
function checkNesting({ name, children }: Element, path: string, check: Check): void {
  const names = children.map((child) => child.name);
  if (name === 'w:tc') check(names.at(-1) === 'w:p', 'a table cell ends with a paragraph', path);
  if (name === 'w:tr') check(names.includes('w:tc'), 'a row has a cell', path);
  if (name === 'w:tbl')
    check(names[0] === 'w:tblPr' && names[1] === 'w:tblGrid', 'a table has properties and a grid', path);
  if (name === 'w:body') check(names.at(-1) === 'w:sectPr', 'the body ends with its page set-up', path);
  if (name === 'w:hdr' || name === 'w:ftr') check(names.includes('w:p'), 'a header has a paragraph', path);
  if (name === 'w:body' || name === 'w:tc') {
    const touching = names.some(
      (child, index) => child === 'w:tbl' && ['w:tbl', 'w:sectPr'].includes(names[index + 1] ?? ''),
    );
    check(!touching, 'a paragraph stands after every table', path);
  }
  for (const [holder, properties] of [
    ['w:p', 'w:pPr'],
    ['w:r', 'w:rPr'],
    ['w:tc', 'w:tcPr'],
  ]) {
    if (name === holder && properties !== undefined) {
      check(names.lastIndexOf(properties) <= 0, `${properties} comes first and once`, path);
    }
  }
}
