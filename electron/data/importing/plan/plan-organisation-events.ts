import type { OrganisationEventKind } from '../../schema/column-types.ts';
import { addDays } from '../../vietnamese/dates.ts';
import type { OrganisationEventDraft, OrganisationEventSheetDraft } from '../drafts/organisation-events.ts';
import { nameColumns, type OrganisationBook } from '../match/organisation-book.ts';
import type { SheetContext } from '../sheet-context.ts';
import { canonicalCellName, cellKey } from '../values/organisation-names.ts';
import { changeFrom } from './dated-rows.ts';
import type { Records } from './records.ts';

/** The organisation a change is about and, for splits and mergers, the other one. */
interface Affected {
  id: string;
  otherId: string | null;
}

/** Applies renames, new set days, splits and mergers, each from its day on, and keeps them as events. */
export function planOrganisationEvents(
  sheets: readonly OrganisationEventSheetDraft[],
  book: OrganisationBook,
  records: Records,
): void {
  for (const { context, rows } of sheets) {
    for (const draft of rows) {
      const committeeId = draft.committee === null ? null : book.findCommittee(draft.committee);
      if (draft.committee !== null && committeeId === null) {
        context.report(draft.row, 'grassroots', 'unknown_organisation', { value: draft.committee });
        continue;
      }
      const affected = new ChangePlanner(context, draft, committeeId, book).apply();
      book.changed();
      if (affected) noteEvent(context, draft, affected, book, records);
    }
  }
}

class ChangePlanner {
  readonly #context: SheetContext;
  readonly #draft: OrganisationEventDraft;
  readonly #committeeId: string | null;
  readonly #book: OrganisationBook;

  constructor(
    context: SheetContext,
    draft: OrganisationEventDraft,
    committeeId: string | null,
    book: OrganisationBook,
  ) {
    this.#context = context;
    this.#draft = draft;
    this.#committeeId = committeeId;
    this.#book = book;
  }

  apply(): Affected | null {
    const { change } = this.#draft;
    switch (change.kind) {
      case 'rename':
        return this.#rename(change.oldName, change.newName);
      case 'meeting_day':
        return this.#moveDay(change.cell, change.from, change.to);
      case 'split':
        return this.#create(change.created, this.#find(change.from));
      case 'create':
        return this.#create(change.cell, null);
      case 'merge':
        return this.#merge(change.dissolved, change.into);
      case 'dissolve': {
        const id = this.#find(change.cell);
        return id === null ? null : this.#end(id, null);
      }
    }
  }

  #find(name: string, silent = false): string | null {
    const lookup = this.#book.findCell(name, this.#committeeId, this.#draft.date);
    if (lookup.found !== null) return lookup.found;
    if (!silent) {
      const code = lookup.reason === 'unknown' ? 'unknown_cell' : 'ambiguous_cell';
      this.#context.report(this.#draft.row, 'content', code, { value: name, name: this.#draft.committee ?? '' });
    }
    return null;
  }

  #rename(oldName: string, newName: string): Affected | null {
    const id = this.#find(newName, true) ?? this.#find(oldName);
    if (id === null) return null;
    const versions = this.#book.versionsOf(id);
    const name = (text: string) => {
      const known = versions.find((version) => cellKey(version.name) === cellKey(text));
      return nameColumns(known?.name ?? canonicalCellName(text));
    };
    changeFrom(this.#book.versions, versions, this.#draft.date, { before: name(oldName), after: name(newName) });
    return { id, otherId: null };
  }

  #moveDay(cell: string, from: number, to: number): Affected | null {
    const id = this.#find(cell);
    if (id === null) return null;
    changeFrom(this.#book.days, this.#book.daysOf(id), this.#draft.date, {
      before: { day: from },
      after: { day: to, document: this.#draft.document },
    });
    return { id, otherId: null };
  }

  #create(name: string, otherId: string | null): Affected | null {
    const id = this.#find(name);
    const organisation = id === null ? undefined : this.#book.organisations.get(id);
    if (!organisation) return null;
    organisation.valid_from ??= this.#draft.date;
    const [first] = this.#book.versionsOf(organisation.id);
    if (first) first.valid_from ??= this.#draft.date;
    return { id: organisation.id, otherId };
  }

  #merge(dissolved: string, into: string): Affected | null {
    const intoId = this.#find(into);
    if (intoId === null) return null;
    const known = this.#find(dissolved, true);
    return this.#end(known ?? this.#recallDissolved(dissolved, intoId), intoId);
  }

  /** A cell that ended before the list was made is in no row: it is kept with what its successor has. */
  #recallDissolved(name: string, intoId: string): string {
    const { date } = this.#draft;
    const successor = this.#book.versionOn(intoId, date);
    const parentId = successor?.parent_id ?? this.#committeeId ?? this.#book.rootId;
    const version = this.#book.add(this.#book.kindOf(intoId) ?? 'cell', canonicalCellName(name), parentId);
    const id = version.organisation_id;
    if (successor) {
      const { cell_type, is_residential, position } = successor;
      Object.assign(version, { cell_type, is_residential, position });
    }
    const day = this.#book.daysOf(intoId).find((row) => row.valid_to === null || row.valid_to >= date)?.day;
    if (day !== undefined) {
      this.#book.days.add((rowId) => ({
        id: rowId,
        organisation_id: id,
        day,
        document: null,
        valid_from: null,
        valid_to: null,
      }));
    }
    this.#context.report(this.#draft.row, 'content', 'assumed_from_successor', {
      name: version.name,
      other: successor?.name ?? '',
    });
    return id;
  }

  /** Closes the organisation and its last name on the eve of the day. */
  #end(id: string, otherId: string | null): Affected {
    const eve = addDays(this.#draft.date, -1);
    const organisation = this.#book.organisations.get(id);
    for (const row of [organisation, this.#book.versionsOf(id).at(-1)]) {
      if (row) row.valid_to ??= eve;
    }
    return { id, otherId };
  }
}

function noteEvent(
  context: SheetContext,
  draft: OrganisationEventDraft,
  { id, otherId }: Affected,
  book: OrganisationBook,
  records: Records,
): void {
  const kind: OrganisationEventKind = draft.change.kind;
  const known = [...book.events.all()].find(
    (event) => event.organisation_id === id && event.kind === kind && event.date === draft.date,
  );
  const event =
    known ??
    book.events.add((eventId) => ({
      id: eventId,
      kind,
      date: draft.date,
      organisation_id: id,
      other_id: otherId,
      document: draft.document,
      detail: draft.detail,
    }));
  records.note(context, draft.row.number, 'organisation_event', event.id);
  records.note(context, draft.row.number, 'organisation', id);
}
