import { unzipParts } from '../docx-reader.ts';

/**
 * The body and the headers of a Word file as XML, to be compared letter by letter. Left out are three switches that the library
 * says are off where saying nothing means the same, how an apostrophe is escaped, and what a header's part is called.
 */
export async function comparable(file: Uint8Array): Promise<string> {
  const parts = await unzipParts(file);
  const [body = '', numbers = '', none = ''] = ['word/document.xml', 'word/header1.xml', 'word/header2.xml'].map(
    (name) => parts.get(name),
  );
  return [
    body.slice(body.indexOf('<w:body>')),
    numbers.slice(numbers.indexOf('<w:p>')),
    none.slice(none.indexOf('<w:p>')),
  ]
    .join('\n')
    .replaceAll('<w:keepNext w:val="false"/>', '')
    .replaceAll('<w:tblHeader w:val="off"/>', '')
    .replaceAll('<w:gridSpan w:val="1"/>', '')
    .replaceAll('&apos;', '&#39;')
    .replaceAll(/ r:id="[^"]*"/gu, '');
}
