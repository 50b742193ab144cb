import type { DocumentAbout } from '../../../contract/documents.ts';
import type { FolderQuestion } from '../../../contract/folders.ts';
import { SochiboError } from '../../errors.ts';
import { listOrganisations } from '../../organisations/list-organisations.ts';
import type { DocumentSource } from '../document.ts';
import { type Period, parsePeriod } from '../period.ts';
import { documents } from '../reports/documents.ts';
import { reports } from '../reports/index.ts';

/** One file of the folder. */
export interface FolderEntry {
  code: string;
  title: string;
  format: 'docx' | 'xlsx';
  /** Folders under the root, outermost first. */
  folders: readonly string[];
  /** Without its ending. */
  name: string;
  about: DocumentAbout;
}

/** Every document the period calls for and every report of figures, each with where it goes. Throws `wrong_arguments`. */
export async function planFolder(
  source: DocumentSource,
  { period: key, unit, per }: FolderQuestion,
): Promise<FolderEntry[]> {
  const period = parsePeriod(key);
  if (per === 'office') return entriesOf(source, period, unit ?? null, []);
  const units = await grassrootsOf(source, period, unit ?? null);
  if (units.length === 0) {
    throw new SochiboError('not_found', `${period.label} không có đảng bộ, chi bộ cơ sở nào để lập hồ sơ riêng.`);
  }
  const found: FolderEntry[] = [];
  for (const [index, { id, name }] of units.entries()) {
    const place = `${String(index + 1).padStart(String(units.length).length, '0')} ${name}`;
    found.push(...(await entriesOf(source, period, id, [place])));
  }
  return found;
}

async function entriesOf(
  source: DocumentSource,
  period: Period,
  unit: string | null,
  above: readonly string[],
): Promise<FolderEntry[]> {
  const about = { period: period.key, ...(unit === null ? {} : { unit }) };
  const tables = reports.map(
    ({ code, title }): FolderEntry => ({
      code,
      title,
      format: 'xlsx',
      folders: above,
      name: `${code} ${title}`,
      about,
    }),
  );
  const papers: FolderEntry[] = [];
  for (const { code, title, list } of documents) {
    const ofKind = await list(source, period, unit);
    // A kind with many documents has a folder of its own.
    const folders = ofKind.length > 1 ? [...above, title] : above;
    papers.push(...ofKind.map((one): FolderEntry => ({ ...one, code, title, format: 'docx', folders })));
  }
  return [...papers, ...tables];
}

async function grassrootsOf({ db }: DocumentSource, { dateTo }: Period, unit: string | null) {
  const organisations = await listOrganisations(db, { asOf: dateTo });
  return organisations.filter(
    ({ id, kind }) => (kind === 'grassroots_committee' || kind === 'grassroots_cell') && (unit === null || unit === id),
  );
}
