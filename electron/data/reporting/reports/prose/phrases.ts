import type { FigureRun, WrittenParagraph } from '../../document.ts';

export type Run = string | FigureRun;
/** Part of a sentence: words, with the figures among them. */
export type Phrase = readonly Run[];

/** say`Có ${figure} chi bộ: ${names}.` Words and figures in a row; neighbouring words become one run. */
export function say(texts: TemplateStringsArray, ...parts: readonly (Run | Phrase)[]): Phrase {
  return together(texts.flatMap((text, index) => [text, ...runsOf(parts[index] ?? '')]));
}

/** `A`, `A và B`, `A, B và C` */
export function listed(items: readonly Phrase[]): Phrase {
  return together(
    items.flatMap((item, index): Phrase => {
      if (index === 0) return item;
      return [index === items.length - 1 ? ' và ' : ', ', ...item];
    }),
  );
}

/** Clauses of one sentence that hold commas themselves: `A; B; C`. */
export function clauses(items: readonly Phrase[]): Phrase {
  return together(items.flatMap((item, index): Phrase => (index === 0 ? item : ['; ', ...item])));
}

/** The first `limit` items, then what `others` says of those left out; one item more than the limit is still named. */
export function capped<T>(
  items: readonly T[],
  limit: number,
  { named, others }: { named: (item: T) => Phrase; others: (left: readonly T[]) => Phrase },
): Phrase {
  if (items.length <= limit + 1) return listed(items.map(named));
  return listed([...items.slice(0, limit).map(named), others(items.slice(limit))]);
}

/** Begins with a capital, never with a figure (`Có 5 buổi …`), and ends with a full stop. */
export function sentence(phrase: Phrase): Phrase {
  const [first, ...rest] = together(phrase);
  if (first === undefined) return [];
  const begun =
    typeof first === 'string'
      ? [capitalised(first), ...rest]
      : [...(/^\d/u.test(first.text) ? ['Có '] : []), first, ...rest];
  const last = begun.at(-1);
  return typeof last === 'string' && /[.!?…:\]]["”]?$/u.test(last) ? begun : together([...begun, '.']);
}

/** One paragraph of these sentences; none where there is nothing to say. */
export function written(key: string, sentences: readonly (Phrase | null)[], mark?: '-' | '+'): WrittenParagraph[] {
  const said = sentences
    .filter((phrase) => phrase !== null && phrase.length > 0)
    .map((phrase) => sentence(phrase ?? []));
  if (said.length === 0) return [];
  const runs = together(said.flatMap((phrase, index): Phrase => (index === 0 ? phrase : [' ', ...phrase])));
  return [{ kind: 'written', key, ...(mark === undefined ? {} : { mark }), runs }];
}

/** What a reader reads. */
export function plain(phrase: Phrase): string {
  return phrase.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}

export function decapitalised(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
}

function runsOf(part: Run | Phrase): Phrase {
  return isRun(part) ? [part] : part;
}

function isRun(part: Run | Phrase): part is Run {
  return typeof part === 'string' || 'figure' in part;
}

function together(runs: Phrase): Phrase {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (run === '') continue;
    if (typeof run === 'string' && typeof last === 'string') merged[merged.length - 1] = last + run;
    else merged.push(run);
  }
  return merged;
}
