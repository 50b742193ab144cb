import { expect, test } from 'vitest';
import { listRegulations, quotaChoices } from '../../electron/data/regulations/list-regulations.ts';
import { loadRegulationPresets } from '../../electron/data/regulations/presets.ts';
import { endRegulation, loadPreset, saveRegulation } from '../../electron/data/regulations/save-regulation.ts';
import { newOffice, refusal, resourcesDir } from '../support/office.ts';

const presets = loadRegulationPresets(resourcesDir);
const meetingKinds = ['regular', 'thematic', 'regular_with_thematic', 'extraordinary', 'cell_committee', 'congress'];

async function withSonLa() {
  const office = await newOffice();
  const [sonLa] = presets;
  if (!sonLa) throw new Error('no preset');
  const id = await office.write('Nạp mẫu', '', (db) => loadPreset(db, sonLa));
  return { office, sonLa, id };
}

test('every preset names only title groups and kinds that a new office has', async () => {
  const { title_groups, event_kinds } = await quotaChoices((await newOffice()).db);
  const groups = title_groups.map(({ code }) => code);
  const kinds = [...meetingKinds, ...event_kinds.map(({ code }) => code)];
  for (const { quotas } of presets) {
    expect(groups).toEqual(expect.arrayContaining(quotas.map(({ title_group }) => title_group)));
    expect(kinds).toEqual(expect.arrayContaining(quotas.flatMap(({ counted_kinds }) => counted_kinds)));
  }
  expect(presets.map(({ code }) => code)).toEqual(['son-la', 'bac-kan', 'dakrong', 'hai-lang', 'quang-thanh']);
});

test('a preset is loaded once and can be edited: a number, a row less, a row more', async () => {
  const { office, sonLa, id } = await withSonLa();
  expect((await refusal(office.write('Nạp mẫu', '', (db) => loadPreset(db, sonLa)))).code).toBe('conflict');
  const [loaded] = await listRegulations(office.db);
  if (!loaded) throw new Error('not loaded');
  expect(loaded.quotas.map(({ title_group, min_visits, scope }) => [title_group, min_visits, scope])).toEqual([
    ['TT_TU', 0, 'any'],
    ['BTV_TU', 2, 'area_in_charge'],
    ['TUV_BTHU', 3, 'area_in_charge'],
    ['TUV', 3, 'list'],
  ]);
  const [, btv, , tuv] = loaded.quotas;
  if (!btv || !tuv) throw new Error('no quotas');
  const quotas = [{ ...btv, min_visits: 4 }, tuv, { ...tuv, id: null, title_group: 'LANH_DAO_SO' }];
  await office.write('Sửa', '', (db) => saveRegulation(db, id, { ...loaded, quotas }));
  const [edited] = await listRegulations(office.db);
  expect(edited?.quotas.map(({ id: row, title_group, min_visits }) => [row, title_group, min_visits])).toEqual([
    [btv.id, 'BTV_TU', 4],
    [tuv.id, 'TUV', 3],
    [expect.any(String), 'LANH_DAO_SO', 3],
  ]);
});

test('a form that contradicts itself is refused, and nothing of it is written', async () => {
  const { office, id } = await withSonLa();
  const [loaded] = await listRegulations(office.db);
  if (!loaded) throw new Error('not loaded');
  const save = (differing: Partial<typeof loaded>) =>
    refusal(office.write('Sửa', '', (db) => saveRegulation(db, id, { ...loaded, ...differing })));
  expect((await save({ number_symbol: ' ' })).message).toContain('số, ký hiệu');
  expect((await save({ valid_to: '2019-12-31' })).message).toContain('trước ngày có hiệu lực');
  expect((await save({ quotas: [...loaded.quotas, ...loaded.quotas] })).message).toContain('hai dòng');
  expect((await save({ quotas: loaded.quotas.map((quota) => ({ ...quota, counted_kinds: [] })) })).message).toContain(
    'loại buổi',
  );
  expect(await listRegulations(office.db)).toEqual([loaded]);
});

test('a regulation ends on a day, not before it began', async () => {
  const { office, id } = await withSonLa();
  const end = (day: string) => office.write('Kết thúc', '', (db) => endRegulation(db, id, day));
  expect((await refusal(end('2019-01-01'))).code).toBe('wrong_arguments');
  await end('2025-06-30');
  expect(await listRegulations(office.db)).toMatchObject([{ valid_to: '2025-06-30' }]);
});
