import { SochiboError } from '../errors.ts';
import { os } from '../procedures.ts';
import { listRegulations, quotaChoices } from './list-regulations.ts';
import { loadRegulationPresets } from './presets.ts';
import { endRegulation, loadPreset, saveRegulation } from './save-regulation.ts';

export const regulationProcedures = os.regulations.router({
  list: os.regulations.list.handler(({ context: { session } }) => listRegulations(session.office.db)),
  choices: os.regulations.choices.handler(({ context: { session } }) => quotaChoices(session.office.db)),
  presets: os.regulations.presets.handler(({ context: { session } }) =>
    loadRegulationPresets(session.options.resourcesDir).map(({ code, place, number_symbol, subject, quotas }) => ({
      code,
      place,
      number_symbol,
      subject,
      quotas: quotas.length,
    })),
  ),
  loadPreset: os.regulations.loadPreset.handler(async ({ context: { session }, input }) => {
    const preset = loadRegulationPresets(session.options.resourcesDir).find(({ code }) => code === input.code);
    if (!preset) throw new SochiboError('not_found', 'Không có mẫu quy định này.');
    const id = await session.office.write('Nạp mẫu quy định', preset.number_symbol, (db) => loadPreset(db, preset));
    return { id };
  }),
  save: os.regulations.save.handler(async ({ context: { session }, input }) => {
    const id = await session.office.write(
      input.id === null ? 'Ghi quy định' : 'Sửa quy định',
      input.form.number_symbol,
      (db) => saveRegulation(db, input.id, input.form),
    );
    return { id };
  }),
  end: os.regulations.end.handler(({ context: { session }, input }) =>
    session.office.write('Kết thúc quy định', `từ sau ngày ${input.valid_to}`, (db) =>
      endRegulation(db, input.id, input.valid_to),
    ),
  ),
});
