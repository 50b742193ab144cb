import { constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, parse, resolve } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { MadeFile } from '../../contract/values.ts';
import { produceFileAtomically } from '../../data/documents/file-output.ts';
import { SochiboError } from '../../data/errors.ts';
import type { BackupHabit } from '../../data/office-file/backups/office-backups.ts';
import { noteMadeFiles } from '../../data/people/handed-over.ts';
import { router } from '../../data/router.ts';
import { createSession, type Session } from '../../data/session.ts';
import { findResourcesDir } from '../resources-dir.ts';
import { readSecret } from './read-secret.ts';

export interface CommandContext {
  session: Session;
  client: RouterClient<typeof router>;
}

/**
 * A data session for one command, with direct calls to the router; closed and tidied when the work ends. A command backs
 * the office up before what changes much; where people work in it, it is also backed up daily and on closing.
 */
export async function withSession<T>(
  work: (context: CommandContext) => Promise<T>,
  backups: BackupHabit = 'before_changes',
): Promise<T> {
  const outputDir = mkdtempSync(join(tmpdir(), 'sochibo-'));
  const session = createSession({
    resourcesDir: findResourcesDir(),
    outputDir,
    actor: userInfo().username,
    backups,
    ...(backups === 'always' ? { identityNumbers: 'masked' } : {}),
  });
  try {
    return await work({ session, client: createRouterClient(router, { context: { session } }) });
  } finally {
    await session.end();
    rmSync(outputDir, { recursive: true, force: true });
  }
}

/**
 * The same with an office file open, with the passphrase that opened it (`readSecret`; null: it has none); in one that knows its people, under
 * the name in `SOCHIBO_USER`.
 */
export async function withOffice<T>(
  file: string,
  work: (context: CommandContext, secret: string | null) => Promise<T>,
  backups?: BackupHabit,
): Promise<T> {
  return withSession(async (context) => {
    const secret = await openWithSecret(context, pathOf(file));
    await nameWorker(context, process.env.SOCHIBO_USER);
    try {
      return await work(context, secret);
    } finally {
      // A PDF is printed by the command itself, after the last call.
      await noteMadeFiles(context.session);
    }
  }, backups);
}

/** Asks for the passphrase of a file that has one. Throws as `session.unlock`. */
async function openWithSecret({ session }: CommandContext, path: string): Promise<string | null> {
  try {
    await session.openOffice(path);
    return null;
  } catch (error) {
    if (!(error instanceof SochiboError && error.code === 'office_passphrase_needed')) throw error;
    const secret = await readSecret('Mật khẩu hoặc mã khôi phục');
    await session.unlock(secret);
    return secret;
  }
}

/** Throws `not_allowed` where the office knows people and nobody of that name. */
async function nameWorker({ client }: CommandContext, name: string | undefined): Promise<void> {
  const { user, choices } = await client.people.who();
  if (user !== null || choices.length === 0) return;
  const named = choices.find((choice) => choice.name === name?.normalize('NFC'));
  if (named) await client.people.choose({ id: named.id });
  else {
    throw new SochiboError(
      'not_allowed',
      `Sổ này có danh sách người dùng. Đặt biến môi trường SOCHIBO_USER bằng tên một người trong danh sách rồi chạy lại.`,
    );
  }
}

/** A path as the user means it: `npm run` works in the program's folder, and says where it was called. */
export function pathOf(typed: string): string {
  const isRunByNpm = ['sochibo', 'demo', 'start'].includes(process.env.npm_lifecycle_event ?? '');
  return resolve((isRunByNpm && process.env.INIT_CWD) || '.', typed);
}

/** The folder to write to, made where it is not there. Throws `write_refused` where it cannot be. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new SochiboError(
      'write_refused',
      `Không tạo được thư mục ${folder}. Kiểm tra đường dẫn và quyền ghi, hoặc chọn thư mục khác.`,
      { cause: error },
    );
  }
}

/**
 * Copies a made file to `folder` and returns where it stands; beside a file of that name as `… (2)`, never over it, and
 * never half there. Throws `write_refused`, FileOutputError.
 */
export async function deliver(session: Session, file: MadeFile, folder: string): Promise<string> {
  const source = session.files.pathOf(file.id);
  if (source === null) throw new Error(`made file ${file.name} is not there`);
  makeFolder(folder);
  const { name, ext } = parse(file.name);
  let target = join(folder, file.name);
  for (let count = 2; existsSync(target); count += 1) target = join(folder, `${name} (${count})${ext}`);
  await produceFileAtomically(target, async (temporary) => copyFileSync(source, temporary, constants.COPYFILE_EXCL));
  return target;
}
