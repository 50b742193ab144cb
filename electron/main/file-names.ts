import { existsSync } from 'node:fs';
import { join, parse } from 'node:path';

/** Names that Windows keeps for devices, with any ending. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** Characters; Windows allows 260 for a whole path, its folder included. */
const longest = 120;

/** A name to propose for a file that Windows takes: NFC, none of its forbidden signs, no device, no dot at the end. */
export function fitFileName(name: string): string {
  const { name: stem, ext } = parse(
    name
      .normalize('NFC')
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
      .replace(/^[. ]+|[. ]+$/gu, ''),
  );
  const short = [...stem]
    .slice(0, longest - ext.length)
    .join('')
    .replace(/[. ]+$/u, '');
  return `${devices.test(short) ? '_' : ''}${short || 'Văn bản'}${ext}`;
}

/** The same file as `… (2)`, or the first number that is free beside it. */
export function freeName(path: string): string {
  const { dir, name, ext } = parse(path);
  for (let count = 2; ; count += 1) {
    const other = join(dir, `${name} (${count})${ext}`);
    if (!existsSync(other)) return other;
  }
}
