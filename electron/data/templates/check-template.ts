import Docxtemplater from 'docxtemplater';
import { distance } from 'fastest-levenshtein';
import PizZip from 'pizzip';
import { z } from 'zod';
import type { TemplateProblem } from '../../contract/templates.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { searchKey } from '../vietnamese/fold.ts';
import { readingOptions } from './fill-template.ts';
import { tagKey } from './tag-key.ts';

/** The tags of one kind of document: single facts, and lists with the tags inside their rows. */
export interface DocumentTags {
  facts: readonly string[];
  lists: Readonly<Record<string, readonly string[]>>;
}

/** Every fault of a template, in the order they were met; none: it may be kept. */
export function checkTemplate(template: Buffer, tags: DocumentTags): TemplateProblem[] {
  const found: TagInFile[] = [];
  const collector = {
    name: 'collect-tags',
    set: (told: unknown) => {
      const parsed = parsedPart.safeParse(told);
      if (parsed.success) found.push(...parsed.data.inspect.postparsed.flatMap(tagsOf));
    },
  };
  try {
    new Docxtemplater(new PizZip(template), { ...readingOptions, modules: [collector] });
  } catch (error) {
    return faultsOf(error).map((one) => described(one, allTags(tags)));
  }
  return unknownTags(found, tags);
}

/** A tag as it stands in the file, with those between its opening and its closing. */
interface TagInFile {
  tag: string;
  isLoop: boolean;
  within: string[];
}

/** What docxtemplater tells its modules of a part of the file once it has read it. */
const parsedPart = z.object({ inspect: z.object({ postparsed: z.array(z.unknown()) }) });
const placeholder = z.object({
  type: z.literal('placeholder'),
  value: z.string(),
  module: z.string().optional(),
  subparsed: z.array(z.unknown()).optional(),
});

function tagsOf(part: unknown): TagInFile[] {
  const read = placeholder.safeParse(part);
  if (!read.success) return [];
  const { value, module = '', subparsed = [] } = read.data;
  const inside = subparsed.flatMap(tagsOf);
  return [{ tag: value, isLoop: module === 'loop', within: inside.flatMap(({ tag, within }) => [tag, ...within]) }];
}

function unknownTags(found: readonly TagInFile[], { facts, lists }: DocumentTags): TemplateProblem[] {
  const known = new Set(facts.map(tagKey));
  const rowsOf = new Map(Object.entries(lists).map(([list, rows]) => [tagKey(list), { list, rows }]));
  return found.flatMap(({ tag, isLoop, within }): TemplateProblem[] => {
    const rows = rowsOf.get(tagKey(tag));
    if (rows) {
      if (!isLoop) {
        return [
          problem(
            tag,
            `Thẻ {${tag}} là danh sách, phải viết {#${rows.list}}…{/${rows.list}} quanh phần lặp lại.`,
            `{#${rows.list}}`,
          ),
        ];
      }
      // Facts of the document may stand in a row, too.
      const here = new Set([...known, ...rows.rows.map(tagKey)]);
      return within
        .filter((name) => !here.has(tagKey(name)))
        .map((name) => unknown(name, rows.rows, ` trong danh sách {#${rows.list}}`));
    }
    // `{#Fact}…{/Fact}` prints its inside where there is something to say.
    if (known.has(tagKey(tag))) {
      return within.filter((name) => !known.has(tagKey(name))).map((name) => unknown(name, facts, ''));
    }
    return [unknown(tag, allTags({ facts, lists }), '')];
  });
}

function allTags({ facts, lists }: DocumentTags): string[] {
  return [...facts, ...Object.keys(lists), ...Object.values(lists).flat()];
}

function unknown(tag: string, candidates: readonly string[], where: string): TemplateProblem {
  const nearest = nearestTo(tag, candidates);
  const advice = nearest === null ? 'Xem danh sách thẻ.' : `Có phải là {${nearest}}?`;
  return problem(tag, `Không có thẻ {${tag}}${where}. ${advice}`, nearest === null ? null : `{${nearest}}`);
}

function problem(tag: string | null, message: string, nearest: string | null): TemplateProblem {
  return { tag, message, nearest };
}

/** The known tag that is least apart without marks; null when none is near. */
function nearestTo(tag: string, candidates: readonly string[]): string | null {
  const typed = searchKey(tag);
  const [best] = candidates
    .map((candidate) => ({ candidate, apart: distance(typed, searchKey(candidate)) }))
    .sort((a, b) => a.apart - b.apart);
  return best && best.apart <= Math.max(2, typed.length / 2) ? best.candidate : null;
}

/** What docxtemplater says of a fault; its errors are plain objects with these properties. */
const fault = z.object({
  properties: z.object({
    id: z.string(),
    xtag: z.string().optional(),
    /** More of the words around it than `xtag`, which ends at the first blank. */
    context: z.string().optional(),
    openingtag: z.string().optional(),
  }),
});
const severalFaults = z.object({
  properties: z.object({ id: z.literal('multi_error'), errors: z.array(z.unknown()) }),
});

type Fault = { id: string; tag: string | null };

function faultsOf(error: unknown): Fault[] {
  const several = severalFaults.safeParse(error);
  if (several.success) return several.data.properties.errors.flatMap(faultsOf);
  const one = fault.safeParse(error);
  if (!one.success) throw error;
  const { id, xtag, context, openingtag } = one.data.properties;
  return [{ id, tag: openingtag ?? context ?? xtag ?? null }];
}

/** What went wrong and what to do; `%` is the tag. */
const words: Readonly<Record<string, string>> = {
  unclosed_tag: 'Thẻ {% chưa có dấu } đóng. Thêm dấu } ngay sau tên thẻ.',
  unopened_tag: 'Chỗ "%" có dấu } mà không có dấu { mở. Thêm dấu { trước tên thẻ, hoặc bỏ dấu }.',
  duplicate_open_tag: 'Chỗ "%" có hai dấu { liền nhau. Bỏ bớt một dấu.',
  duplicate_close_tag: 'Chỗ "%" có hai dấu } liền nhau. Bỏ bớt một dấu.',
  unclosed_loop: 'Danh sách {#%} chưa kết thúc. Thêm {/%} sau phần lặp lại.',
  unopened_loop: 'Có {/%} mà không có {#%} mở đầu. Thêm {#%} trước phần lặp lại.',
  closing_tag_does_not_match_opening_tag: 'Danh sách {#%} kết thúc bằng tên khác. Đóng đúng tên danh sách đã mở.',
  unbalanced_loop_tags:
    'Danh sách {#%} mở ở một chỗ trong bảng và đóng ở chỗ khác. Đặt cả hai trong cùng một dòng của bảng.',
  loop_position_invalid: 'Danh sách {#%} đặt sai chỗ. Đặt hai thẻ trong cùng một ô, một dòng hoặc một đoạn.',
  file_has_invalid_xml: 'Tệp Word bị hỏng bên trong. Mở bằng Word, lưu lại rồi chọn lại.',
};

function described({ id, tag }: Fault, known: readonly string[]): TemplateProblem {
  const bare = tag === null ? null : cleanLine(tag.replace(/^[#/^@{]+|[}]+$/gu, '')).slice(0, 60);
  const message = (words[id] ?? 'Chỗ "%" không đọc được như một thẻ. So với danh sách thẻ rồi viết lại.').replaceAll(
    '%',
    bare ?? '',
  );
  const nearest = bare === null ? null : nearestTo(bare, known);
  return problem(bare, message, nearest === null ? null : `{${nearest}}`);
}
