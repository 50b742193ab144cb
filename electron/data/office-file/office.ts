import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { forOneRun } from '../schema/one-run.ts';
import { type AuditedAction, beginAudit, sealAudit } from './audit.ts';
import { CheckBehind } from './check-behind.ts';
import type { Hands, OfficeEngine } from './engine.ts';
import { FileEngine } from './file-engine.ts';
import { type Keyring, noKeys } from './keys/office-key.ts';
import type { Part } from './scope/limit.ts';
import { sealedAlong } from './sealed-along.ts';
import { noHold, type OfficeHold, type OfficeView } from './standing.ts';
import { describeUndoError, undoRows } from './undo.ts';

/** An open office. Reads go through `db`; every change goes through `write` or `undo`. */
export class Office {
  readonly path: string;
  readonly db: Kysely<Tables>;
  readonly #engine: OfficeEngine;
  /** Under whose name changes are logged. */
  actor: string;
  /** Why it is only looked at, in words; null: it may be changed. */
  readonly view: OfficeView | null;
  readonly #hold: OfficeHold;
  /** Of the whole file. Nothing is changed before it has passed. */
  readonly #check: CheckBehind;
  #keyring: Keyring;
  #sharing: Kysely<Tables> | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #closed = new AbortController();
  /** Moves when a change begins and when it ends: what is read meanwhile may be taken back. */
  #change = 0;
  #isChanging = false;

  constructor(
    path: string,
    engine: OfficeEngine,
    actor: string,
    keyring: Keyring = noKeys,
    standing: { view?: OfficeView; hold?: OfficeHold; check?: () => Promise<void> } = {},
  ) {
    this.path = path;
    this.view = standing.view ?? null;
    this.#hold = standing.hold ?? noHold;
    this.#check = new CheckBehind(standing.check ?? (async () => undefined));
    if (!standing.check) this.#check.begin();
    this.#keyring = keyring;
    this.#engine = engine;
    this.actor = actor;
    this.db = engine.db;
  }

  /** What it was opened with. */
  get keyring(): Keyring {
    return this.#keyring;
  }

  /** The part of the office that is shown and may be changed; null: the whole. */
  get part(): Part | null {
    return this.#engine.limit.part;
  }

