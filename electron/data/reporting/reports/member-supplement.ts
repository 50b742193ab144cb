import { presentKinds } from '../../members/counted.ts';
import { inForce } from '../../schema/in-force.ts';
import { document } from '../document.ts';
import { buildSupplement, supplementName } from './member-supplement/build.ts';
import { linesOf } from './member-supplement/lines.ts';
import { readSupplement, type SupplementData } from './member-supplement/read.ts';
import { sections } from './member-supplement/sections.ts';

/**
 * Phiếu bổ sung hồ sơ đảng viên (mẫu 3-HSĐV; members handbook 1.4): what a year has changed in a member's record, from the
 * log and from what the year's dates say; what the office does not keep stays dotted. A form of a person: a year calls for
 * those of one cell, never for those of a whole office, whose folder would be thousands of forms.
 */
export const memberSupplement = document<SupplementData>({
  code: 'phieu-bo-sung',
  title: 'Phiếu bổ sung hồ sơ đảng viên',
  kind: { code: 'PBS', name: 'Phiếu bổ sung hồ sơ đảng viên' },
  issuer: 'cell',
  subject: 'member',
  async list(source, period, unit) {
    if (period.kind !== 'year' || unit === null) return [];
    const members = await source.db
      .selectFrom('member')
      .innerJoin('member_status as status', 'status.member_id', 'member.id')
      .select(['member.id', 'member.full_name'])
      .where('status.cell_id', '=', unit)
      .where('status.kind', 'in', presentKinds)
      .where(inForce('status', period.dateTo < source.madeOn ? period.dateTo : source.madeOn))
      .orderBy('member.sort_key')
      .execute();
    const found = [];
    for (const { id, full_name: name } of members) {
      const data = await readSupplement(source, { period: period.key, id });
      const changed = linesOf(data).length > 0;
      if (changed) found.push({ name: supplementName(data.year, name), about: { period: period.key, id } });
    }
    return found;
  },
  read: readSupplement,
  build: buildSupplement,
  tags: {
    facts: ['Năm', 'Họ và tên', 'Ngày sinh', 'Số lý lịch', 'Số thẻ', 'Ngày vào Đảng', 'Ngày chính thức', 'Chi bộ'],
    lists: { 'Thay đổi': ['Mục', 'Nội dung'] },
  },
  fields: (data) => ({
    Năm: String(data.year),
    'Họ và tên': data.member.name,
    'Ngày sinh': data.member.birth,
    'Số lý lịch': data.member.dossierNo,
    'Số thẻ': data.member.cardNo,
    'Ngày vào Đảng': data.member.admitted,
    'Ngày chính thức': data.member.full,
    'Chi bộ': data.cell?.name ?? '',
    'Thay đổi': linesOf(data).map(({ section, text }) => ({
      Mục: sections.find(({ key }) => key === section)?.heading ?? '',
      'Nội dung': text,
    })),
  }),
});
