import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { MeetingForm } from '../contract/meetings.ts';
import { type FormatProfile, loadFormatProfiles } from './documents/profile.ts';
import { SochiboError } from './errors.ts';
import type { WaitingImport } from './importing/conversation/import-draft.ts';
import { Jobs } from './jobs/jobs.ts';
import type { ListRows } from './lists/list-rows.ts';
import { MadeFiles } from './made-files.ts';
import { type BackupHabit, OfficeBackups } from './office-file/backups/office-backups.ts';
import { forgetAside } from './office-file/backups/put-in-place.ts';
import { restoreInPlace } from './office-file/backups/restore-in-place.ts';
import { createOffice, type NewOffice } from './office-file/create-office.ts';
import { type Keyring, keyIdOf, noKeys, type OfficeKey } from './office-file/keys/office-key.ts';
import type { SlotName } from './office-file/keys/slots.ts';
import { rekeyBackups } from './office-file/keys/under-new-key.ts';
import { UnlockedKeys } from './office-file/keys/unlocked-keys.ts';
import type { Office } from './office-file/office.ts';
import { openOffice } from './office-file/open-office.ts';
import { viewOffice } from './office-file/view-office.ts';
import type { PendingPackages } from './packages/receive-package.ts';
import type { Progress } from './progress-events.ts';
import { loadReportForms, type ReportForms } from './reporting/report-forms.ts';
import type { Installed } from './updates/installed.ts';
import { assertVietnameseCollation } from './vietnamese/sort-key.ts';

export interface SessionOptions {
  /** Folder of the data an office may edit or replace. */
  resourcesDir: string;
  /** Folder that files made for people are written to. */
  outputDir: string;
  /** Who works, for the audit log. */
  actor: string;
  /** When the open office is backed up by itself; never when left out. */
  backups?: BackupHabit;
  /** Where people look on: covered until asked for. Left out: only in an office with people or passphrases. */
  identityNumbers?: 'masked';
  /** What trying one passphrase costs (N of scrypt); `usualCost` when left out. */
  keyCost?: number;
  /**
   * Milliseconds after which an office that was opened is checked through, if nothing was changed in it before; left out: before
   * it is opened.
   */
  checkAfter?: number;
  /** Hears that an office was closed because that check found it damaged: opening it again says so. */
  onDamaged?: (path: string) => void;
  /** Hears how far a backup is that is made by itself, and that it goes on: at least every second. */
  onBackup?: (progress: Progress) => void;
  /** Hears what long work is being done; null: none is. */
  onWorking?: (title: string | null) => void;
  /** For tests of updates: another key than the program's own, over another installation. */
  program?: { key: string; installed: Installed };
}

/** How long the end of the program waits for work that is being given up, milliseconds. */
const longestEnd = 5000;

/** One run of the data side: at most one open office, the files it made, the imports waiting for a decision. */
export class Session {
  readonly options: SessionOptions;
  readonly files: MadeFiles;
  readonly backups: OfficeBackups;
  readonly jobs: Jobs;
  readonly plans = new Map<string, WaitingImport>();
  /** Data packages that wait to be received. */
  readonly packages = new Map<string, PendingPackages>();
  /** Rows of lists that are being handed over to be exported. */
  readonly lists = new Map<string, ListRows>();
  /** Installers of checked updates, by id. They are nothing of the office's: no log of what leaves. */
  readonly updates = new Map<string, string>();
  /** Meetings that are being typed, by id: in memory only, because they hold names (decision 0004). */
  readonly drafts = new Map<string, { form: MeetingForm; base: string }>();
  #formatProfiles: readonly FormatProfile[] | null = null;
  #reportForms: ReportForms | null = null;
  #numbersShownUntil: number | null = null;
  #userId: string | null = null;
  #office: Office | null = null;
  /** The file that was found damaged behind its opening: it is checked before it is opened again. */
  #suspect: string | null = null;
  /**
   * An office that waits for its passphrase: locked, or asked for while another may still be open. `forKeys`: it is not to be opened
   * then, its keys are wanted for something else.
   */
  #waiting: { path: string; forKeys: boolean } | null = null;
  readonly unlocked = new UnlockedKeys();
  /** When those that were left are closed: until then their files are locked. */
  #left: Promise<void> = Promise.resolve();

