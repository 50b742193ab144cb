import type { Kysely } from 'kysely';
import type { PackageEffect, PackagePreview, ReceivedPackage } from '../../contract/packages.ts';
import { SochiboError } from '../errors.ts';
import type { Office } from '../office-file/office.ts';
import type { Tables } from '../schema/database.ts';
import { formatDate, parseIsoDate } from '../vietnamese/dates.ts';
import { columnWords, recordWords } from './difference-words.ts';
import { headOf } from './manifest.ts';
import { type OpenPackage, readPackage } from './package-file.ts';
import { type PackagePlan, planPackage } from './plan-package.ts';
import { refusals } from './refusals.ts';
import { readSenderMemory, type SenderMemory } from './sender-memory.ts';
import { choicesOfUnit, refuseStranger, type SenderUnit, unitOfSender } from './sender-unit.ts';
import { writePlan } from './write-plan.ts';

/** A file to receive, and which organisation here its sender is where the clerk has said so (null: a new one). */
export interface PackageFile {
  path: string;
  name: string;
  unit?: string | null | undefined;
}

/** What a preview keeps until it is received or dropped: files by place and hash, and nothing of what is in them. */
export interface PendingPackages {
  files: (PackageFile & { hash: string })[];
  passphrase: string | undefined;
}

interface Prepared {
  opened: OpenPackage;
  memory: SenderMemory;
  unit: SenderUnit | null;
  isSame: boolean;
  plan: PackagePlan | null;
}

/** What a package would do, in words and numbers; a refused one says why. Nothing is written. Throws what is not about the file. */
export async function previewPackage(
  db: Kysely<Tables>,
  file: PackageFile,
  options: { passphrase?: string | undefined; signal?: AbortSignal | undefined },
): Promise<PackagePreview> {
  const nothing: PackagePreview = {
    ...{ file: file.name, refused: null, head: null, unit: null, choices: [], already_received: false },
    ...{ replaces: null, effects: [], differences: [], notes: [] },
  };
  let opened: OpenPackage | null = null;
  try {
    opened = await readPackage(file.path, file.name, options.passphrase);
    const prepared = await prepare(db, opened, file, options.signal);
    return { ...nothing, ...(await describe(db, prepared, file)) };
  } catch (error) {
    if (!(error instanceof SochiboError) || error.code !== 'package_refused') throw error;
    const head = opened === null ? null : headOf(opened.manifest, opened.hash);
    return { ...nothing, head, refused: error.message };
  }
}

/**
 * Receives one package in one transaction, as an import that can be taken back. Throws `package_refused`, `cancelled`, and what
 * `Office.write` throws; nothing is written then.
 */
export async function receivePackage(
  office: Office,
  file: PackageFile,
  options: { passphrase?: string | undefined; signal?: AbortSignal | undefined; hash?: string | undefined },
): Promise<ReceivedPackage> {
  const opened = await readPackage(file.path, file.name, options.passphrase);
  if (options.hash !== undefined && options.hash !== opened.hash) throw refusals.damaged(file.name);
  const head = headOf(opened.manifest, opened.hash);
  const nothing = { file: file.name, sender_name: head.sender_name, import_id: null, created: 0, updated: 0 };
  return office.write('Nhận gói dữ liệu', `${head.sender_name}, ${head.period_label}`, async (db) => {
    const { plan, unit, isSame } = await prepare(db, opened, file, options.signal);
    if (isSame) return { ...nothing, taken_back: 0 };
    if (plan === null || unit === null) throw refusals.unknownUnit(file.name, head.sender_name);
    const { importId, created, updated, takenBack } = await writePlan(db, plan, opened, file.name);
    return { ...nothing, import_id: importId, created, updated, taken_back: takenBack };
  });
}

async function prepare(
  db: Kysely<Tables>,
  opened: OpenPackage,
  file: PackageFile,
  signal: AbortSignal | undefined,
): Promise<Prepared> {
  const { manifest, hash } = opened;
  await refuseStranger(db, manifest, file.name);
  const memory = await readSenderMemory(db, manifest.office.id);
  const unit = await unitOfSender(db, manifest, file.name, { memory, chosen: file.unit });
  const standing = memory.standing.find(({ period }) => period === manifest.period);
  if (standing?.hash === hash) return { opened, memory, unit, isSame: true, plan: null };
  if (standing && standing.madeAt > manifest.made_at) throw refusals.older(file.name, dayOf(standing.madeAt));
  const plan = unit === null ? null : await planPackage(db, opened, file.name, { memory, unit, signal });
  return { opened, memory, unit, isSame: false, plan };
}

/** How many differences are shown one by one. */
const mostDifferences = 100;

async function describe(
  db: Kysely<Tables>,
  { opened, memory, unit, isSame, plan }: Prepared,
  file: PackageFile,
): Promise<Partial<PackagePreview>> {
  const { manifest, hash } = opened;
  const { name, superior } = manifest.office;
  const notes = [...(plan?.notes ?? [])];
  const before = memory.standing.at(-1)?.senderName;
  if (before !== undefined && before !== name) notes.push(`Lần trước đơn vị gửi ghi tên là ${before}.`);
  if (unit?.how === 'chosen' && unit.id === null) notes.push(`Đơn vị gửi ghi cấp trên là ${superior}.`);
  const differences = plan?.differences.slice(0, mostDifferences) ?? [];
  const words = await recordWords(db, differences);
  return {
    file: file.name,
    head: headOf(manifest, hash),
    unit: unit && { id: unit.id, name: unit.name, parent: unit.parent, how: unit.how },
    choices: await choicesOfUnit(db, manifest.office.id),
    already_received: isSame,
    replaces: plan?.replaced
      ? { made_at: plan.replaced.madeAt, received_at: plan.replaced.receivedAt, file: plan.replaced.file }
      : null,
    effects: plan === null ? [] : effectsOf(plan),
    differences: differences.map(({ table, id, column, ours, theirs, taken }) => ({
      record: words(table, id),
      column: columnWords(column),
      ours: String(ours),
      theirs: String(theirs),
      taken,
    })),
    notes,
  };
}

function effectsOf({ tables, takeBack }: PackagePlan): PackageEffect[] {
  return tables.map(({ part: { table, title }, rows, inserts, updates, unchanged, matched, kept }) => ({
    ...{ table, title, rows, created: inserts.length, updated: updates.length, unchanged, matched, kept },
    taken_back: takeBack.removed.get(table)?.length ?? 0,
    ended: takeBack.ended.get(table)?.length ?? 0,
  }));
}

function dayOf(moment: string): string {
  const day = parseIsoDate(moment.slice(0, 10));
  return day === null ? moment : formatDate(day);
}
