import { escapeMarkup } from './escape.ts';
import type { FormatProfile } from './profile.ts';
import type { TypesetDocument } from './typeset.ts';

/**
 * Parts that the docx package would fill with the machine's clock and its own name: without them the same document gives
 * the same parts. Also the one setting it has no word for, mirrored margins.
 */
export function packageParts(
  document: TypesetDocument,
  profile: FormatProfile,
  mark: string | null,
): { path: string; data: string }[] {
  return [
    { path: 'docProps/core.xml', data: coreProperties(document, profile, mark) },
    { path: 'word/settings.xml', data: settings(document.duplex) },
  ];
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function coreProperties(document: TypesetDocument, profile: FormatProfile, mark: string | null): string {
  const title = [document.title?.kind, document.title?.subject ?? document.header.letterSubject]
    .filter(Boolean)
    .join(' ');
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeMarkup(title)}</dc:title>` +
    `<dc:creator>${escapeMarkup(document.header.issuer.map(({ text }) => text).join(' '))}</dc:creator>` +
    `${mark === null ? '' : `<cp:keywords>${escapeMarkup(mark)}</cp:keywords>`}` +
    `<dc:language>${profile.language}</dc:language></cp:coreProperties>`
  );
}

function settings(duplex: boolean): string {
  return (
    `${declaration}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
    `${duplex ? '<w:mirrorMargins/>' : ''}<w:defaultTabStop w:val="567"/>` +
    // A line that ends at a line break within a justified paragraph is not stretched to the margin.
    '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
    '</w:settings>'
  );
}
