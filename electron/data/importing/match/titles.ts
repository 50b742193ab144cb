import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { OfficeLevel, VisitorLevel } from '../../schema/column-types.ts';
import { nameKey, searchKey } from '../../vietnamese/fold.ts';

const level = z.enum(['province', 'district', 'commune']);

const definitions = z.object({
  groups: z.array(z.object({ group: z.string(), level: level.optional(), pattern: z.string() })),
  levels: z.array(z.object({ level, pattern: z.string() })),
  abbreviations: z.record(z.string(), z.string()),
});

/** What the titles of officials tell: their quota group, their level, and whether two spellings may be one title. */
export class TitleBook {
  readonly #definitions: z.infer<typeof definitions>;
  readonly #level: OfficeLevel;
  readonly #abbreviations: ReadonlyMap<string, string>;

  constructor(source: z.infer<typeof definitions>, officeLevel: OfficeLevel) {
    this.#definitions = source;
    this.#level = officeLevel;
    this.#abbreviations = new Map(
      Object.entries(source.abbreviations).map(([short, full]) => [searchKey(short), searchKey(full)]),
    );
  }

  /** The title group in this office (code list `title_groups`). */
  groupOf(title: string): string | null {
    const key = nameKey(title);
    const found = this.#definitions.groups.find(
      (rule) => (rule.level === undefined || rule.level === this.#level) && new RegExp(rule.pattern, 'u').test(key),
    );
    return found?.group ?? null;
  }

  /** The level of a visitor who is on no list, by the title beside the name. */
  levelOf(title: string | null): VisitorLevel {
    const key = nameKey(title ?? '');
    return this.#definitions.levels.find((rule) => new RegExp(rule.pattern, 'u').test(key))?.level ?? 'other';
  }

  /** Which share of the words of `written` is in `title`, abbreviations spelled out: 0 to 1. */
  likeness(written: string, title: string): number {
    const [words, known] = [this.#words(written), new Set(this.#words(title))];
    return words.length === 0 ? 0 : words.filter((word) => known.has(word)).length / words.length;
  }

  #words(title: string): string[] {
    return title
      .replaceAll('&', '')
      .split(/[\s,.\-()]+/u)
      .map(searchKey)
      .flatMap((word) => (this.#abbreviations.get(word) ?? word).split(' '))
      .filter((word) => word !== '');
  }
}

/** Reads `importing/titles.yaml`. */
export function loadTitleBook(resourcesDir: string, officeLevel: OfficeLevel): TitleBook {
  const text = readFileSync(join(resourcesDir, 'importing', 'titles.yaml'), 'utf8');
  return new TitleBook(definitions.parse(parse(text)), officeLevel);
}
