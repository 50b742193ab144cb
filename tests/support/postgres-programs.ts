import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const debianFolder = '/usr/lib/postgresql';

/** Where Debian's package keeps the server's programs, the newest; null: it is not installed. */
export function postgresPrograms(): string | null {
  if (!existsSync(debianFolder)) return null;
  const [newest] = readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a));
  const programs = join(debianFolder, newest ?? '', 'bin');
  return existsSync(join(programs, 'initdb')) ? programs : null;
}
