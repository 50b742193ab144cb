/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/iu;

/** 255 bytes is the limit of a name on Linux; Windows allows 260 characters for the whole path, folder included. */
const longest = { bytes: 240, characters: 120 };

/**
 * A file name that every system takes: NFC, letters, digits, blanks and `-_.,()` only, no device name, no dot or blank
 * at the ends, cut to 120 characters. `extension` without the dot. An empty name becomes `Văn bản`.
 */
export function safeFileName(name: string, extension: string): string {
  const suffix = `.${extension}`;
  const allowed = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} _.,()-]+/gu, '-')
    .replace(/\s+/gu, ' ');
  const stem = trimmed(shortened(trimmed(allowed), suffix));
  if (stem === '') return `Văn bản${suffix}`;
  // Windows looks at the part before the first dot: `con.2024.xlsx` is the device too.
  return reserved.test(stem.split('.')[0] ?? '') ? `_${stem}${suffix}` : stem + suffix;
}

function trimmed(text: string): string {
  return text.replace(/^[\s.-]+|[\s.-]+$/gu, '');
}

function shortened(text: string, suffix: string): string {
  const characters = [...text].slice(0, longest.characters - suffix.length);
  while (Buffer.byteLength(characters.join('') + suffix) > longest.bytes) characters.pop();
  return characters.join('');
}
