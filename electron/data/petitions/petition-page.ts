import type { Kysely } from 'kysely';
import type { PetitionRecord, PetitionStep } from '../../contract/petitions.ts';
import { SochiboError } from '../errors.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { asDay } from './days.ts';
import { stepsFrom } from './life-cycle.ts';
import { listPetitions } from './list-petitions.ts';
import { sameMatter } from './matters.ts';

export interface PetitionPage {
  petition: PetitionRecord;
  /** Every mention of the matter, the first one first. */
  matter: PetitionRecord[];
  /** What may be recorded next, the usual step first; nothing on a repeated mention: its first mention carries the matter. */
  steps: PetitionStep[];
}

/** One petition with its matter. Throws `not_found`. */
export async function petitionPage(db: Kysely<Tables>, id: string, asOf: IsoDate): Promise<PetitionPage> {
  const all = await listPetitions(db, asOf);
  const petition = all.find((candidate) => candidate.id === id);
  if (!petition) throw new SochiboError('not_found', 'Không có ý kiến, kiến nghị này trong sổ. Xem lại danh sách.');
  const first = petition.duplicate_of ?? petition.id;
  const { state, answered_on: answeredOn, cell_told_on: toldOn } = petition;
  return {
    petition,
    matter: all.filter((other) => other.id === first || other.duplicate_of === first),
    steps: petition.duplicate_of === null ? stepsFrom({ state, answeredOn, toldOn }) : [],
  };
}

/** Petitions that may be the same matter, the likeliest first (handbook R37). */
export async function similarPetitions(
  db: Kysely<Tables>,
  asked: { id?: string | undefined; cell_id: string; content: string; date: string },
): Promise<{ petition: PetitionRecord; likeness: number; same_cell: boolean }[]> {
  const day = asDay(asked.date);
  const [all, organisations] = await Promise.all([listPetitions(db, day), readOrganisationHistory(db)]);
  const place = (cellId: string) => ({ cellId, grassrootsId: organisations.grassrootsOf(cellId, day) });
  const mentions = all.map((petition) => ({
    id: petition.id,
    content: petition.content,
    duplicateOfId: petition.duplicate_of,
    petition,
    ...place(petition.cell_id),
  }));
  const likely = sameMatter({ id: asked.id ?? null, content: asked.content, ...place(asked.cell_id) }, mentions);
  return likely.slice(0, proposals).map(({ mention: { petition }, likeness }) => ({
    petition,
    likeness,
    same_cell: petition.cell_id === asked.cell_id,
  }));
}

/** More than this nobody reads. */
const proposals = 8;
