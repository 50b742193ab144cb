import { type HelpBlock, type HelpWords, helpMark } from '../../contract/help.ts';

/**
 * The small Markdown of the help pages: `##` headings, paragraphs, `-` and `1.` lists (a step of the guided hour begins
 * with the mark it ticks itself off by, `1. [members] …`), `>` notes, `![words](images/x.png)` on a line of its own.
 * Anything else is text; nothing becomes HTML. `picture` gives the data URL of an image. Throws on an unknown mark.
 */
export function readMarkdown(markdown: string, picture: (name: string) => string): HelpBlock[] {
  return markdown
    .split(/\n{2,}/u)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => readBlock(block, picture));
}

function readBlock(block: string, picture: (name: string) => string): HelpBlock {
  const image = /^!\[([^\]]*)\]\(images\/([\w-]+\.png)\)$/u.exec(block);
  if (image) return { kind: 'picture', words: image[1] ?? '', image: picture(image[2] ?? '') };
  if (block.startsWith('## ')) return { kind: 'heading', words: readWords(block.slice(3)) };
  if (block.startsWith('> ')) return { kind: 'note', words: readWords(joined(block.replaceAll(/^> ?/gmu, ''))) };
  if (/^(?:-|\d+\.) /u.test(block)) {
    const lines = block
      .split(/\n(?=(?:-|\d+\.) )/u)
      .map((item) => readItem(joined(item.replace(/^(?:-|\d+\.) /u, ''))));
    return { kind: block.startsWith('- ') ? 'list' : 'steps', lines };
  }
  return { kind: 'paragraph', words: readWords(joined(block)) };
}

function readItem(item: string) {
  const mark = /^\[([a-z]+)\] /u.exec(item);
  return mark
    ? { mark: helpMark.parse(mark[1]), words: readWords(item.slice(mark[0].length)) }
    : { mark: null, words: readWords(item) };
}

function joined(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ' ');
}

const special = /\*\*([^*]+)\*\*|`([^`]+)`|«([^»]+)»|\[([^\]]+)\]\(([^)\s]+)\)/gu;

/** A link goes to another page (`nhap-du-lieu.md`) or to a screen (`#/members`). */
function readWords(text: string): HelpWords[] {
  const words: HelpWords[] = [];
  let from = 0;
  const plain = (until: number) => {
    if (until > from) words.push({ kind: 'plain', text: text.slice(from, until) });
  };
  for (const found of text.matchAll(special)) {
    const [whole, strong, key, name, label, target] = found;
    plain(found.index);
    from = found.index + whole.length;
    if (strong !== undefined) words.push({ kind: 'strong', text: strong });
    else if (key !== undefined) words.push({ kind: 'key', text: key });
    else if (name !== undefined) words.push({ kind: 'name', text: name });
    else words.push({ kind: 'door', text: label ?? '', path: pathOf(target ?? '') });
  }
  plain(text.length);
  return words;
}

function pathOf(target: string): string {
  return target.startsWith('#/') ? target.slice(1) : `/help/${target.replace(/\.md$/u, '')}`;
}

/** The words of a page without its marks, as they are searched. */
export function textOf(blocks: readonly HelpBlock[]): string {
  const say = (words: readonly HelpWords[]) => words.map(({ text }) => text).join('');
  return blocks
    .map((block) => {
      if (block.kind === 'picture') return block.words;
      if ('lines' in block) return block.lines.map(({ words }) => say(words)).join(' ');
      return say(block.words);
    })
    .join(' ');
}
