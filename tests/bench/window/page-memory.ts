import type { CDPSession, Page } from 'playwright-core';

/** What a page holds after a collection of garbage. */
export interface PageMemory {
  /** Megabytes of the script's heap. */
  heap: number;
  /** Nodes that the engine holds, and of them those that stand in the document. */
  nodes: number;
  attached: number;
}

/** Collects garbage and counts. */
export async function pageMemory(page: Page, session: CDPSession): Promise<PageMemory> {
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  const attached = await page.evaluate(() => {
    const walker = document.createTreeWalker(document);
    let count = 1;
    while (walker.nextNode()) count += 1;
    return count;
  });
  return { heap: usedSize / 1e6, nodes, attached };
}
