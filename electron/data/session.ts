import type { MeetingForm } from '../contract/meetings.ts';
import { type FormatProfile, loadFormatProfiles } from './documents/profile.ts';
import { SochiboError } from './errors.ts';
import type { WaitingImport } from './importing/conversation/import-draft.ts';
import { MadeFiles } from './made-files.ts';
import { type BackupHabit, OfficeBackups } from './office-file/backups/office-backups.ts';
import { forgetAside, restoreInPlace } from './office-file/backups/restore-in-place.ts';
import { createOffice, type NewOffice } from './office-file/create-office.ts';
import type { Office } from './office-file/office.ts';
import { openOffice } from './office-file/open-office.ts';
import type { PendingPackages } from './packages/receive-package.ts';
import { loadReportForms, type ReportForms } from './reporting/report-forms.ts';
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
}

/** One run of the data side: at most one open office, the files it made, the imports waiting for a decision. */
export class Session {
  readonly options: SessionOptions;
  readonly files: MadeFiles;
  readonly formatProfiles: readonly FormatProfile[];
  readonly reportForms: ReportForms;
  readonly backups: OfficeBackups;
  readonly plans = new Map<string, WaitingImport>();
  /** Data packages that wait to be received. */
  readonly packages = new Map<string, PendingPackages>();
  /** Meetings that are being typed, by id: in memory only, because they hold names (decision 0004). */
  readonly drafts = new Map<string, { form: MeetingForm; base: string }>();
  /** Whether identity numbers are shown whole, until the office is closed. */
  numbersShown = false;
  #userId: string | null = null;
  #office: Office | null = null;

  constructor(options: SessionOptions) {
    assertVietnameseCollation();
    this.options = options;
    this.files = new MadeFiles(options.outputDir);
    this.backups = new OfficeBackups(options.backups ?? 'never');
    this.formatProfiles = loadFormatProfiles(options.resourcesDir);
    this.reportForms = loadReportForms(options.resourcesDir);
  }

  /** The open office. Throws `office_not_open`. */
  get office(): Office {
    if (!this.#office) throw new SochiboError('office_not_open', 'Chưa mở sổ nào. Tạo sổ mới hoặc mở sổ đã có.');
    return this.#office;
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
    return false;
  }

  worksAs(userId: string): void {
    this.#userId = userId;
    this.numbersShown = false;
  }

  /** Opens an office in place of the one that is open; when that fails, the one before stays open. */
  async openOffice(path: string): Promise<Office> {
    if (this.#office?.path === path) return this.#office;
    const office = this.#replace(await openOffice(path, this.options));
    // Nobody waits for it; a change asked for meanwhile comes after it.
    void this.backups.keepDaily(office);
    return office;
  }

  /**
   * Puts a backup in the place of the open office, of which a backup is made first, and opens it. Throws what `readBackup` and
   * `restoreInPlace` throw; the office that was open is open again then. Returns the backup that takes the restore back.
   */
  async restoreOffice(backup: string): Promise<{ office: Office; undo: string | null }> {
    const { office } = this;
    const undo = await this.backups.keepBefore(office, 'restore');
    this.closeOffice();
    try {
      restoreInPlace(backup, office.path);
    } finally {
      await this.openOffice(office.path);
    }
    if (undo !== null) forgetAside(office.path);
    return { office: this.office, undo };
  }

  async createOffice(newOffice: NewOffice): Promise<Office> {
    return this.#replace(await createOffice(newOffice, this.options));
  }

  closeOffice(): void {
    this.plans.clear();
    this.packages.clear();
    this.drafts.clear();
    this.numbersShown = false;
    this.#userId = null;
    if (this.#office) this.backups.close(this.#office);
    this.#office = null;
  }

  close(): void {
    this.closeOffice();
  }

  #replace(office: Office): Office {
    this.closeOffice();
    this.#office = office;
    return office;
  }
}

export function createSession(options: SessionOptions): Session {
  return new Session(options);
}