  constructor(options: SessionOptions) {
    assertVietnameseCollation();
    this.options = options;
    this.files = new MadeFiles(options.outputDir);
    this.backups = new OfficeBackups(options.backups ?? 'never', options.onBackup);
    this.jobs = new Jobs(options.onWorking);
  }

  /** Read when a document is first asked for, not when the program starts. Throws ProfileError. */
  get formatProfiles(): readonly FormatProfile[] {
    this.#formatProfiles ??= loadFormatProfiles(this.options.resourcesDir);
    return this.#formatProfiles;
  }

  /** The same of reports. */
  get reportForms(): ReportForms {
    this.#reportForms ??= loadReportForms(this.options.resourcesDir);
    return this.#reportForms;
  }

  /** The open office. Throws `office_not_open`. */
  get office(): Office {
    if (this.#office) return this.#office;
    if (this.#waiting !== null)
      throw new SochiboError('office_passphrase_needed', 'Sổ đang khóa. Nhập mật khẩu để mở.');
    throw new SochiboError('office_not_open', 'Chưa mở sổ nào. Tạo sổ mới hoặc mở sổ đã có.');
  }

  get hasOffice(): boolean {
    return this.#office !== null;
  }

  /** Who was named to work in the open office. */
  get userId(): string | null {
    return this.#userId;
  }

  /** Whether a passphrase opened the office. */
  get isGuarded(): boolean {
    return this.#office?.keyring.current != null;
  }

  /** Until when identity numbers are shown whole, milliseconds of the clock; null: they are not. */
  get numbersShownUntil(): number | null {
    const until = this.#numbersShownUntil;
    return until !== null && Date.now() < until ? until : null;
  }

  showNumbers(until: number | null): void {
    this.#numbersShownUntil = until;
  }

  /** Throws `conflict` while work of another is being done: it is logged under the name of who asked. */
  worksAs(userId: string): void {
    if (userId !== this.#userId) this.jobs.refuseWhileWorking();
    this.#userId = userId;
    this.showNumbers(null);
  }

  /** The office that waits for its passphrase (`unlock`); null: none does. */
  get waiting(): string | null {
    return this.#waiting?.path ?? null;
  }

  /** The open office, or the one that is locked: what the shell opens again after a crash. */
  get officePath(): string | null {
    return this.#office?.path ?? this.waiting;
  }

  /** Whose passphrase opened the office; null: it has none, or the recovery code did. Throws `office_not_open`. */
  get unlockedSlot(): SlotName | null {
    return this.office.keyring.slot;
  }

  /**
   * Opens an office in place of the one that is open; when that fails, the one before stays open. One that has a passphrase
   * waits for it: throws `office_passphrase_needed`, and `unlock` goes on.
   */
  async openOffice(path: string, askAboutPlace = false): Promise<Office> {
    if (this.#office?.path === path && !this.#office.view) return this.#office;
    this.jobs.refuseWhileWorking();
    await this.#left;
    const keyring = this.unlocked.officeAt(path) ?? noKeys;
    try {
      return this.#begin(await openOffice(path, { ...this.options, ...this.#checking(path), askAboutPlace, keyring }));
    } catch (error) {
      if (error instanceof SochiboError && error.code === 'office_passphrase_needed') this.#wait(path, false);
      throw error;
    }
  }

  /** Opens a copy of an office to be looked at, not changed. Throws as `viewOffice` and `keyringOf`. */
  async viewOffice(path: string): Promise<Office> {
    await this.#left;
    const keyring = this.keyringOf(path);
    return this.#replace(viewOffice(path, this.files.reserve(basename(path)), { ...this.options, keyring }));
  }

  /**
   * What opens an office file, whether it can be opened or not. One that is encrypted and was not unlocked yet waits for its passphrase:
   * throws `office_passphrase_needed`, and the call is made again after `unlock`.
   */
  keyringOf(path: string): Keyring {
    if (this.#office?.path === path) return this.#office.keyring;
    const known = this.unlocked.officeAt(path);
    if (known) return known;
    if (keyIdOf(path) === null) return noKeys;
    this.#wait(path, true);
    throw new SochiboError('office_passphrase_needed', `Sổ ${path} có mật khẩu. Nhập mật khẩu hoặc mã khôi phục.`);
  }

  /** Keys for reading the backups of an office: its own, and those typed for backups under another. Throws as `keyringOf`. */
  backupKeysOf(path: string): OfficeKey[] {
    return [...this.keyringOf(path).keys, ...this.unlocked.backupKeys()];
  }

  /**
   * Opens the office that waits with a passphrase, of one slot or of any, or with its recovery code. One that was locked goes on
   * where it was. Null: only its keys were waited for. Throws as `unlockFile` and `openOffice`; refused by the latter, it goes on
   * waiting, and its keys are known for what else can be done about it.
   */
  async unlock(secret: string, slot?: string): Promise<Office | null> {
    if (this.#waiting === null) return this.office;
    const { path, forKeys } = this.#waiting;
    const keyring = await this.unlocked.unlockOffice(path, secret, slot);
    await this.#left;
    if (forKeys) {
      this.#waiting = null;
      return null;
    }
    const office = this.#begin(await openOffice(path, { ...this.options, ...this.#checking(path), keyring }));
    // What was cut off while the key was changed goes on.
    void rekeyBackups(path, keyring.keys, keyring.current).catch(() => undefined);
    return office;
  }

  /** Closes an office that has a passphrase until `unlock`; what is being typed stays. Changes that wait are made first. */
  async lock(): Promise<void> {
    // What has begun is finished first: who comes back finds it done.
    await this.jobs.idle();
    const { office } = this;
    if (!office.keyring.current) throw new SochiboError('conflict', 'Sổ chưa có mật khẩu nên không khóa được.');
    await office.maintain(() => undefined);
    this.#office = null;
    this.#waiting = { path: office.path, forKeys: false };
    this.unlocked.forgetAll();
    // Somebody else may unlock it.
    this.#forgetPerson();
    await this.#leave(office);
  }

  /** Gives up waiting for a passphrase; the office that was open meanwhile, if any, stays. */
  stopWaiting(): void {
    this.#waiting = null;
    this.unlocked.forgetOffice();
    if (!this.#office) this.#forgetWork();
  }

  /** Lets `work` change the closed file and say what it opens with then; throws what it throws, with the office open as before. */
  async whileClosed(work: (path: string, keyring: Keyring) => Keyring): Promise<Office> {
    const { office } = this;
    office.refuseToChange();
    await office.maintain(() => undefined);
    await this.backups.idle();
    office.close();
    let { keyring } = office;
    try {
      keyring = work(office.path, keyring);
    } finally {
      // Until then the closed one stands for it: to the window the office is never gone.
      this.#office = await openOffice(office.path, { ...this.options, actor: office.actor, keyring }).catch((error) => {
        this.#office = null;
        throw error;
      });
    }
    return this.#office;
  }

  /**
   * Puts a backup in the place of the open office, of which a backup is made first, and opens it. Throws what `readBackup` and
   * `restoreInPlace` throw; the office that was open is open again then. Returns the backup that takes the restore back.
   */
  async restoreOffice(backup: string): Promise<{ office: Office; undo: string | null }> {
    const undo = await this.backups.keepBefore(this.office, 'restore');
    const former = this.office.keyring;
    const keys = { office: former, backup: this.unlocked.backupAt(backup) };
    const office = await this.whileClosed((path) => restoreInPlace(backup, path, keys).keyring);
    this.#forgetWork();
    // What takes the restore back is under the key the office had: nobody is asked for that again.
    if (office.keyring.current?.id !== former.current?.id) this.unlocked.noteBackup(former);
    if (undo !== null) forgetAside(office.path, 'restore');
    return { office, undo };
  }

  /** Throws what `createOffice` throws, and `conflict` while long work is being done in the open one. */
  async createOffice(newOffice: NewOffice): Promise<Office> {
    this.jobs.refuseWhileWorking();
    return this.#replace(await createOffice(newOffice, this.options));
  }

  /**
   * The office is gone at once, and closed when this returns: after the backup of closing, while which other calls are answered. Throws
   * `conflict` while long work is being done in it.
   */
  async closeOffice(): Promise<void> {
    this.jobs.refuseWhileWorking();
    await this.#leave(this.#forgetOffice());
  }

  /** The program ends: work that can be stopped is given up, and takes away what it had begun; then as `closeOffice`. */
  async end(): Promise<void> {
    this.jobs.stopAll();
    await Promise.race([this.jobs.idle(), delay(longestEnd, undefined, { ref: false })]);
    // A change that does not end is given up, and nothing of it is backed up.
    if (this.jobs.working !== null) this.close();
    await this.#leave(this.#forgetOffice());
  }

  /** Closes at once, whatever is being done, without a backup: an unfinished change is taken back. */
  close(): void {
    this.#forgetOffice()?.close();
  }

  #forgetOffice(): Office | null {
    const office = this.#office;
    this.#forgetWork();
    this.jobs.forget();
    this.#office = null;
    this.#waiting = null;
    this.unlocked.forgetAll();
    return office;
  }

  /** Closes an office that nobody sees any more. */
  async #leave(office: Office | null): Promise<void> {
    const closed = office ? this.backups.close(office) : Promise.resolve();
    const before = this.#left;
    this.#left = closed.then(() => before);
    await this.#left;
  }

  #begin(office: Office): Office {
    this.#replace(office);
    // Nobody waits for it; a change asked for meanwhile comes after it.
    void this.backups.keepDaily(office);
    void office.checked.catch(() => this.#giveUp(office));
    if (this.options.checkAfter !== undefined) setTimeout(() => office.checkWhole(), this.options.checkAfter).unref();
    return office;
  }

  #checking(path: string): { checkBehind: boolean } {
    return { checkBehind: this.options.checkAfter !== undefined && this.#suspect !== path };
  }

  /** The check behind its opening found it damaged, or could not read it: nothing was changed in it, and nothing will be. */
  #giveUp(office: Office): void {
    if (this.#office !== office) return;
    this.jobs.stopAll();
    this.#forgetWork();
    office.close();
    this.#office = null;
    this.#suspect = office.path;
    // Who had the passphrase is not asked again before what was found is told.
    this.unlocked.noteOffice(office.path, office.keyring);
    this.options.onDamaged?.(office.path);
  }

  #replace(office: Office): Office {
    const isUnlocked = this.#office === null && this.waiting === office.path;
    let former: Office | null = null;
    if (!isUnlocked) {
      this.jobs.refuseWhileWorking();
      former = this.#forgetOffice();
    }
    this.#waiting = null;
    this.unlocked.forgetOffice();
    this.#office = office;
    // Nobody waits for its backup; who opens it again does.
    void this.#leave(former);
    return office;
  }

  #wait(path: string, forKeys: boolean): void {
    // Another than the one that was locked: what was typed there is given up.
    if (!this.#office && this.waiting !== path) this.#forgetWork();
    this.#waiting = { path, forKeys };
  }

  #forgetWork(): void {
    this.plans.clear();
    this.packages.clear();
    this.lists.clear();
    this.drafts.clear();
    this.#forgetPerson();
  }

  #forgetPerson(): void {
    this.showNumbers(null);
    this.#userId = null;
  }
}

export function createSession(options: SessionOptions): Session {
  return new Session(options);
}
