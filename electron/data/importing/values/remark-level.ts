import type { RemarkLevel } from '../../schema/column-types.ts';
import { searchKey } from '../../vietnamese/fold.ts';

/** The four levels by their words and the abbreviations clerks use; with or without `nhiệm vụ`. */
const levels: readonly (readonly [RegExp, RemarkLevel])[] = [
  [/^(?:(?:hoan thanh )?xuat sac|htxs|xs)/u, 'excellent'],
  [/^(?:(?:hoan thanh )?tot|htt|t$)/u, 'good'],
  [/^(?:khong hoan thanh|chua hoan thanh|kht|khong ht)/u, 'not_completed'],
  [/^(?:hoan thanh(?: nhiem vu)?$|ht$|htnv$)/u, 'completed'],
];

/** `Hoàn thành tốt nhiệm vụ`, `HTTNV`, `Tốt`; null for anything else. */
export function remarkLevel(written: string): RemarkLevel | null {
  const key = searchKey(written);
  return levels.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}
