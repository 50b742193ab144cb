import { bodyBlocks, spacer } from './docx-body.ts';
import { headerTable } from './docx-header.ts';
import { headerReferences, packDocx } from './docx-package.ts';
import { signatureTable } from './docx-signature.ts';
import { line, paragraph, textRuns } from './docx-text.ts';
import type { OfficialDocument } from './model.ts';
import type { FormatProfile } from './profile.ts';
import { textWidth } from './text-width.ts';
import { type TypesetAnnex, type TypesetDocument, textRoom, typeset } from './typeset.ts';

/**
 * The document as a Word file in the profile's layout. The same input gives the same bytes. `mark`: of a file that was
 * issued, among its properties only: the format has no place for it on the page (HD 36).
 */
export async function writeDocx(
  document: OfficialDocument,
  profile: FormatProfile,
  mark: string | null = null,
): Promise<Buffer> {
  const prepared = typeset(document, profile);
  return packDocx(sections(prepared, profile), prepared, profile, mark);
}

/** The last section's properties stand after everything, those of the others in their last paragraph. */
function* sections(document: TypesetDocument, profile: FormatProfile): Generator<string> {
  let pieces: Iterable<string> = mainSection(document, profile);
  let properties = pageSetUp(profile, { landscape: false, restart: false });
  for (const annex of document.annexes) {
    let last = '';
    for (const piece of pieces) {
      yield last;
      last = piece;
    }
    yield last.replace('</w:pPr>', `${properties}</w:pPr>`);
    pieces = annexSection(annex, profile);
    properties = pageSetUp(profile, { landscape: annex.landscape, restart: profile.annex.own_page_numbers });
  }
  yield* pieces;
  yield properties;
}

function* mainSection(document: TypesetDocument, profile: FormatProfile): Generator<string> {
  const signature = signatureTable(document.signature, profile);
  yield headerTable(document.header, profile);
  yield* titleLines(document, profile);
  yield* addresseeLines(document, profile);
  const textWidth = textRoom(profile, false);
  yield* bodyBlocks(document.body, profile, { textWidth, keepWithNext: signature !== null });
  if (signature === null) return;
  yield signature;
  yield spacer();
}

/** Box 5a: kind, subject, five hyphens. */
function titleLines({ title }: TypesetDocument, profile: FormatProfile): string[] {
  if (title === null) return [line('', profile.body, profile)];
  const { document_kind, subject } = profile;
  return [
    line(title.kind, { pt: document_kind.pt, bold: true }, profile, { before: document_kind.before }),
    ...(title.subject === null ? [] : [line(title.subject, { pt: subject.pt, bold: true }, profile)]),
    ...(title.rule === null ? [] : [line(title.rule, { pt: subject.pt }, profile)]),
  ];
}

/** Box 9a: one addressee on the line of its label; several below it, one a line, their hyphens under each other. */
function addresseeLines({ addressees }: TypesetDocument, profile: FormatProfile): string[] {
  if (addressees === null) return [];
  const { pt } = profile.addressee;
  const { label, names } = addressees;
  const spacing = { before: profile.body.before * 2, after: 0, line: 240, rule: 'auto' as const };
  const labelLine = (others: string): string =>
    paragraph({ align: 'center', spacing }, textRuns(label, { pt, italic: true }, profile) + others);
  const [only = '', ...others] = names;
  if (others.length === 0) return [labelLine(textRuns(` ${only}`, { pt }, profile))];
  const lines = names.map((name) => `- ${name}`);
  const widest = Math.max(...lines.map((text) => textWidth(text, pt, 'regular')));
  const left = Math.max(0, Math.floor((textRoom(profile, false) - widest) / 2));
  return [labelLine(''), ...lines.map((text) => line(text, { pt }, profile, { align: 'left', indent: { left } }))];
}

function* annexSection(annex: TypesetAnnex, profile: FormatProfile): Generator<string> {
  const { pt } = profile.annex;
  const { reference } = annex;
  // Text keeps its own distance; a table has none.
  const after = annex.body[0]?.kind === 'table' ? profile.body.before : 0;
  yield line(annex.label, { pt, bold: true }, profile);
  yield line(annex.title, { pt, bold: true }, profile, { after: reference === null ? after : 0 });
  if (reference !== null) yield line(reference, { pt, italic: true }, profile, { after });
  yield* bodyBlocks(annex.body, profile, { textWidth: textRoom(profile, annex.landscape), keepWithNext: false });
}

/** A4, margins, and the page number at the top centre from page 2 (document format, section 2). */
function pageSetUp({ page }: FormatProfile, options: { landscape: boolean; restart: boolean }): string {
  const { width, height } = page;
  return (
    `<w:sectPr>${headerReferences}<w:type w:val="nextPage"/>` +
    (options.landscape
      ? `<w:pgSz w:w="${height}" w:h="${width}" w:orient="landscape"/>`
      : `<w:pgSz w:w="${width}" w:h="${height}" w:orient="portrait"/>`) +
    `<w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}" ` +
    `w:header="${page.header}" w:footer="${page.header}" w:gutter="0"/>` +
    `<w:pgNumType${options.restart ? ' w:start="1"' : ''}/><w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr>`
  );
}
