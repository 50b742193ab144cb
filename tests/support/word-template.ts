import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

/** A Word file as a clerk makes one: paragraphs, and after them a table of these rows. */
export function wordTemplate(
  paragraphs: readonly string[],
  rows: readonly (readonly string[])[] = [],
): Promise<Buffer> {
  const table = new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [line(text)] })) }),
    ),
  });
  const children = [...paragraphs.map(line), ...(rows.length > 0 ? [table] : [])];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

const line = (text: string) => new Paragraph({ children: [new TextRun(text)] });
