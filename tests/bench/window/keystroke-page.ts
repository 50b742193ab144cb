/** In the page: what one letter came to, milliseconds since its input event. */
export interface Keystroke {
  /** The question for what fits leaves the window, its answer begins, has come in whole. */
  asked: number;
  answering: number;
  answered: number;
  /** Bytes of that answer. */
  bytes: number;
  /** The new rows stand in the document. */
  drawn: number;
  /** The frame with them is done. */
  painted: number;
  rows: number;
}

declare global {
  var keystroke: Promise<Keystroke | null> | undefined;
}

/** In the page: gets ready for the next letter. Null: it changed no row within a second and a half, or nothing was asked. */
export function expectLetter(): void {
  const grid = document.querySelector('.data-table');
  if (!grid) throw new Error('no grid');
  const count = () => Number(grid.getAttribute('aria-rowcount'));
  const before = count();
  performance.clearResourceTimings();
  const isDrawn = () =>
    count() !== before &&
    [...grid.querySelectorAll('.data-table-body [role="gridcell"]:first-child')].every((cell) => {
      const { top } = cell.getBoundingClientRect();
      return top > window.innerHeight || cell.textContent !== '…';
    });
  globalThis.keystroke = new Promise((resolve) => {
    let start = 0;
    document.addEventListener(
      'input',
      (event) => {
        start = event.timeStamp;
        setTimeout(() => resolve(null), 1500);
      },
      { capture: true, once: true },
    );
    const observer = new MutationObserver(() => {
      if (start === 0 || !isDrawn()) return;
      observer.disconnect();
      const drawn = performance.now();
      requestAnimationFrame(() => {
        // A message is heard after the frame it was sent in has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const painted = performance.now();
          const ids = performance
            .getEntriesByType('resource')
            .filter((entry) => entry instanceof PerformanceResourceTiming)
            .find(({ name, startTime }) => startTime >= start && name.endsWith('/rpc/members/first'));
          const isBare = document.querySelector('.list-screen') === null;
          if (!ids && !isBare) return resolve(null);
          resolve({
            asked: (ids?.startTime ?? start) - start,
            answering: (ids?.responseStart ?? start) - start,
            answered: (ids?.responseEnd ?? start) - start,
            bytes: ids?.encodedBodySize ?? 0,
            drawn: drawn - start,
            painted: painted - start,
            rows: count() - 1,
          });
        };
        port2.postMessage(null);
      });
    });
    observer.observe(grid, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** In the page: the same work with nothing behind it: a letter changes one word of a bare page. */
export function bareList(): void {
  document.body.innerHTML =
    '<input aria-label="bare"><div class="data-table" aria-rowcount="1"><div class="data-table-body"><p role="gridcell"></p></div></div>';
  const [field, grid, cell] = ['input', '.data-table', 'p'].map((selector) => document.querySelector(selector));
  field?.addEventListener('input', () => {
    const next = Number(grid?.getAttribute('aria-rowcount')) + 1;
    if (cell) cell.textContent = `${next}`;
    grid?.setAttribute('aria-rowcount', `${next}`);
  });
}
