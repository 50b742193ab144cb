import type { Kysely } from 'kysely';
import type { SizeFlag } from '../../contract/organisations.ts';
import { countedKinds } from '../members/counted.ts';
import { readRules } from '../rules/read-rules.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { readOrganisationHistory } from './organisation-history.ts';

/**
 * What is wrong with the size of a cell (handbook R21): fewer full members than a cell needs, or so many that it is to
 * have a committee and has none: a secretary and a deputy are no committee (Điều lệ, Điều 24). Exempt members count among
 * the full members; null = not known. `posts`: people in posts of the cell.
 */
export function cellSizeFlag(
  { fullMembers, posts }: { fullMembers: number | null; posts: number },
  rule: RuleValue<'cell_size'>,
): SizeFlag['code'] | null {
  if (fullMembers === null) return null;
  if (fullMembers < rule.minimum) return 'too_few_full_members';
  return fullMembers >= rule.committee_from && posts < rule.committee_posts ? 'needs_cell_committee' : null;
}

/** Cells in force on the day whose size is flagged, in the order of the office's list. */
export async function sizeFlags(db: Kysely<Tables>, on: IsoDate): Promise<SizeFlag[]> {
  const [history, rules, members, full, posts] = await Promise.all([
    readOrganisationHistory(db),
    readRules(db),
    db.selectFrom('member_status').select('cell_id').distinct().execute(),
    db
      .selectFrom('member_status as status')
      .select((eb) => ['status.cell_id', eb.fn.countAll<number>().as('count')])
      .where(inForce('status', on))
      .where('status.kind', 'in', countedKinds)
      .where('status.standing', '=', 'full')
      .groupBy('status.cell_id')
      .execute(),
    db
      .selectFrom('cell_committee_member as post')
      .select((eb) => ['post.organisation_id', eb.fn.count<number>('post.member_id').distinct().as('count')])
      .where(inForce('post', on))
      .groupBy('post.organisation_id')
      .execute(),
  ]);
  const rule = rules.on('cell_size', on).value;
  const recorded = new Set(members.map(({ cell_id }) => cell_id));
  const fullIn = new Map(full.map(({ cell_id, count }) => [cell_id, count]));
  const postsIn = new Map(posts.map(({ organisation_id, count }) => [organisation_id, count]));
  const orderOf = ({ organisation_id }: SizeFlag) => history.placeOn(organisation_id, on)?.order ?? 0;
  return history
    .cellsBetween(on, on)
    .flatMap((id): SizeFlag[] => {
      // A cell whose members nobody has recorded is not known to have none (R42).
      if (!recorded.has(id)) return [];
      const fullMembers = fullIn.get(id) ?? 0;
      const code = cellSizeFlag({ fullMembers, posts: postsIn.get(id) ?? 0 }, rule);
      if (code === null) return [];
      const place = history.placeOn(id, on);
      const parent = place && place.grassroots_id !== id ? place.grassroots : null;
      return [
        {
          organisation_id: id,
          name: place?.name ?? '',
          parent,
          code,
          full_members: fullMembers,
          message: words(code, fullMembers, rule),
        },
      ];
    })
    .sort((a, b) => orderOf(a) - orderOf(b));
}

function words(code: SizeFlag['code'], count: number, rule: RuleValue<'cell_size'>): string {
  return code === 'too_few_full_members'
    ? `Có ${count} đảng viên chính thức, chi bộ cần ít nhất ${rule.minimum}.`
    : `Có ${count} đảng viên chính thức, từ ${rule.committee_from} phải có chi ủy.`;
}
