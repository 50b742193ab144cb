import type { Kysely } from 'kysely';
import type { MissingTheme } from '../../contract/themes.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { compulsoryThemes } from './catalogue.ts';
import { type Missing, missingOf } from './coverage.ts';
import { planOfYear, quarterDays } from './plan-year.ts';

/** What cells are missing in a quarter: a plan, a planned theme held, a compulsory theme in the plan (handbook R5). */
export async function missingThemes(
  db: Kysely<Tables>,
  { year, quarter, organisationId }: { year: number; quarter: number; organisationId?: string | undefined },
): Promise<MissingTheme[]> {
  const [rows, compulsory, rules] = await Promise.all([
    planOfYear(db, { year, quarter, organisationId }),
    compulsoryThemes(db, { year, quarter }),
    readRules(db),
  ]);
  const required = rules.on('thematic_per_quarter', quarterDays(year, quarter).to).value.meetings;
  return rows.flatMap((row) => {
    const now = row.quarters.find((each) => each.quarter === quarter);
    if (!now) return [];
    const entries = now.entries.map((entry) => ({
      id: entry.id,
      themeId: entry.theme_id,
      title: entry.title,
      requiredBy: entry.required_by,
      held: entry.meetings.length,
    }));
    const missing = missingOf({ cellType: row.cell_type, entries, held: now.held }, { compulsory, required });
    const { cell_id, cell, grassroots } = row;
    return missing.map((each) => ({ cell_id, cell, grassroots, reason: each.reason, ...what(each) }));
  });
}

function what(missing: Missing): Pick<MissingTheme, 'plan_id' | 'theme_id' | 'title' | 'required_by'> {
  if (missing.reason === 'not_held') {
    const { id, themeId, title, requiredBy } = missing.entry;
    return { plan_id: id, theme_id: themeId, title, required_by: requiredBy };
  }
  if (missing.reason === 'required_not_planned') {
    const { id, title, requiredBy } = missing.theme;
    return { plan_id: null, theme_id: id, title, required_by: requiredBy };
  }
  return { plan_id: null, theme_id: null, title: null, required_by: null };
}
