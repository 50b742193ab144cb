import { committeeName } from '../../issuing/committee-name.ts';
import { readOrganisationHistory } from '../../organisations/organisation-history.ts';
import { listRemarks } from '../../remarks/list-remarks.ts';
import { document } from '../document.ts';
import { remarkBody } from './bc-10/build.ts';
import { type Bc10Data, readBc10 } from './bc-10/read.ts';
import { levelWords } from './bc-10/words.ts';
import { figureText } from './prose/quotes.ts';

/**
 * BC-10 Nhận xét, đánh giá cán bộ theo dõi địa bàn: once a year, of each committee on each official it was assigned (QĐ
 * 1390-QĐ/TU). Visits and quota are those of the visit log and of BC-02; the words are the committee's own.
 */
export const bc10 = document<Bc10Data>({
  code: 'BC-10',
  title: 'Nhận xét, đánh giá cán bộ theo dõi địa bàn',
  kind: { code: 'BC', name: 'Báo cáo' },
  issuer: 'committee',
  subject: 'official',
  async list({ db, madeOn }, period, unit) {
    if (period.kind !== 'year') return [];
    const [remarks, organisations] = await Promise.all([
      listRemarks(db, { year: period.year, day: madeOn }),
      readOrganisationHistory(db),
    ]);
    return remarks
      .filter(({ committee_id }) => unit === null || organisations.chainOn(committee_id, period.dateTo).includes(unit))
      .map((remark) => ({
        name: nameOf(period.year, remark),
        about: { period: period.key, unit: remark.committee_id, id: remark.official_id },
      }));
  },
  read: readBc10,
  build: (data) => ({
    name: nameOf(data.period.year, data.remark),
    day: data.period.dateTo,
    organisationId: data.writtenBy === null ? null : data.remark.committee_id,
    subject: `nhận xét, đánh giá cán bộ theo dõi địa bàn năm ${data.period.year}`,
    addressees: { names: [data.receiver], submission: false },
    body: remarkBody(data),
    annexes: [],
    ...sentBy(data),
  }),
  tags: {
    facts: [
      ...['Năm', 'Đảng bộ', 'Cán bộ', 'Chức vụ', 'Cơ quan', 'Văn bản phân công', 'Số buổi dự tại địa bàn', 'Số lần dự'],
      ...['Định mức', 'Nắm tình hình', 'Hướng dẫn', 'Tháo gỡ', 'Đề xuất', 'Quan hệ công tác', 'Hạn chế', 'Mức độ'],
    ],
    lists: {},
  },
  fields: ({ period, remark, visits }) => {
    const row = visits.report.rows.find(({ key }) => key === remark.official_id) ?? null;
    const { form } = remark;
    return {
      Năm: String(period.year),
      'Đảng bộ': remark.committee,
      'Cán bộ': remark.official,
      'Chức vụ': remark.title ?? '',
      'Cơ quan': remark.agency ?? '',
      'Văn bản phân công': remark.assignment_document ?? '',
      'Số buổi dự tại địa bàn': String(remark.cell_visits),
      'Số lần dự': row === null ? '' : figureText(visits.figure('visits', row)),
      'Định mức': row === null ? '' : figureText(visits.figure('quota_year', row)),
      'Nắm tình hình': form.grasped ?? '',
      'Hướng dẫn': form.guided ?? '',
      'Tháo gỡ': form.resolved ?? '',
      'Đề xuất': form.proposals ?? '',
      'Quan hệ công tác': form.relations ?? '',
      'Hạn chế': form.weaknesses ?? '',
      'Mức độ': form.level === null ? '' : levelWords[form.level],
    };
  },
});

/** The office signs and sends as it does elsewhere; of a committee below it, neither its signer nor its recipients are known. */
function sentBy({ writtenBy, receiver, remark }: Bc10Data) {
  const recipients = [receiver, `Đồng chí ${remark.official}`];
  if (writtenBy === null) return { recipients, filedOnly: true };
  const kept = `Lưu ${committeeName(remark.committee).replace(/^(Đảng ủy).*/u, '$1')}`;
  const signature = { kind: 'authority' as const, authority: 'T/M Ban Thường vụ', position: 'Bí thư', name: null };
  return { recipients, signature: { ...signature, recipients: [...recipients, kept] } };
}

function nameOf(year: number, { official, committee }: { official: string; committee: string }): string {
  return `Nhận xét cán bộ theo dõi địa bàn năm ${year} - ${official} - ${committee}`;
}
