import { join } from 'node:path';
import { createRouterClient, ORPCError } from '@orpc/server';
import { sql } from 'kysely';
import { contract } from '../../../electron/contract/index.ts';
import { checkOffice } from '../../../electron/data/office-file/check-office.ts';
import { router } from '../../../electron/data/router.ts';
import { cleanLine, cleanText } from '../../../electron/data/vietnamese/clean-text.ts';
import { type PeopleOffice, peopleOffice } from '../people-forms.ts';
import { type Asked, inputOfShape, type Place, proceduresOf, textFields } from './contract-inputs.ts';

/** Open, close and lock the office, or say who works in it: asked by tests of their own. */
const ending = /^(?:access|opening)\.|^office\.(?:create|open|close)$|^backups\.restore$|^people\.(?:save|choose)$/u;

/** A text of an input and the mark it begins with, by which it is found again. */
interface Sent {
  mark: string;
  text: string;
}

/** What became of a call: null where it was answered, else why it was refused. */
export type Outcome = { refused: string | null; bug: string | null; changed: string[] };

/** A small office that is asked everything in every way; `people-forms.ts` says what is in it. */
export class HostileOffice {
  readonly #made: PeopleOffice;
  readonly #rooms: object;
  readonly procedures: readonly Asked[];
  #sent = 0;

  private constructor(made: PeopleOffice) {
    this.#made = made;
    this.#rooms = createRouterClient(router, { context: { session: made.session } });
    this.procedures = proceduresOf(contract).filter(({ room, name }) => !ending.test(`${room}.${name}`));
  }

  static async open(): Promise<HostileOffice> {
    return new HostileOffice(await peopleOffice());
  }

  get folder(): string {
    return this.#made.folder;
  }

  close(): void {
    this.#made.close();
  }

  /** Every open string of every procedure. */
  fields(): { asked: Asked; at: Place }[] {
    return this.procedures.flatMap((asked) =>
      (asked.input ? textFields(asked.input) : []).map(({ at }) => ({ asked, at })),
    );
  }

  /** Asks with the text in one field, with little beside it. */
  askWith(asked: Asked, field: Place, text: string): Promise<Outcome> {
    const is = (at: Place) => at.length === field.length && begins(at, field);
    return this.#ask(
      asked,
      (at) => begins(at, field),
      (at) => (is(at) ? text : null),
    );
  }

  /** Asks with everything there is to say, each text another but for ids of records, which are real. */
  askWithAll(asked: Asked, texts: readonly string[]): Promise<Outcome> {
    let next = this.#sent;
    return this.#ask(
      asked,
      () => true,
      (_at, known) => (known ? null : (texts[next++ % texts.length] ?? '')),
    );
  }

  /** Asks for something ordinary, with keys in every object that name the prototype of all objects. */
  askPolluted(asked: Asked): Promise<Outcome> {
    return this.#ask(
      asked,
      (at) => at.length < 4,
      () => null,
      polluted,
    );
  }

  async #ask(
    asked: Asked,
    has: (at: Place) => boolean,
    textAt: (at: Place, known: boolean) => string | null,
    last: (input: unknown) => unknown = (input) => input,
  ): Promise<Outcome> {
    const { room, name, input: shape } = asked;
    const ids = await this.#ids(asked);
    const longest = new Map((shape ? textFields(shape) : []).map((field) => [field.at.join('.'), field.longest]));
    const sent: Sent[] = [];
    const text = (at: Place, key: string): string => {
      const id = ids.get(key);
      const given = textAt(at, id !== undefined);
      if (given === null) return id ?? mild[key] ?? 'Văn bản';
      this.#sent += 1;
      const mark = `ZQ${this.#sent}X`;
      const marked = `${mark}${given}`.slice(0, longest.get(at.join('.')));
      sent.push({ mark, text: marked });
      // A path outside would be the tester's own file.
      return key === 'path' ? join(this.folder, marked.replaceAll(/[/\\]|\.\./gu, '_')) : marked;
    };
    const input = shape ? inputOfShape(shape, { has, text }) : undefined;
    const before = await this.#lastChange();
    const outcome = await answerOf(Reflect.get(Object(Reflect.get(this.#rooms, room)), name), last(input));
    return { ...outcome, changed: await this.#changedTexts(before, sent) };
  }

  /** A record's id, or a code, for every key of the input that asks for one. */
  async #ids({ room, name, input }: Asked): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const { at } of input ? textFields(input) : []) {
      const key = at.findLast((step) => !/^[0*]$/u.test(step)) ?? '';
      const table = tableOfKey.find(([pattern]) => pattern.test(key))?.[1] ?? tableOfId(room, name, key);
      const id = table === undefined || found.has(key) ? undefined : await this.#latestId(table);
      if (id !== undefined) found.set(key, id);
    }
    return found;
  }

  async #latestId(table: string): Promise<string | undefined> {
    const of = table === 'cell' ? sql`organisation where kind = 'cell'` : sql.table(table);
    const { rows } = await sql<{ id: string }>`select id from ${of} order by rowid desc limit 1`.execute(
      this.#made.session.office.db,
    );
    return rows[0]?.id;
  }

  async #lastChange(): Promise<number> {
    const { db } = this.#made.session.office;
    const row = await db
      .selectFrom('audit_log')
      .select((eb) => eb.fn.max('sequence').as('last'))
      .executeTakeFirst();
    return row?.last ?? 0;
  }

  /** What was written of a text and is not the whole of it, cleaned; names of files keep what a file system takes. */
  async #changedTexts(after: number, sent: readonly Sent[]): Promise<string[]> {
    const { db } = this.#made.session.office;
    const rows = await db
      .selectFrom('audit_log')
      .select('after')
      .where('sequence', '>', after)
      .where('entity', 'not in', ['handed_over', 'attachment'])
      .execute();
    const written = rows.flatMap(({ after: json }) => stringsIn(json));
    return sent.flatMap(({ mark, text }) => {
      const whole = [cleanText(text), cleanLine(text)];
      return written
        .filter((value) => value.includes(mark) && !whole.some((one) => value.includes(one)))
        .map((value) => `${JSON.stringify(value.slice(0, 200))} instead of ${JSON.stringify(text.slice(0, 200))}`);
    });
  }

  /** What stands in the file's own schema: tables, triggers, indexes. */
  async schema(): Promise<unknown> {
    const { rows } = await sql`select type, name, sql from sqlite_schema order by name`.execute(
      this.#made.session.office.db,
    );
    return rows;
  }

  /** What is wrong with the file. */
  broken(): Promise<string[]> {
    return this.#made.session.office.maintain((connection) =>
      checkOffice(connection).checks.flatMap(({ name, found }) => found.map((what) => `${name}: ${what}`)),
    );
  }
}

