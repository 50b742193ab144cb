import { os } from '../../procedures.ts';
import { progressEvents } from '../../progress-events.ts';
import { documentSource } from '../document-procedures.ts';
import { makeFolder } from './make-folder.ts';
import { planFolder } from './plan-folder.ts';

export const folderProcedures = os.folders.router({
  contents: os.folders.contents.handler(async ({ context: { session }, input }) => {
    const entries = await planFolder(documentSource(session), input);
    return [...Map.groupBy(entries, ({ code }) => code)].flatMap(([code, ofKind]) => {
      const [first] = ofKind;
      return first ? [{ code, title: first.title, format: first.format, files: ofKind.length }] : [];
    });
  }),
  make: os.folders.make.handler(async function* ({ context: { session }, input, signal }) {
    const making = progressEvents((onProgress) =>
      makeFolder(session, input, { codes: input.codes, onProgress, signal }),
    );
    for await (const progress of making.events) yield { type: 'progress' as const, ...progress };
    yield { type: 'made' as const, ...(await making.result) };
  }),
});
