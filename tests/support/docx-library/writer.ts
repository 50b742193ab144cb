import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { OfficialDocument } from '../../../electron/data/documents/model.ts';
import type { FormatProfile } from '../../../electron/data/documents/profile.ts';
import { textWidth } from '../../../electron/data/documents/text-width.ts';
import {
  type TypesetAnnex,
  type TypesetDocument,
  textRoom,
  typeset,
} from '../../../electron/data/documents/typeset.ts';
import { bodyBlocks, spacer } from './body.ts';
import { headerTable } from './header.ts';
import { signatureTable } from './signature.ts';
import { line, textRuns } from './text.ts';

/**
 * The same document by the docx library, as the program wrote it before it had a writer of its own: what the tests hold that
 * writer to, paragraph by paragraph, and the floor of the benches.
 */
export function writeWithLibrary(document: OfficialDocument, profile: FormatProfile): Promise<Buffer> {
  const prepared = typeset(document, profile);
  const file = new Document({
    styles: {
      default: {
        document: {
          run: {
            font: profile.font,
            size: profile.body.pt * 2,
            language: { value: profile.language, eastAsia: profile.language, bidirectional: profile.language },
          },
        },
      },
    },
    sections: [mainSection(prepared, profile), ...prepared.annexes.map((annex) => annexSection(annex, profile))],
  });
  return Packer.toBuffer(file);
}

function mainSection(document: TypesetDocument, profile: FormatProfile): ISectionOptions {
  const signature = signatureTable(document.signature, profile);
  return {
    ...pageSetUp(profile, { landscape: false, restart: false }),
    children: [
      headerTable(document.header, profile),
      ...titleLines(document, profile),
      ...addresseeLines(document, profile),
      ...bodyBlocks(document.body, profile, {
        textWidth: textRoom(profile, false),
        keepWithNext: signature !== null,
      }),
      ...(signature === null ? [] : [signature, spacer()]),
    ],
  };
}

/** Box 5a: kind, subject, five hyphens. */
function titleLines({ title }: TypesetDocument, profile: FormatProfile): Paragraph[] {
  if (title === null) return [line('', profile.body, profile)];
  const { document_kind, subject } = profile;
  return [
    line(title.kind, { pt: document_kind.pt, bold: true }, profile, { before: document_kind.before }),
    ...(title.subject === null ? [] : [line(title.subject, { pt: subject.pt, bold: true }, profile)]),
    ...(title.rule === null ? [] : [line(title.rule, { pt: subject.pt }, profile)]),
  ];
}

/** Box 9a: one addressee on the line of its label; several below it, one a line, their hyphens under each other. */
function addresseeLines({ addressees }: TypesetDocument, profile: FormatProfile): Paragraph[] {
  if (addressees === null) return [];
  const { pt } = profile.addressee;
  const { label, names } = addressees;
  const labelRuns = textRuns(label, { pt, italic: true }, profile);
  const labelLine = (children: TextRun[]): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: profile.body.before * 2, after: 0, line: 240, lineRule: LineRuleType.AUTO },
      children,
    });
  const [only = '', ...others] = names;
  if (others.length === 0) return [labelLine([...labelRuns, ...textRuns(` ${only}`, { pt }, profile)])];
  const lines = names.map((name) => `- ${name}`);
  const widest = Math.max(...lines.map((text) => textWidth(text, pt, 'regular')));
  const left = Math.max(0, Math.floor((textRoom(profile, false) - widest) / 2));
  return [
    labelLine(labelRuns),
    ...lines.map((text) => line(text, { pt }, profile, { align: 'left', indent: { left } })),
  ];
}

function annexSection(annex: TypesetAnnex, profile: FormatProfile): ISectionOptions {
  const { pt } = profile.annex;
  const { reference } = annex;
  // Text keeps its own distance; a table has none.
  const after = annex.body[0]?.kind === 'table' ? profile.body.before : 0;
  return {
    ...pageSetUp(profile, { landscape: annex.landscape, restart: profile.annex.own_page_numbers }),
    children: [
      line(annex.label, { pt, bold: true }, profile),
      line(annex.title, { pt, bold: true }, profile, { after: reference === null ? after : 0 }),
      ...(reference === null ? [] : [line(reference, { pt, italic: true }, profile, { after })]),
      ...bodyBlocks(annex.body, profile, { textWidth: textRoom(profile, annex.landscape), keepWithNext: false }),
    ],
  };
}

/** A4, margins, and the page number at the top centre from page 2 (document format, section 2). */
function pageSetUp(
  profile: FormatProfile,
  options: { landscape: boolean; restart: boolean },
): Omit<ISectionOptions, 'children'> {
  const { page } = profile;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          width: page.width,
          height: page.height,
          orientation: options.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: page.top,
          bottom: page.bottom,
          left: page.left,
          right: page.right,
          header: page.header,
          footer: page.header,
        },
        ...(options.restart ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    headers: {
      first: new Header({ children: [line('', profile.page_number, profile)] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new TextRun({ children: [PageNumber.CURRENT], font: profile.font, size: profile.page_number.pt * 2 }),
            ],
          }),
        ],
      }),
    },
  };
}
