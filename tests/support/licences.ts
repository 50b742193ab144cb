import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** A package of others that a package of ours carries, or whose code is in the window's bundle. */
interface Carried {
  folder: string;
  name: string;
  version: string;
  licence: string;
}

/** Everything that is not only for developers, from the lock file, by name. */
export function carriedPackages(): Carried[] {
  const lock: { packages: Record<string, { version?: string; license?: string; dev?: boolean; optional?: boolean }> } =
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([folder, { dev, optional }]) => folder !== '' && !dev && !optional)
    .map(([folder, { version = '', license = '' }]) => ({
      folder,
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** The heading of a package in `resources/licences/licences.txt`. */
export function headingOf({ name, version, licence }: Carried): string {
  return `${name} ${version}${licence ? ` (${licence})` : ''}`;
}

/** The text of `resources/licences/licences.txt`. */
export function licencesText(): string {
  const parts = carriedPackages().map((carried) => `${headingOf(carried)}\n\n${licenceText(carried.folder)}`.trim());
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  const head = `Sổ Chi bộ\n\n${own}`;
  const electron =
    'Electron và Chromium\n\nGiấy phép ở tệp LICENSE.electron.txt và LICENSES.chromium.html trong thư mục của chương trình.';
  const line = `\n\n${'='.repeat(80)}\n\n`;
  return `${[head, electron, ...parts].join(line)}\n`;
}

function licenceText(folder: string): string {
  const files = readdirSync(join(root, folder)).filter((name) => /^(?:licen[cs]e|copying)/iu.test(name));
  return files
    .sort()
    .map((name) => readFileSync(join(root, folder, name), 'utf8').trim())
    .join('\n\n');
}
