import { beforeEach, describe, expect, it } from 'vitest';
import { type IssuerQuestion, readIssuerLines } from '../../electron/data/issuing/issuer-lines.ts';
import { readSigners } from '../../electron/data/issuing/signing-lines.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { loadOfficePresets } from '../../electron/data/office-file/presets.ts';
import { convertOffice } from '../../electron/data/organisations/convert-office.ts';
import { createOrganisation } from '../../electron/data/organisations/create-organisation.ts';
import { readSigning } from '../../electron/data/settings/read-settings.ts';
import { saveSigning } from '../../electron/data/settings/save-settings.ts';
import { newOffice, resourcesDir } from '../support/office.ts';
import { addCommune, day, organisationOf } from '../support/small-office.ts';

let office: Office;
let ids: Awaited<ReturnType<typeof addCommune>>;
const presets = loadOfficePresets(resourcesDir);

beforeEach(async () => {
  office = await newOffice();
  ids = await office.write('Thử', '', (db) => addCommune(db));
});

async function lines(on: string, asked: Pick<IssuerQuestion, 'issuer'> & Partial<IssuerQuestion>): Promise<string> {
  const signing = await readSigning(office.db, presets);
  const found = await readIssuerLines(office.db, { organisationId: null, day: day(on), signing, ...asked });
  return [found.superior, found.issuer, found.bodyCode, found.place].join(' | ');
}

const convert = () =>
  office.write('Thử', '', (db) =>
    convertOffice(
      db,
      {
        date: day('2025-07-01'),
        document: null,
        assignments: 'carry',
        end_reason: null,
        office: { level: 'commune', name: 'Đảng ủy xã Khe Sơn', superior: 'Tỉnh ủy Quảng Trị', place: 'xã Khe Sơn' },
        units: [],
        absorbed: [ids.commune],
        leaving: [],
      },
      presets,
    ),
  );

describe('header lines by issuer (document format, 5.1)', () => {
  it('of a district office', async () => {
    const cell = await office.write('Thử', '', (db) =>
      createOrganisation(db, {
        ...organisationOf('Chi bộ Tòa án', ids.root, 'grassroots_cell'),
        from: day('2020-01-01'),
        document: null,
      }),
    );
    const on = '2024-07-01';
    expect(await lines(on, { issuer: 'committee' })).toBe('Đảng bộ tỉnh Quảng Trị | Huyện ủy Khe Sơn | HU | Khe Sơn');
    expect(await lines(on, { issuer: 'advisory_body' })).toBe('Huyện ủy Khe Sơn | Ban Tổ chức | BTCHU | Khe Sơn');
    for (const [code, name] of [
      ['VPHU', 'Văn phòng'],
      ['UBKTHU', 'Ủy ban Kiểm tra'],
    ] as const) {
      expect(await lines(on, { issuer: 'advisory_body', bodyCode: code })).toBe(
        `Huyện ủy Khe Sơn | ${name} | ${code} | Khe Sơn`,
      );
    }
    expect(await lines(on, { issuer: 'cell', organisationId: cell })).toBe(
      'Đảng bộ huyện Khe Sơn | Chi bộ Tòa án | CB | Khe Sơn',
    );
    expect(await lines(on, { issuer: 'cell', organisationId: ids.a })).toBe(
      'Đảng bộ xã Một | Chi bộ thôn A | CB | Một',
    );
    expect(await lines(on, { issuer: 'congress' })).toBe('Đảng bộ huyện Khe Sơn | Đại hội đại biểu | ĐH | Khe Sơn');
  });

  it('of a congress that the office has named', async () => {
    const signing = await readSigning(office.db, presets);
    const name = 'Đại hội đại biểu lần thứ XXI';
    const congress = { issuer: 'congress', name, superior: null, body_code: 'ĐH', place: null } as const;
    const dated = { valid_from: '2020-07-01', valid_to: '2020-08-15' };
    await office.write('Thử', '', (db) =>
      saveSigning(db, { ...signing, bodies: [...signing.bodies, { ...congress, ...dated }] }),
    );
    expect(await lines('2020-08-01', { issuer: 'congress' })).toContain(`Đảng bộ huyện Khe Sơn | ${name} | ĐH`);
    expect(await lines('2024-08-01', { issuer: 'congress' })).not.toContain(name);
  });

  it('of an office converted on 1 July 2025 are those of the day, before and after', async () => {
    await convert();
    for (const [on, committee, advisory, office_] of [
      [
        '2025-06-30',
        'Huyện ủy Khe Sơn | HU | Khe Sơn',
        'Huyện ủy Khe Sơn | Ban Tổ chức | BTCHU',
        ['VPHU', 'Huyện ủy Khe Sơn'],
      ],
      [
        '2025-07-01',
        'Đảng ủy xã Khe Sơn | ĐU | xã Khe Sơn',
        'Đảng ủy xã Khe Sơn | Ban Xây dựng Đảng | BXDĐ',
        ['VPĐU', 'Đảng ủy xã Khe Sơn'],
      ],
    ] as const) {
      expect(await lines(on, { issuer: 'committee' })).toBe(`Đảng bộ tỉnh Quảng Trị | ${committee}`);
      expect(await lines(on, { issuer: 'advisory_body' })).toContain(advisory);
      const [code, above] = office_;
      expect(await lines(on, { issuer: 'advisory_body', bodyCode: code })).toContain(`${above} | Văn phòng | ${code}`);
    }
    expect(await lines('2025-06-30', { issuer: 'cell', organisationId: ids.a })).toContain(
      'Đảng bộ xã Một | Chi bộ thôn A',
    );
    expect(await lines('2025-07-01', { issuer: 'cell', organisationId: ids.a })).toBe(
      'Đảng bộ xã Khe Sơn | Chi bộ thôn A | CB | Khe Sơn',
    );
    const signing = await readSigning(office.db, presets);
    const signers = async (on: string, issuer: 'committee' | 'advisory_body', bodyCode: string) =>
      (await readSigners(office.db, { issuer, organisationId: null, day: day(on), signing, bodyCode })).map(
        ({ authority, title }) => `${authority} ${title}`,
      );
    const ofBoard = ['T/M BAN THƯỜNG VỤ BÍ THƯ', 'T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ', 'T/L BAN THƯỜNG VỤ CHÁNH VĂN PHÒNG'];
    const ofBan = [' TRƯỞNG BAN', 'K/T TRƯỞNG BAN PHÓ TRƯỞNG BAN'];
    expect(await signers('2025-06-30', 'committee', 'HU')).toEqual(ofBoard);
    expect(await signers('2025-07-01', 'committee', 'ĐU')).toEqual(ofBoard);
    expect(await signers('2025-06-30', 'advisory_body', 'BTCHU')).toEqual(ofBan);
    expect(await signers('2025-07-01', 'advisory_body', 'BXDĐ')).toEqual(ofBan);
    expect(await signers('2025-07-01', 'advisory_body', 'UBKTĐU')).toEqual(['T/M ỦY BAN KIỂM TRA CHỦ NHIỆM']);
    expect(signing.recipients).toContain('Lưu Văn phòng Đảng ủy');
    expect(signing.recipients).not.toContain('Lưu Ban Tổ chức Huyện ủy');
  });
});
