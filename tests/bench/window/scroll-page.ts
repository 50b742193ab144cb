/** In the page: how a list is scrolled. `drag`: end to end in `seconds`; `wheel`: at the speed of a turned wheel. */
export type Way = 'drag' | 'wheel' | 'jumps' | 'page-down';

export interface Scrolled {
  /** Milliseconds between frames. */
  frames: number[];
  /** Milliseconds of the tasks over 50 ms. */
  longTasks: number[];
  /** Milliseconds from the end of the scroll until every row in view has its words. */
  settled: number;
  /** Share of the frames in which rows in view were still on their way. */
  waiting: number;
  /** Pixels scrolled through. */
  distance: number;
}

/** In the page: scrolls the list for some seconds and looks at every frame. */
export async function scrollList({ way, seconds }: { way: Way; seconds: number }): Promise<Scrolled> {
  const grid = document.querySelector('.data-table');
  if (!grid) throw new Error('no grid');
  const end = grid.scrollHeight - grid.clientHeight;
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const isWaiting = () => {
    const { top, bottom } = grid.getBoundingClientRect();
    return [...grid.querySelectorAll('.data-table-body > div')].some((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > top && box.top < bottom && row.firstElementChild?.textContent === '…';
    });
  };
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  grid.scrollTop = 0;
  for (let frame = 0; frame < 30; frame += 1) await nextFrame();
  observer.observe({ entryTypes: ['longtask'] });
  const begun = await nextFrame();
  const frames: number[] = [];
  let [last, distance, waiting, acted] = [begun, 0, 0, 0];
  while (last - begun < seconds * 1000) {
    const before = grid.scrollTop;
    const share = (last - begun) / (seconds * 1000);
    if (way === 'drag') grid.scrollTop = share * end;
    else if (way === 'wheel') grid.scrollTop += 100;
    else if (way === 'jumps' && last - acted > 250) {
      // To places all over the list, the same ones every time.
      grid.scrollTop = ((frames.length * 7919) % 997) * (end / 997);
      acted = last;
    } else if (way === 'page-down' && last - acted > 33) {
      // A held key repeats thirty times a second. The floor has no keys: there it is the same way by hand.
      const hasKeys = !grid.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'PageDown', code: 'PageDown', bubbles: true, cancelable: true }),
      );
      if (!hasKeys) grid.scrollTop += grid.clientHeight - 64;
      acted = last;
    }
    distance += Math.abs(grid.scrollTop - before);
    const now = await nextFrame();
    frames.push(now - last);
    last = now;
    if (isWaiting()) waiting += 1;
  }
  const stopped = performance.now();
  while (isWaiting() && performance.now() - stopped < 10_000) await nextFrame();
  const settled = performance.now() - stopped;
  observer.disconnect();
  return { frames, longTasks, settled, waiting: waiting / frames.length, distance };
}
