import { collectionForms } from '../collecting/form-kinds.ts';
import { readAllFormStates } from '../collecting/form-states.ts';
import { formatDate, parseIsoDate } from '../vietnamese/dates.ts';
import { type HomeList, homeItem } from './home-item.ts';

/** Units that were sent a form of the month, or of an earlier one whose day has passed, and have not sent it back. */
export const formsUnanswered: HomeList = async ({ db, day, month }) => {
  const open = (await readAllFormStates(db)).flatMap(({ kind, period, states }) =>
    Object.entries(states)
      .filter(([, { sent_at, answered_at }]) => sent_at !== null && answered_at === null)
      .filter(([, { due_on }]) => period === month || (due_on !== null && due_on < day))
      .map(([unit, { due_on }]) => ({ unit, kind, period, due_on })),
  );
  if (open.length === 0) return null;
  const names = await namesOf(
    db,
    open.map(({ unit }) => unit),
  );
  const titles = new Set(open.map(({ kind }) => collectionForms[kind].title));
  const [title] = titles;
  const units = new Set(open.map(({ unit }) => unit)).size;
  const what = title !== undefined && titles.size === 1 ? lowered(title) : 'biểu, phiếu thu thập';
  const isLate = open.some(({ due_on }) => due_on !== null && due_on < day);
  const item = homeItem(
    'forms_unanswered',
    isLate ? 'late' : open.some(({ due_on }) => due_on !== null) ? 'soon' : 'gap',
    open.map(({ unit, kind, period, due_on }) => {
      const [year, number] = period.split('-');
      const last = parseIsoDate(due_on ?? '');
      return {
        entity: 'collecting',
        id: unit,
        label: names.get(unit) ?? unit,
        context: `${collectionForms[kind].title} ${Number(number)}/${year}${last && last < day ? ` · quá hạn ${formatDate(last)}` : ''}`,
        date: last,
      };
    }),
    () => `${units} đơn vị chưa gửi lại ${what}`,
  );
  return item && { ...item, count: units };
};

/** `Biểu … tháng` as it stands inside a sentence, without the month that follows it on the form. */
function lowered(title: string): string {
  const words = title.replace(/ tháng$/u, '');
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
}

async function namesOf(db: Parameters<HomeList>[0]['db'], ids: readonly string[]): Promise<Map<string, string>> {
  const [organisations, officials] = await Promise.all([
    db
      .selectFrom('organisation_version')
      .select(['organisation_id as id', 'name'])
      .where('organisation_id', 'in', ids)
      .orderBy('valid_from')
      .execute(),
    db.selectFrom('official').select(['id', 'full_name as name']).where('id', 'in', ids).execute(),
  ]);
  return new Map([...organisations, ...officials].map(({ id, name }) => [id, name]));
}
