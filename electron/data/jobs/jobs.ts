import { v7 as newId } from 'uuid';
import type { Job, JobResult } from '../../contract/jobs.ts';
import { SochiboError } from '../errors.ts';
import { refusalOf } from '../refusal-of.ts';
import type { Course } from './course.ts';

/** Work as it is asked for. */
export interface Work<T> {
  kind: Job['kind'];
  title: string;
  /** Left out: it can be stopped. */
  stoppable?: false;
  run(course: Course): Promise<T>;
  /** What can be told and opened when it is over. */
  result(made: T): Partial<JobResult> & Pick<JobResult, 'message'>;
}

/** Who asked, and in which office: nobody else is shown it. */
export interface Asker {
  path: string;
  actor: string;
}

interface Entry {
  job: Job;
  asker: Asker;
  abort: AbortController;
}

/** As many as anybody looks back for. */
const endedKept = 50;
const unexpected = 'Lỗi không mong đợi. Việc này chưa xong. Làm lại; nếu vẫn lỗi, đóng và mở lại chương trình.';

/**
 * The long work of a session: one at a time, in the order in which it was asked for, because each reads or writes the whole
 * office. Who asks waits for the result; everybody may see how far it is, stop it, and open what came of it.
 */
export class Jobs {
  #entries: Entry[] = [];
  #last: Promise<unknown> = Promise.resolve();
  readonly #onWorking: (title: string | null) => void;

  /** `onWorking` hears what is being done, and null when nothing is any more. */
  constructor(onWorking: (title: string | null) => void = () => undefined) {
    this.#onWorking = onWorking;
  }

  /** Does the work when its turn comes. Throws what the work throws; `cancelled` when it was stopped. */
  run<T>(asker: Asker, work: Work<T>): Promise<T> {
    const { kind, title, stoppable = true } = work;
    const entry: Entry = {
      job: {
        ...{ id: newId(), kind, title, stoppable, state: 'waiting', step: 'Chờ việc trước xong', done: 0, of: 0 },
        ...{ started_at: new Date().toISOString(), ended_at: null, result: null, error: null },
      },
      asker: { ...asker },
      abort: new AbortController(),
    };
    this.#entries.push(entry);
    const turn = this.#inTurn(entry, work, this.#last);
    this.#last = Promise.allSettled([this.#last, turn]);
    this.#tell();
    return turn;
  }

  /** Running and waiting ones first, then what ended last. */
  list(asker: Asker): Job[] {
    const own = this.#entries.filter((entry) => isOf(entry, asker)).map(({ job }) => ({ ...job }));
    const ended = own.filter(({ ended_at }) => ended_at !== null);
    return [...own.filter(({ ended_at }) => ended_at === null), ...ended.reverse()];
  }

  /** Throws `not_found`; `conflict` for work that cannot be stopped. */
  cancel(asker: Asker, id: string): void {
    const entry = this.#entries.find((one) => one.job.id === id && isOf(one, asker));
    if (!entry) throw new SochiboError('not_found', 'Không có việc này trong các việc đang chạy.');
    if (entry.job.ended_at !== null) return;
    if (!entry.job.stoppable) {
      throw new SochiboError(
        'conflict',
        `${entry.job.title}: việc này không dừng giữa chừng được. Chờ xong rồi làm tiếp.`,
      );
    }
    entry.abort.abort();
  }

  /** What is being done or waits; null: nothing. */
  get working(): string | null {
    return this.#entries.find(({ job }) => job.ended_at === null)?.job.title ?? null;
  }

  /** Throws `conflict` while anything is being done. */
  refuseWhileWorking(): void {
    const { working } = this;
    if (working === null) return;
    throw new SochiboError(
      'conflict',
      `Đang có việc chưa xong: ${working}. Chờ xong, hoặc bấm Ctrl+J để dừng việc đó.`,
    );
  }

  /** Resolves when nothing is being done and nothing waits. */
  async idle(): Promise<void> {
    while (this.working !== null) await this.#last;
  }

  /** The program ends: what can be stopped is. */
  stopAll(): void {
    for (const { job, abort } of this.#entries) if (job.stoppable && job.ended_at === null) abort.abort();
  }

  /** Forgets what is over. */
  forget(): void {
    this.#entries = this.#entries.filter(({ job }) => job.ended_at === null);
  }

  async #inTurn<T>(entry: Entry, { run, result }: Work<T>, before: Promise<unknown>): Promise<T> {
    const { job, abort } = entry;
    const { signal } = abort;
    try {
      await Promise.race([before, stopped(signal)]);
      if (signal.aborted) throw new SochiboError('cancelled', 'Đã dừng trước khi bắt đầu. Chưa có gì thay đổi.');
      Object.assign(job, { state: 'running', step: job.title });
      const made = await run({ signal, onProgress: (progress) => Object.assign(job, progress) });
      Object.assign(job, { state: 'done', result: { ...nothingMade, ...result(made) } });
      return made;
    } catch (error) {
      const told = refusalOf(error, entry.asker.path);
      const state = told?.code === 'cancelled' ? 'cancelled' : 'failed';
      Object.assign(job, { state, error: told?.message ?? unexpected });
      throw error;
    } finally {
      job.ended_at = new Date().toISOString();
      this.#forgetOldest();
      this.#tell();
    }
  }

  #forgetOldest(): void {
    const surplus = this.#entries.filter(({ job }) => job.ended_at !== null).slice(0, -endedKept);
    if (surplus.length > 0) this.#entries = this.#entries.filter((entry) => !surplus.includes(entry));
  }

  #tell(): void {
    this.#onWorking(this.working);
  }
}

const nothingMade = { file: null, folder: null, import_id: null, notes: [] };

function isOf({ asker }: Entry, { path, actor }: Asker): boolean {
  return asker.path === path && asker.actor === actor;
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
