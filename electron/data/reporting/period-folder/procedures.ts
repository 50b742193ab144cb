import { runJob } from '../../jobs/procedures.ts';
import { os } from '../../procedures.ts';
import { documentSource } from '../document-procedures.ts';
import { parsePeriod } from '../period.ts';
import { decapitalised } from '../reports/prose/phrases.ts';
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
  make: os.folders.make.handler(({ context: { session }, input }) =>
    runJob(session, {
      ...{ kind: 'folder', title: `Lập hồ sơ ${decapitalised(parsePeriod(input.period).label)}` },
      run: (course) => makeFolder(session, input, { codes: input.codes, ...course }),
      result: ({ zip, folder, files, failed }) => ({
        message: `Đã lập ${files.length} tệp.`,
        ...{ file: zip, folder },
        notes: failed.map(({ name, reason }) => `Không lập được ${name}: ${reason}`),
      }),
    }),
  ),
});
