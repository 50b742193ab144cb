import { decodeLegacy } from '../../vietnamese/legacy-encodings.ts';
import { syllableScore } from '../../vietnamese/syllables.ts';

/** How much of a file is looked at to tell its encoding. */
const sampleLength = 200_000;

/**
 * The text of a .csv file: by its byte-order mark, as UTF-8 where it is valid, as UTF-16 by its zero bytes; else as
 * Windows-1258 or as Windows-1252 (letters of TCVN3 or VNI, still to be decoded), whichever reads more like Vietnamese.
 */
export function decodeText(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const sample = bytes.subarray(0, sampleLength);
  const zerosAt = (parity: number) => sample.filter((byte, at) => byte === 0 && at % 2 === parity).length;
  if (zerosAt(1) > sample.length / 4) return new TextDecoder('utf-16le').decode(bytes);
  if (zerosAt(0) > sample.length / 4) return new TextDecoder('utf-16be').decode(bytes);
  return utf8(bytes) ?? new TextDecoder(isWindows1258(sample) ? 'windows-1258' : 'windows-1252').decode(bytes);
}

/** Without its byte-order mark; null when it is not UTF-8. */
function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isWindows1258(sample: Buffer): boolean {
  const western = new TextDecoder('windows-1252').decode(sample);
  const asWritten = syllableScore(new TextDecoder('windows-1258').decode(sample).normalize('NFC'));
  const legacy = (['tcvn3', 'vni'] as const).map((encoding) =>
    western.split(/[\n,;\t]/u).reduce((sum, part) => sum + syllableScore(decodeLegacy(part, encoding) ?? part), 0),
  );
  return asWritten > Math.max(...legacy);
}
