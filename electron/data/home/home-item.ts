import type { HomeItem, HomeTopic } from '../../contract/home.ts';

export type HomeRecord = HomeItem['records'][number];

/** One sentence of the page with its records; null where there is nothing to say. */
export function homeItem(
  topic: HomeTopic,
  urgency: HomeItem['urgency'],
  records: readonly HomeRecord[],
  sentence: (count: number) => string,
): HomeItem | null {
  if (records.length === 0) return null;
  return { topic, urgency, count: records.length, sentence: sentence(records.length), records: [...records] };
}
