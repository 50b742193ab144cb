import type { Kysely } from 'kysely';
import type { PetitionRecord } from '../../contract/petitions.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import { readRules } from '../rules/read-rules.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { Tables } from '../schema/database.ts';
import { addDays, type IsoDate } from '../vietnamese/dates.ts';
import { asDay } from './days.ts';
import { isAnswered, isAnsweredNotTold, isDone, isOverdue, resultOf } from './life-cycle.ts';
import { type Petition, type PetitionBook, readPetitionBook } from './petition-book.ts';

/** All petitions by day, standing as on `asOf`; names of cells as they were when it was raised. */
export async function listPetitions(db: Kysely<Tables>, asOf: IsoDate): Promise<PetitionRecord[]> {
  const [book, organisations, rules, labels] = await Promise.all([
    readPetitionBook(db),
    readOrganisationHistory(db),
    readRules(db),
    db
      .selectFrom('code_list')
      .select(['list', 'code', 'label'])
      .where('list', 'in', ['petition_fields', 'petition_kinds'])
      .execute(),
  ]);
  const labelOf = new Map(labels.map(({ list, code, label }) => [`${list} ${code}`, label]));
  const label = (list: string, code: string | null) =>
    code === null ? null : (labelOf.get(`${list} ${code}`) ?? code);
  const done = rules.on('petition_done', asOf).value;
  return book.petitions.map((petition) => ({
    ...said(petition),
    ...placed(petition, organisations, asOf),
    ...standing(petition, book, done, asOf),
    kind_label: label('petition_kinds', petition.kind),
    field_label: label('petition_fields', petition.field),
  }));
}

/** Matters whose deadline had passed without an answer (BC-04, "Quá hạn"). */
export async function overduePetitions(db: Kysely<Tables>, day: IsoDate): Promise<PetitionRecord[]> {
  return (await listPetitions(db, day)).filter(({ overdue }) => overdue);
}

/** Matters that are answered and of which the cell has not been told. */
export async function answeredNotTold(db: Kysely<Tables>, day: IsoDate): Promise<PetitionRecord[]> {
  return (await listPetitions(db, day)).filter(({ answered_not_told }) => answered_not_told);
}

/** Open matters whose deadline is the day itself or one of the six after it. */
export async function duePetitions(db: Kysely<Tables>, day: IsoDate): Promise<PetitionRecord[]> {
  return (await listPetitions(db, day)).filter(({ due_soon }) => due_soon);
}

function isDueSoon({ due_date, standing }: Petition, day: IsoDate): boolean {
  return due_date !== null && due_date >= day && due_date <= addDays(day, 6) && !isAnswered(standing, day);
}

function said(petition: Petition) {
  const { id, code, date, cell_id, content, kind, field, authority, responsible_body_id } = petition;
  const { meeting_id, visit_id, raised_by, raised_by_member_id, received_on, forwarded_on, forward_document } =
    petition;
  const { due_date, state, answered_on, reply_document, outcome, unresolved_reason, cell_told_on, note } = petition;
  const official = petition.officials.length === 0 ? null : petition.officials.join('; ');
  const source = visit_id !== null ? 'visit' : meeting_id !== null ? 'meeting' : 'cell';
  return {
    ...{ id, code, date, cell_id, content, kind, field, authority, responsible_body_id },
    ...{ meeting_id, visit_id, raised_by, raised_by_member_id, received_on, forwarded_on, forward_document },
    ...{ due_date, state, answered_on, reply_document, outcome, unresolved_reason, cell_told_on, note },
    responsible_body: petition.body,
    official,
    source,
  } as const;
}

function placed({ cell_id, date }: Petition, organisations: OrganisationHistory, asOf: IsoDate) {
  const place = organisations.placeOn(cell_id, date === null ? asOf : asDay(date));
  return { cell: place?.name ?? '', grassroots: place?.grassroots ?? '' };
}

function standing(petition: Petition, book: PetitionBook, rule: RuleValue<'petition_done'>, asOf: IsoDate) {
  const isFirst = petition.matterId === petition.id;
  return {
    result: resultOf(petition.standing, rule, asOf),
    duplicate_of: isFirst ? null : petition.matterId,
    duplicate_of_code: isFirst ? null : (book.get(petition.matterId)?.code ?? null),
    mentions: book.mentions(petition.matterId).length,
    overdue: isFirst && isOverdue(petition.due_date, petition.standing, asOf),
    answered_not_told: isFirst && isAnsweredNotTold(petition.standing, asOf),
    due_soon: isFirst && isDueSoon(petition, asOf),
    open: isFirst && !isDone(petition.standing, rule, asOf),
  };
}
