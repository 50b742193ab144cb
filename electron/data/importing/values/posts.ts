import type { CommitteePosition } from '../../schema/column-types.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import { remembered } from '../../vietnamese/remembered.ts';

const cellPosts: ReadonlyMap<string, CommitteePosition> = new Map([
  ['bí thư', 'secretary'],
  ['bí thư chi bộ', 'secretary'],
  ['btcb', 'secretary'],
  ['bt', 'secretary'],
  ['phó bí thư', 'deputy_secretary'],
  ['phó bí thư chi bộ', 'deputy_secretary'],
  ['pbt', 'deputy_secretary'],
  ['pbtcb', 'deputy_secretary'],
  ['chi ủy viên', 'committee_member'],
  ['cuv', 'committee_member'],
  ['ủy viên chi ủy', 'committee_member'],
]);

/** `CUV, HUV, Trưởng phòng GD&ĐT` -> the post in the cell's committee, and the rest: posts elsewhere. */
export const parsePosts = remembered((written): { position: CommitteePosition | null; others: string | null } => {
  const [first = '', ...rest] = written.split(/\s*,\s*/u);
  const position = cellPosts.get(nameKey(first)) ?? null;
  const others = (position === null ? [first, ...rest] : rest).join(', ');
  return { position, others: others === '' ? null : others };
}, 5_000);
