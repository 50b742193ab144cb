export interface Progress {
  /** What is being done, in Vietnamese: `Đọc danh-sach.xlsx`. */
  step: string;
  done: number;
  of: number;
}

/**
 * For reading that a screen waits for; what goes on without the screen is a job (`jobs/`). Runs `work` and turns its progress calls into an async iterable that ends with it. Events that nobody has taken yet
 * are folded into the newest, so that a slow reader never falls behind.
 */
export function progressEvents<T>(work: (onProgress: (progress: Progress) => void) => Promise<T>): {
  events: AsyncIterable<Progress>;
  result: Promise<T>;
} {
  let newest: Progress | null = null;
  let finished = false;
  let wake = (): void => undefined;
  const result = work((progress) => {
    newest = progress;
    wake();
  }).finally(() => {
    finished = true;
    wake();
  });
  result.catch(() => undefined);
  async function* events(): AsyncGenerator<Progress> {
    while (true) {
      if (newest !== null) {
        const event = newest;
        newest = null;
        yield event;
      } else if (finished) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }
  return { events: events(), result };
}
