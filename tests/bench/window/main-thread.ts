import type { CDPSession } from 'playwright-core';

/** Milliseconds that the page's main thread has been at work, of the processor: what other programs take is not in it. */
export async function mainThread(session: CDPSession): Promise<number> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}