/** As JSON brings it: keys of its own called `__proto__`, which an object in a program's text cannot have. */
function polluted(input: unknown): unknown {
  if (input === undefined) return input;
  const harm = '{"polluted":"yes","toString":"x"}';
  const keys = `"__proto__":${harm},"constructor":{"prototype":${harm}},"prototype":${harm}`;
  return JSON.parse(JSON.stringify(input).replaceAll('{"', `{${keys},"`).replaceAll('{}', `{${keys}}`));
}

async function answerOf(procedure: unknown, input: unknown): Promise<Pick<Outcome, 'refused' | 'bug'>> {
  if (typeof procedure !== 'function') throw new TypeError('no such procedure');
  try {
    const answer: unknown = await procedure(input);
    if (isEvents(answer)) for await (const _ of answer);
    return { refused: null, bug: null };
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'REFUSED') return { refused: error.message, bug: null };
    return { refused: null, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function isEvents(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function begins(start: Place, whole: Place): boolean {
  return start.every((key, index) => whole[index] === key);
}

/** Every string in what is written, also in JSON that is written as text. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    if (!/^[[{]/u.test(value)) return [value];
    try {
      const inside: unknown = JSON.parse(value);
      return typeof inside === 'object' ? stringsIn(inside) : [value];
    } catch {
      return [value];
    }
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [key, ...stringsIn(part)]);
}

const mild: Readonly<Record<string, string>> = { code: 'BC-05', period: '2025-01' };

/** The table that a key of an input names a record of. */
const tableOfKey: readonly (readonly [RegExp, string])[] = [
  [/cell_id|^cell$/u, 'cell'],
  [/official_id|preparer_id|substitute_id|on_behalf_of_id/u, 'official'],
  [/member_id/u, 'member'],
  [/meeting_id/u, 'meeting'],
  [/^visit_id$/u, 'visit'],
  [/term_id/u, 'term'],
  [/event_id/u, 'membership_event'],
  [/thematic_plan_id/u, 'thematic_plan'],
  [/theme_id/u, 'theme'],
  [
    /organisation_id|^unit$|parent_id|committee_id|child_ids|target_ids|scope_id|absorbed|leaving|move_to|area_id/u,
    'organisation',
  ],
];

const tableOfRoom: Readonly<Record<string, string>> = {
  ...{ members: 'member', organisations: 'organisation', officials: 'official', meetings: 'meeting' },
  ...{ petitions: 'petition', visits: 'visit', regulations: 'regulation', attachments: 'attachment', rules: 'rule' },
  ...{ settings: 'term', themes: 'theme', schedule: 'planned_visit', ratings: 'scoring_sheet' },
  ...{ frozen: 'frozen_report', register: 'issued_document', imports: 'import_run', people: 'office_user' },
};

function tableOfId(room: string, name: string, key: string): string | undefined {
  if (!/^ids?$/u.test(key)) return undefined;
  if (name === 'saveDecision') return 'decision';
  if (/Team$/u.test(name)) return 'team';
  if (/Code$/u.test(name)) return 'code_list';
  return /Post$/u.test(name) ? 'cell_committee_member' : tableOfRoom[room];
}
