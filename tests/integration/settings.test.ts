import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Office } from '../../electron/data/office-file/office.ts';
import { history } from '../../electron/data/office-file/office-info.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { loadOfficePresets } from '../../electron/data/office-file/presets.ts';
import { listOrganisations } from '../../electron/data/organisations/list-organisations.ts';
import { codeChoicesOf } from '../../electron/data/rules/code-choices.ts';
import { addCode, changeCode, moveCode, readCodeLists } from '../../electron/data/settings/code-lists.ts';
import { readSigning, readTerms } from '../../electron/data/settings/read-settings.ts';
import { removeTerm, saveOffice, saveSigning, saveTerm } from '../../electron/data/settings/save-settings.ts';
import { environment, newOffice, refusal, resourcesDir } from '../support/office.ts';
import { addCommune, addMember, day } from '../support/small-office.ts';

let office: Office;
beforeEach(async () => {
  office = await newOffice();
});
const presets = loadOfficePresets(resourcesDir);
const levelNames = { province: 'Tỉnh', district: 'Huyện', commune: 'Xã' };

describe('what an office says of itself', () => {
  it('is its level’s preset until it says otherwise', async () => {
    expect(await readSigning(office.db, presets)).toMatchObject({ advisory_code: 'BTCHU' });
    const signing = {
      signers: [{ name: 'Trần Văn Bí', title: 'PHÓ BÍ THƯ', authority: 'K/T BÍ THƯ' }],
      recipients: ['Lưu VPĐU'],
      advisory_code: 'BXDĐ',
    };
    await office.write('Thử', '', (db) => saveSigning(db, signing));
    expect(await readSigning(office.db, presets)).toMatchObject(signing);
  });

  it('a corrected name is also that of its own organisation', async () => {
    await office.write('Thử', '', (db) =>
      saveOffice(
        db,
        {
          name: 'Huyện ủy Khe Sơ',
          level: 'district',
          superior: 'Tỉnh ủy Quảng Trị',
          place: 'Khe Sơ',
          issuer: 'Huyện ủy Khe Sơ',
          advisory_body: 'Ban Tổ chức',
          body_code: 'HU',
          report_receiver: 'Ban Tổ chức Tỉnh ủy',
        },
        levelNames,
      ),
    );
    expect((await listOrganisations(office.db, { asOf: '2024-01-01' })).map(({ name }) => name)).toEqual([
      'Đảng bộ huyện Khe Sơ',
    ]);
  });

  it('keeps a term that posts name', async () => {
    const term = await office.write('Thử', '', (db) =>
      saveTerm(db, { id: null, name: '2025–2030', level: 'cell', valid_from: '2025-01-01', valid_to: null }),
    );
    await office.write('Thử', '', async (db) => {
      const { a } = await addCommune(db);
      const member_id = await addMember(db, a);
      await db
        .insertInto('cell_committee_member')
        .values({
          id: 'p',
          organisation_id: a,
          member_id,
          position: 'secretary',
          decision: null,
          term_id: term,
          valid_from: null,
          valid_to: null,
        })
        .execute();
    });
    expect((await refusal(office.write('Thử', '', (db) => removeTerm(db, term)))).code).toBe('conflict');
    expect((await readTerms(office.db)).map(({ name }) => name)).toEqual(['2025–2030']);
  });
});

describe('code lists', () => {
  const fields = async () =>
    (await readCodeLists(office.db)).find(({ list }) => list === 'petition_fields')?.entries ?? [];

  it('take a new entry with a code of its own, in the order the office wants', async () => {
    const before = await fields();
    const id = await office.write('Thử', '', (db) => addCode(db, 'petition_fields', 'Chuyển đổi số'));
    expect((await fields()).at(-1)).toMatchObject({ id, code: 'CHUYEN_DOI_SO', label: 'Chuyển đổi số' });
    await office.write('Thử', '', (db) => moveCode(db, id, -1));
    const after = await fields();
    expect(after.at(-2)?.id).toBe(id);
    expect(after.at(-1)?.id).toBe(before.at(-1)?.id);
  });

  it('end an entry without taking it from what has it, and refuse a label twice', async () => {
    const [first, second] = await fields();
    if (!first || !second) throw new Error('no entries');
    await office.write('Thử', '', (db) => changeCode(db, { ...first, valid_to: '2025-12-31' }));
    expect((await fields())[0]).toMatchObject({ code: first.code, valid_to: '2025-12-31' });
    const [choice] = await codeChoicesOf(office.db, 'petition_fields', day('2026-01-01'));
    expect(choice).toEqual({ code: first.code, label: first.label, ended: true });
    expect((await codeChoicesOf(office.db, 'petition_fields', day('2025-12-31')))[0]?.ended).toBe(false);
    const twice = office.write('Thử', '', (db) => changeCode(db, { ...first, label: second.label }));
    expect((await refusal(twice)).code).toBe('conflict');
  });

  it('of an older office get the entries of the program it did not know, behind its own, and nothing else', async () => {
    const { path } = office;
    const fieldsBefore = await fields();
    const [ended] = fieldsBefore;
    if (!ended) throw new Error('no entries');
    await office.write('Thử', '', async (db) => {
      await changeCode(db, { ...ended, label: 'Cách gọi riêng', valid_to: '2024-12-31' });
      await db.deleteFrom('code_list').where('list', '=', 'membership_events').where('code', '=', 'GIA_HAN').execute();
      await db.deleteFrom('code_list').where('list', '=', 'event_kinds').where('code', '=', 'village_work').execute();
      await addCode(db, 'event_kinds', 'Làm việc với thôn, bản');
    });
    office.close();
    const opened = await openOffice(path, environment);
    onTestFinished(() => opened.close());
    const of = async (list: string) => {
      const query = opened.db.selectFrom('code_list').selectAll().where('list', '=', list).orderBy('position');
      return (await query.execute()).map(({ code }) => code);
    };
    expect((await of('membership_events')).at(-1)).toBe('GIA_HAN');
    expect(await of('event_kinds')).toEqual(['committee_meeting', 'other', 'LAM_VIEC_VOI_THON_BAN']);
    expect(await of('petition_fields')).toEqual(fieldsBefore.map(({ code }) => code));
    const [kept] = await codeChoicesOf(opened.db, 'petition_fields', day('2026-01-01'));
    expect(kept).toEqual({ code: ended.code, label: 'Cách gọi riêng', ended: true });
    const [last] = await history(opened, 1);
    expect(last?.detail).toBe('1 mục của phiên bản mới');
  });
});
