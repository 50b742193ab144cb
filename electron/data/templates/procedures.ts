import { safeFileName, writeFileAtomically } from '../documents/file-output.ts';
import { profileForDate } from '../documents/profile.ts';
import { SochiboError } from '../errors.ts';
import { os } from '../procedures.ts';
import type { Document } from '../reporting/document.ts';
import { documents } from '../reporting/reports/documents.ts';
import { documentOf } from '../reporting/run-document.ts';
import { today } from '../today.ts';
import type { DocumentTags } from './check-template.ts';
import { commonTags } from './common-facts.ts';
import { guardTemplate } from './guard-template.ts';
import { keepTemplate, readTemplates, removeTemplate, templateContent } from './office-templates.ts';
import { relationTags } from './relation-tags.ts';
import { starterDocument } from './starter.ts';

/** What a template of a kind may name: what every document has, and its own. */
function tagsOf({ tags }: Document): DocumentTags {
  return {
    facts: [...new Set([...commonTags, ...tags.facts, ...relationTags.facts])],
    lists: { ...tags.lists, ...relationTags.lists },
  };
}

/** Refuses a file that may not be a template at all; then every fault of its tags. */
async function problemsOf({ code, name, content }: { code: string; name: string; content: string }) {
  const bytes = Buffer.from(content, 'base64');
  await guardTemplate(bytes, name);
  // Only here, for its library is a tenth of what the program loads to start.
  const { checkTemplate } = await import('./check-template.ts');
  return { bytes, problems: checkTemplate(bytes, tagsOf(documentOf(code))) };
}

export const templateProcedures = os.templates.router({
  list: os.templates.list.handler(async ({ context: { session } }) => {
    const own = await readTemplates(session.office.db);
    return documents.map((kind) => {
      const { facts, lists } = tagsOf(kind);
      const { code, title } = kind;
      return {
        ...{ code, title, facts: [...facts], template: own.get(code) ?? null },
        lists: Object.entries(lists).map(([name, tags]) => ({ name, tags: [...tags] })),
      };
    });
  }),
  check: os.templates.check.handler(async ({ input }) => (await problemsOf(input)).problems),
  save: os.templates.save.handler(async ({ context: { session }, input }) => {
    const { bytes, problems } = await problemsOf(input);
    const [first] = problems;
    if (first) {
      const more = problems.length > 1 ? ` Còn ${problems.length - 1} lỗi khác.` : '';
      throw new SochiboError('wrong_arguments', `Mẫu ${input.name} chưa dùng được. ${first.message}${more}`);
    }
    await session.office.write('Dùng mẫu văn bản riêng', `${documentOf(input.code).title}: ${input.name}`, (db) =>
      keepTemplate(db, input.code, input.name, bytes),
    );
    return null;
  }),
  restore: os.templates.restore.handler(async ({ context: { session }, input }) => {
    await session.office.write('Trở về mẫu văn bản gốc', documentOf(input.code).title, (db) =>
      removeTemplate(db, input.code),
    );
    return null;
  }),
  file: os.templates.file.handler(async ({ context: { session }, input }) => {
    const own = await templateContent(session.office.db, input.code);
    if (!own) throw new SochiboError('not_found', 'Loại văn bản này đang dùng bố cục của chương trình.');
    const path = session.files.reserve(safeFileName(own.name));
    await writeFileAtomically(path, own.content);
    return { file: session.files.register(path) };
  }),
  starter: os.templates.starter.handler(async ({ context: { session }, input }) => {
    const kind = documentOf(input.code);
    const path = session.files.reserve(safeFileName(`Các thẻ của mẫu ${kind.title}.docx`));
    const { writeDocx } = await import('../documents/docx-writer.ts');
    const document = starterDocument(kind.title, tagsOf(kind));
    await writeFileAtomically(path, await writeDocx(document, profileForDate(session.formatProfiles, today())));
    return { file: session.files.register(path) };
  }),
});
