import { loadOfficePresets } from '../office-file/presets.ts';
import { os } from '../procedures.ts';
import { addCode, changeCode, moveCode, readCodeLists } from './code-lists.ts';
import { readLevelNames, readSigning, readTerms } from './read-settings.ts';
import { removeTerm, saveOffice, saveSigning, saveTerm } from './save-settings.ts';

export const settingsProcedures = os.settings.router({
  get: os.settings.get.handler(async ({ context: { session } }) => {
    const { db } = session.office;
    const presets = loadOfficePresets(session.options.resourcesDir);
    const [office, signing, level_names, terms] = await Promise.all([
      db
        .selectFrom('office')
        .select(['name', 'level', 'superior', 'place', 'issuer', 'advisory_body', 'body_code', 'report_receiver'])
        .executeTakeFirstOrThrow(),
      readSigning(db, presets),
      readLevelNames(db),
      readTerms(db),
    ]);
    const levels = ['commune', 'district', 'province'] as const;
    return { office, signing, level_names, terms, presets: levels.map((level) => ({ level, ...presets[level] })) };
  }),
  saveOffice: os.settings.saveOffice.handler(({ context: { session }, input }) =>
    session.office.write('Sửa thông tin cơ quan', input.office.name, async (db) => {
      await saveOffice(db, input.office, input.level_names);
      return null;
    }),
  ),
  saveSigning: os.settings.saveSigning.handler(({ context: { session }, input }) =>
    session.office.write('Sửa người ký, nơi nhận', '', async (db) => {
      await saveSigning(db, input);
      return null;
    }),
  ),
  saveTerm: os.settings.saveTerm.handler(({ context: { session }, input }) =>
    session.office.write('Ghi nhiệm kỳ', input.name, async (db) => ({ id: await saveTerm(db, input) })),
  ),
  removeTerm: os.settings.removeTerm.handler(({ context: { session }, input }) =>
    session.office.write('Xóa nhiệm kỳ', '', async (db) => {
      await removeTerm(db, input.id);
      return input;
    }),
  ),
  codeLists: os.settings.codeLists.handler(({ context: { session } }) => readCodeLists(session.office.db)),
  addCode: os.settings.addCode.handler(({ context: { session }, input }) =>
    session.office.write('Thêm mục vào danh mục', input.label, async (db) => ({
      id: await addCode(db, input.list, input.label),
    })),
  ),
  changeCode: os.settings.changeCode.handler(({ context: { session }, input }) =>
    session.office.write('Sửa mục của danh mục', input.label, async (db) => {
      await changeCode(db, input);
      return { id: input.id };
    }),
  ),
  moveCode: os.settings.moveCode.handler(({ context: { session }, input }) =>
    session.office.write('Xếp lại danh mục', '', async (db) => {
      await moveCode(db, input.id, input.by);
      return { id: input.id };
    }),
  ),
});
