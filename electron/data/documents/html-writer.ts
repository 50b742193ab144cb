import type { BrokenLine } from './break-lines.ts';
import { escapeMarkup } from './escape.ts';
import { documentCss } from './html-css.ts';
import { standalonePage } from './html-page.ts';
import type { OfficialDocument } from './model.ts';
import type { FormatProfile } from './profile.ts';
import {
  type TypesetAnnex,
  type TypesetDocument,
  type TypesetHeader,
  type TypesetMark,
  type TypesetSignatory,
  type TypesetSignature,
  typeset,
} from './typeset.ts';
import { isIndented, type TypesetBlock, type TypesetCell, type TypesetRun, type TypesetTable } from './typeset-body.ts';

/**
 * The same page as the .docx, for preview and print: an escaped fragment that uses class names only (no style attribute,
 * no script), and its style sheet. The window applies `css` as a constructed sheet inside a shadow root.
 */
export function writeHtml(document: OfficialDocument, profile: FormatProfile): { html: string; css: string } {
  const prepared = typeset(document, profile);
  const tables = tableColumns(prepared);
  const html =
    `<article class="official-document" lang="${escapeMarkup(profile.language)}">` +
    mainSheet(prepared) +
    prepared.annexes.map(annexSheet).join('') +
    '</article>';
  return { html, css: [documentCss(profile, prepared.duplex), ...tables].join('\n') };
}

/** A page that stands alone, for the command line and for printing to PDF. It loads nothing and runs nothing. */
export function standaloneHtml(document: OfficialDocument, profile: FormatProfile, title: string): string {
  const { html, css } = writeHtml(document, profile);
  return standalonePage(html, css, profile, title);
}

function mainSheet(document: TypesetDocument): string {
  return sheet(
    'od-sheet',
    headerTable(document.header) +
      title(document) +
      addressees(document) +
      blocks(document.body, 0, document.signature.kind !== 'none') +
      signature(document.signature),
  );
}

function annexSheet(annex: TypesetAnnex, index: number): string {
  const reference = annex.reference === null ? '' : p('od-annex-title od-italic od-gaps', text(annex.reference));
  return sheet(
    `od-sheet od-annex${annex.landscape ? ' od-landscape' : ''}`,
    p('od-annex-title od-bold', text(annex.label)) +
      p('od-annex-title od-bold', text(annex.title)) +
      reference +
      blocks(annex.body, index + 1, false),
  );
}

function sheet(classes: string, content: string): string {
  return `<section class="${classes}">${content}</section>`;
}

function p(classes: string, content: string): string {
  return `<p class="${classes}">${content}</p>`;
}

function text(value: string): string {
  return escapeMarkup(value).replaceAll('\n', '<br>');
}

function twoColumns(classes: string, rows: readonly (readonly [string, string])[]): string {
  const body = rows.map(([left, right]) => `<tr><td>${left}</td><td>${right}</td></tr>`).join('');
  return `<table class="${classes}"><colgroup><col><col></colgroup><tbody>${body}</tbody></table>`;
}

function headerTable(header: TypesetHeader): string {
  const issuer = (lines: readonly BrokenLine[], name: string): string =>
    lines.map((line) => p(line.condensed ? `${name} od-condensed` : name, text(line.text))).join('');
  const left =
    issuer(header.superior, 'od-superior') + issuer(header.issuer, 'od-issuer') + p('od-star', text(header.star));
  const right = p('od-party-title', `<span>${text(header.partyTitle)}</span>`);
  return twoColumns('od-header', [
    [left, right],
    [numberCell(header), placeDateCell(header)],
  ]);
}

function numberCell(header: TypesetHeader): string {
  const lines = [
    header.number === null ? '' : p('od-number od-gaps', text(header.number)),
    header.letterSubject === null ? '' : p('od-letter-subject', text(header.letterSubject)),
    ...[header.secrecy, header.urgency].map(priorityMark),
  ];
  return lines.join('');
}

function priorityMark(mark: TypesetMark | null): string {
  if (mark === null) return '';
  const classes = `od-mark od-bold${mark.framed ? ' od-framed' : ''}`;
  return p(classes, `<span>${text(mark.text)}</span>`);
}

function placeDateCell(header: TypesetHeader): string {
  const placeDate = header.placeDate === null ? '' : p('od-place-date od-gaps', text(header.placeDate));
  return placeDate + header.marks.map((mark) => p('od-mark', text(mark))).join('');
}

