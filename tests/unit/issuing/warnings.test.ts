import { describe, expect, it } from 'vitest';
import { loadKindCatalogue } from '../../../electron/data/issuing/document-kinds.ts';
import type { Signer } from '../../../electron/data/issuing/signing-lines.ts';
import { type WarningFacts, warningsOf } from '../../../electron/data/issuing/warnings.ts';
import { resourcesDir } from '../../support/office.ts';
import { day } from '../../support/small-office.ts';

const catalogue = loadKindCatalogue(resourcesDir);
const standing: Signer = { authority: 'T/M BAN THƯỜNG VỤ', title: 'PHÓ BÍ THƯ', name: 'Lò Văn Ký' };
const proper: WarningFacts = {
  kind: { code: 'BC', name: 'Báo cáo' },
  issuer: 'committee',
  superior: 'Đảng bộ tỉnh Quảng Trị',
  issuerName: 'Đảng ủy xã Khe Sơn',
  bodyCode: 'ĐU',
  officeLevel: 'commune',
  number: 3,
  date: day('2026-03-10'),
  today: day('2026-03-12'),
  signer: standing,
  texts: ['Tổng số: 12 chi bộ.', 'Sổ theo dõi số: 4', 'Số 05-BC/ĐU'],
  termHint: null,
  others: [
    { id: 'a', number: 1, date: day('2026-03-01'), subject: 'một' },
    { id: 'b', number: 2, date: day('2026-03-09'), subject: 'hai' },
    { id: 'd', number: 4, date: day('2026-03-10'), subject: 'bốn' },
  ],
};
const found = (given: Partial<WarningFacts>) => warningsOf({ ...proper, ...given }, catalogue).join('\n');
const cell = { issuer: 'cell', issuerName: 'Chi bộ thôn A', bodyCode: 'CB' } as const;
const secretary: Signer = { authority: 'T/M CHI BỘ', title: 'BÍ THƯ', name: 'A' };
const board: Signer = { authority: 'T/M ĐẢNG ỦY', title: 'BÍ THƯ', name: 'A' };

describe('what a document about to be issued has against the rules', () => {
  it('says nothing of a proper one', () => {
    expect(found({})).toBe('');
    expect(found({ ...cell, kind: { code: 'NQ', name: 'Nghị quyết' }, signer: secretary })).toBe('');
    expect(found({ signer: null, number: null, date: null })).toBe('');
  });

  it.each<[string, Partial<WarningFacts>]>([
    ['không còn cấp huyện', { issuerName: 'Huyện ủy Khe Sơn', date: day('2025-07-01') }],
    ['không còn cấp huyện', { issuer: 'advisory_body', issuerName: 'Ban Tổ chức', superior: 'HUYỆN UỶ KHE SƠN' }],
    ['không ký K/T', { signer: { ...standing, authority: 'K/T BÍ THƯ' } }],
    [
      'không ký K/T',
      { issuer: 'advisory_body', issuerName: 'Uỷ ban Kiểm tra', signer: { ...standing, authority: 'K/T CHỦ NHIỆM' } },
    ],
    ['ký T/M CHI BỘ', { ...cell, signer: { ...secretary, authority: 'T/M CHI UỶ' } }],
    [
      'ký trực tiếp',
      { issuer: 'advisory_body', issuerName: 'Ban Tổ chức', signer: { ...standing, title: 'TRƯỞNG BAN' } },
    ],
    [
      'K/T ở dòng trên',
      {
        issuer: 'advisory_body',
        issuerName: 'Ban Tổ chức',
        signer: { authority: '', title: 'PHÓ TRƯỞNG BAN', name: 'A' },
      },
    ],
    ['T/U', { signer: { ...standing, authority: 'T/U BAN THƯỜNG VỤ' } }],
    ['gạch chéo', { signer: { ...standing, authority: 'T.M BAN THƯỜNG VỤ' } }],
    ['Chức vụ chỉ ghi', { signer: { ...standing, title: 'BÍ THƯ ĐẢNG UỶ' } }],
    ['học hàm, học vị', { signer: { ...standing, name: 'TS. Lò Văn Ký' } }],
    ['có "Số:"', { texts: ['Số: 05-BC/ĐU'] }],
    ['có "V/v"', { texts: ['V/v đôn đốc'] }],
    ['có "./."', { texts: ['Trân trọng./.'] }],
    ['là QĐ', { kind: { code: 'QyĐ', name: 'Quy định' } }],
    ['là QĐ', { texts: ['theo Quy định 12-QĐi/ĐU'] }],
    ['trước ngày của số 02-BC/ĐU (09/03/2026)', { date: day('2026-03-08') }],
    ['sau ngày của số 04-BC/ĐU', { date: day('2026-03-11') }],
    ['đã cấp cho văn bản ngày 09/03/2026: "hai"', { number: 2, date: day('2026-03-09') }],
    ['số tiếp theo của dãy là 05', { number: 7 }],
    ['nhiệm kỳ', { termHint: 'Ngày 01/01/2019 không thuộc nhiệm kỳ nào' }],
    ['chưa đến', { date: day('2026-04-01'), number: 5 }],
  ])('says "%s"', (words, given) => {
    expect(found(given)).toContain(words);
  });

  it('says nothing of a district committee before 1 July 2025', () => {
    expect(
      found({ issuerName: 'Huyện ủy Khe Sơn', officeLevel: 'district', date: day('2025-06-30'), number: null }),
    ).toBe('');
  });

  // Document format, 5.4: committee, its standing committee, cell.
  it.each([
    ['NQ', 'Nghị quyết', true, true, true],
    ['QĐ', 'Quyết định', true, true, true],
    ['QC', 'Quy chế', true, false, true],
    ['QĐ', 'Quy định', true, true, false],
    ['HD', 'Hướng dẫn', false, true, false],
    ['CT', 'Chỉ thị', false, false, false],
    ['TT', 'Thông tri', false, false, false],
    ['BB', 'Biên bản', true, true, true],
  ] as const)('%s %s', (code, name, committee, standingCommittee, ofCell) => {
    const kind = { code, name };
    const refused = (given: Partial<WarningFacts>) => found({ kind, ...given }).includes('thẩm quyền');
    expect(refused({ signer: board })).toBe(!committee);
    expect(refused({ signer: standing })).toBe(!standingCommittee);
    expect(refused({ ...cell, signer: secretary })).toBe(!ofCell);
  });

  it('gives a code that two kinds share the benefit of the doubt', () => {
    expect(found({ ...cell, kind: { code: 'QĐ', name: null }, signer: secretary })).toBe('');
  });
});