  /** Shows a part of the office only from now on, or the whole. It waits for the change that is being made. */
  async limitTo(part: Part | null): Promise<void> {
    const { part: now } = this;
    if (now?.organisation === part?.organisation && now?.day === part?.day) return;
    await this.#exclusively(async () => {
      this.#engine.limit.set(part);
      this.#change += 1;
    });
  }

  /** Whether an organisation is of the part that is shown; what stands above it is seen by name only. */
  holds(organisation: string): boolean {
    return this.#engine.limit.holds(organisation);
  }

  /** Forgets the keys that nothing of this office is under any more. */
  dropFormerKeys(): void {
    const { current } = this.#keyring;
    this.#keyring = { ...this.#keyring, keys: current ? [current] : [] };
  }

  get isOpen(): boolean {
    return this.#engine.isOpen;
  }

  /** Throws `office_read_only` where the office is only looked at. */
  refuseToChange(): void {
    if (this.view) throw onlyLookedAt(this.view);
  }

  /**
   * A number that moves when a change begins and when it ends: what was read at another is no longer known to be so. Null
   * where others change the office as well.
   */
  get lastChange(): number | null {
    return this.#engine instanceof FileEngine ? this.#change : null;
  }

  /** Whether a change is being made here: what is read meanwhile may be taken back. */
  get isChanging(): boolean {
    return this.#isChanging;
  }

  /** A handle for one run whose readers share what they read, until the next change (`schema/one-run.ts`). */
  forOneRun(): Kysely<Tables> {
    return forOneRun(this.db, () => this.#change);
  }

  /**
   * The same handle for every page, for readers of the little that each of them asks for: the tree, the rules. What they read is held
   * until the next change; where others change the office, too, nothing is.
   */
  get sharing(): Kysely<Tables> {
    if (this.lastChange === null) return this.db;
    this.#sharing ??= this.forOneRun();
    return this.#sharing;
  }

  /**
   * Runs `change` in one transaction and seals its audit rows; all of it is on disk when this returns, or none of it.
   * `action` and `detail` are Vietnamese, for the history. Changes wait for one another. `hands.inBulk` is for very many rows;
   * with `pause` they are sealed as they come, and it is called now and then while the rest is: what it throws takes all back.
   * Throws what `change` throws, or `disk_full`, `write_refused`, `office_damaged`.
   */
  async write<T>(
    action: string,
    detail: string,
    change: (db: Kysely<Tables>, hands: Pick<Hands, 'inBulk'>) => Promise<T>,
    pause?: () => Promise<unknown>,
  ): Promise<T> {
    const audited = { actor: this.actor, action, detail };
    return this.#exclusively(() => this.#transaction(audited, (hands) => change(hands.db, hands), pause));
  }

  /**
   * Takes back one audited transaction as a whole; the undoing is itself a transaction in the log, and can be taken back.
   * Throws `not_found`; `conflict` when a later change has touched, or stands on, one of its rows.
   */
  async undo(transaction: number, detail: string): Promise<void> {
    const audited: AuditedAction = { actor: this.actor, action: 'Hoàn tác', detail, undoes: transaction };
    const takeBack = async (hands: Hands) => {
      await this.#engine.deferReferences(hands);
      await hands.perform(undoRows(transaction));
    };
    try {
      await this.#exclusively(() => this.#transaction(audited, takeBack));
    } catch (error) {
      // References are checked at COMMIT.
      throw describeUndoError(error);
    }
  }

  /** When the check of the whole file that was put behind its opening has passed; rejects with what it finds. */
  get checked(): Promise<void> {
    return this.#check.passed;
  }

  /** Begins that check; the first change does, too. */
  checkWhole(): void {
    this.#check.begin();
  }

  /** Lets pure-SQL maintenance (checks, backups) run on the file between writes. Throws `conflict` where there is no file. */
  async maintain<T>(work: (connection: Database.Database) => T): Promise<T> {
    this.#check.begin();
    return this.maintainLater(work);
  }

  /** The same for what nobody waits for: it comes after the check of the whole file, and does not begin it. */
  async maintainLater<T>(work: (connection: Database.Database) => T): Promise<T> {
    return this.onFile(async (engine) => engine.lifted(work));
  }

  /** The same for work that takes its time: changes wait for it. */
  async onFile<T>(work: (engine: FileEngine) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      try {
        return await work(this.#file());
      } catch (error) {
        throw this.#engine.describe(error, this.path);
      } finally {
        // What was logged may have been written back into the file meanwhile.
        if (this.#engine.isOpen && !this.view) this.#hold.renew();
      }
    });
  }

  /** Lets `read` look at the file as it is just now, whatever is being done. */
  lookNow<T>(read: (connection: Database.Database) => T): T {
    return this.#file().lifted(read);
  }

  /** Stops what reads the file beside it when it is closed. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /** A change that is being made then is given up as a whole: the caller gets `office_not_open`. */
  close(): void {
    if (!this.#engine.isOpen) return;
    this.#closed.abort();
    try {
      this.#engine.close();
    } finally {
      this.#hold.release();
    }
  }

  #file(): FileEngine {
    if (this.#engine instanceof FileEngine) return this.#engine;
    throw new SochiboError('conflict', 'Sổ ở máy chủ không có tệp. Việc này do người quản trị máy chủ làm.');
  }

  async #transaction<T>(
    audited: AuditedAction,
    change: (hands: Hands) => Promise<T>,
    pause?: () => Promise<unknown>,
  ): Promise<T> {
    const engine = this.#engine;
    if (!engine.isOpen) throw closedOffice();
    this.refuseToChange();
    this.#hold.check();
    this.#change += 1;
    this.#isChanging = true;
    try {
      const { result, rows, transaction } = await engine.transaction(async (hands) => {
        const seal = await hands.perform(beginAudit(audited));
        engine.limit.begin();
        const result = await change(pause ? sealedAlong(hands, seal, pause) : hands);
        const { transaction } = seal;
        engine.limit.refuseOutside(transaction);
        const rows = await hands.perform(sealAudit(seal), pause);
        return { result, rows, transaction };
      });
      if (rows > 0) this.#hold.acknowledge(transaction);
      return result;
    } catch (error) {
      if (!engine.isOpen) throw closedOffice();
      throw engine.describe(error, this.path);
    } finally {
      this.#change += 1;
      this.#isChanging = false;
      if (engine.isOpen) this.#hold.renew();
    }
  }

  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    this.#check.begin();
    return this.#inTurn(work);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(() => this.#check.passed).then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

function onlyLookedAt(view: OfficeView): SochiboError {
  return new SochiboError(
    'office_read_only',
    `Sổ đang mở chỉ để xem, nên chưa ghi gì. ${view.words} Muốn sửa, đóng sổ rồi mở lại khi sổ gốc không còn ai dùng.`,
  );
}

function closedOffice(): SochiboError {
  return new SochiboError('office_not_open', 'Sổ đã đóng, thay đổi chưa được ghi. Mở sổ rồi làm lại.');
}
