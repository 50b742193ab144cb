import type { Kysely } from 'kysely';
import type { Tables } from './database.ts';

/** The handles of runs, each with the number of the office's last change. */
const runs = new WeakMap<Kysely<Tables>, () => number>();

/**
 * The same database for one run: a folder of documents, a page, a report that quotes others. Through it the readers made
 * with `oncePerRun` read once what several of them ask. `lastChange` is a number that every change of the office moves:
 * what was read before a change is read anew after it. The readings go with the handle: make one for a run, keep none.
 */
export function forOneRun(db: Kysely<Tables>, lastChange: () => number): Kysely<Tables> {
  const handle = db.withoutPlugins();
  runs.set(handle, lastChange);
  return handle;
}

/**
 * A reader that reads once in a run what it is asked there; through any other database it reads each time. `key` tells
 * questions apart: of equal keys the answer is one and the same object, which nobody alters.
 */
export function oncePerRun<Asked extends unknown[], Answer>(
  read: (db: Kysely<Tables>, ...asked: Asked) => Promise<Answer>,
  key: (...asked: Asked) => string = () => '',
): (db: Kysely<Tables>, ...asked: Asked) => Promise<Answer> {
  const kept = new WeakMap<Kysely<Tables>, { change: number; answers: Map<string, Promise<Answer>> }>();
  return (db, ...asked) => {
    const change = runs.get(db)?.();
    if (change === undefined) return read(db, ...asked);
    let readings = kept.get(db);
    if (readings?.change !== change) {
      readings = { change, answers: new Map() };
      kept.set(db, readings);
    }
    const question = key(...asked);
    const answer = readings.answers.get(question) ?? read(db, ...asked);
    readings.answers.set(question, answer);
    return answer;
  };
}