function title({ title: block }: TypesetDocument): string {
  if (block === null) return '';
  const subject = block.subject === null ? '' : p('od-subject', text(block.subject));
  const rule = block.rule === null ? '' : p('od-title-rule', text(block.rule));
  return `<h1 class="od-kind">${text(block.kind)}</h1>${subject}${rule}`;
}

function addressees({ addressees: block }: TypesetDocument): string {
  if (block === null) return '';
  const label = `<span class="od-italic">${text(block.label)}</span>`;
  const [first = '', ...others] = block.names;
  if (others.length === 0) return p('od-addressees', `${label} ${text(first)}`);
  const names = block.names.map((name) => text(`- ${name}`)).join('<br>');
  return p('od-addressees', `${label}<br><span class="od-names">${names}</span>`);
}

function blocks(body: readonly TypesetBlock[], part: number, beforeSignature: boolean): string {
  return body
    .map((block, index) => {
      const last = beforeSignature && index === body.length - 1 ? ' od-before-signature' : '';
      if (block.kind === 'table') return table(block, `od-table ${tableClass(part, index)}${last}`);
      const classes = [
        `od-text od-${block.align}`,
        ...(isIndented(block) ? ['od-indented'] : []),
        ...(block.outline === null ? [] : ['od-heading']),
        ...(block.leader ? ['od-leader'] : []),
      ];
      const dots = block.leader ? '<span class="od-dots"></span>' : '';
      return `<p class="${classes.join(' ')}${last}"${link(block.link)}>${block.runs.map(run).join('')}${dots}</p>`;
    })
    .join('');
}

function run({ text: value, bold, italic, link: target }: TypesetRun): string {
  const classes = [...(bold ? ['od-bold'] : []), ...(italic ? ['od-italic'] : [])];
  if (classes.length === 0 && target === null) return text(value);
  const look = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  return `<span${look}${link(target)}>${text(value)}</span>`;
}

function link(target: string | null): string {
  return target === null ? '' : ` data-link="${escapeMarkup(target)}"`;
}

function table(block: TypesetTable, classes: string): string {
  const cell = (tag: 'th' | 'td', { text: value, bold, columnSpan }: TypesetCell, align: string): string =>
    `<${tag}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''} class="od-${align}${bold ? ' od-bold' : ''}">${text(value)}</${tag}>`;
  const row = (cells: readonly TypesetCell[], tag: 'th' | 'td'): string => {
    let column = 0;
    const written = cells.map((entry) => {
      const align = tag === 'th' ? 'center' : (block.columns[column]?.align ?? 'left');
      column += entry.columnSpan;
      return cell(tag, entry, align);
    });
    return `<tr>${written.join('')}</tr>`;
  };
  const head = block.head.map((cells) => row(cells, 'th')).join('');
  const rows = block.rows.map((cells) => row(cells, 'td')).join('');
  const columns = block.columns.map(() => '<col>').join('');
  return `<table class="${classes}"><colgroup>${columns}</colgroup><thead>${head}</thead><tbody>${rows}</tbody></table>`;
}

function tableClass(part: number, index: number): string {
  return `od-table-${part}-${index}`;
}

/** Column widths, which differ from table to table. */
function tableColumns(document: TypesetDocument): string[] {
  return [document.body, ...document.annexes.map((annex) => annex.body)].flatMap((body, part) =>
    body.flatMap((block, index) => (block.kind === 'table' ? columnRules(block, tableClass(part, index)) : [])),
  );
}

function columnRules(block: TypesetTable, name: string): string[] {
  const shares = block.columns.reduce((sum, column) => sum + column.width, 0);
  return block.columns.map(
    (column, index) =>
      `.official-document .${name} > colgroup > col:nth-child(${index + 1}) { width: ${((column.width / shares) * 100).toFixed(2)}%; }`,
  );
}

function signature(block: TypesetSignature): string {
  switch (block.kind) {
    case 'none':
      return '';
    case 'pair':
      return twoColumns('od-signature', [
        [signatory(block.left), signatory(block.right)],
        ...(block.confirmation === null ? [] : [[signatory(block.confirmation), ''] as const]),
      ]);
    case 'authority': {
      const label = block.recipients.length === 0 ? '' : p('od-recipients-label', text(block.label));
      const names = block.recipients.map((name) => p('od-recipient', text(name))).join('');
      return twoColumns('od-signature', [[label + names, signatory(block.right)]]);
    }
  }
}

function signatory(who: TypesetSignatory): string {
  const roles = who.lines.map((line) => p(line.bold ? 'od-authority' : 'od-position', text(line.text))).join('');
  return roles + p('od-signer', text(who.name ?? ''));
}
