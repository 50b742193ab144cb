import type { AssignmentCheck, CheckRecord } from '../../../../contract/assignments.ts';
import type { DecisionPaper } from './read.ts';

/** How many findings of a kind are named; the others are counted. */
const named = 3;

/** The checks of BC-03, each with what it found: `2 chi bộ`. */
const checks: readonly (readonly [AssignmentCheck, (count: number) => string, (finding: CheckRecord) => string])[] = [
  ['cell_without_official', (n) => `${n} chi bộ chưa có cán bộ nào theo dõi`, ({ organisation }) => organisation ?? ''],
  [
    'official_load',
    (n) => `${n} cán bộ được phân công quá nhiều nơi`,
    ({ official, detail }) => `${official} (${detail})`,
  ],
  [
    'same_day_clash',
    (n) => `${n} trường hợp các chi bộ của một cán bộ sinh hoạt cùng ngày`,
    ({ official, detail }) => `${official} (${detail})`,
  ],
];

/** What the clerk should see to before the decision is issued (BC-03). */
export function decisionWarnings({ checks: found, list }: DecisionPaper): string[] {
  const empty = list.rows.length === 0 ? ['Văn bản này chưa có phân công nào trong sổ: danh sách kèm theo trống.'] : [];
  return [
    ...empty,
    ...checks.flatMap(([check, words, name]) => {
      const of = found.filter((finding) => finding.check === check);
      if (of.length === 0) return [];
      const more = of.length > named ? ` và ${of.length - named} trường hợp khác` : '';
      return [`${words(of.length)}: ${of.slice(0, named).map(name).join('; ')}${more}.`];
    }),
  ];
}
