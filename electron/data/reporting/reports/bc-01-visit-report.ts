import { SochiboError } from '../../errors.ts';
import { parseIsoDate } from '../../vietnamese/dates.ts';
import { listVisitReports } from '../../visits/list-reports.ts';
import { type DocumentFields, document } from '../document.ts';
import { generalBlocks, kindText } from './bc-01/general.ts';
import { authorityNames, conveyedBlocks, proposedBlocks } from './bc-01/heard.ts';
import { gradeBlocks, memberBlocks, orderBlocks } from './bc-01/observed.ts';
import { readVisitPaper, type VisitPaper } from './bc-01/read.ts';
import { dayText, gradeNames, monthText } from './letters/wording.ts';

/**
 * BC-01 Báo cáo kết quả dự sinh hoạt chi bộ, one for each visit. The handbook does not say how it is headed. Our choice:
 * the committee's lines, in whose name the official attends; no number, since an official has no series of his own (one
 * that was typed with the report is printed); signed by the official alone as `NGƯỜI BÁO CÁO`, without T/M.
 */
export const bc01 = document<VisitPaper>({
  code: 'BC-01',
  title: 'Báo cáo kết quả dự sinh hoạt chi bộ',
  kind: { code: 'BC', name: 'Báo cáo' },
  issuer: 'committee',
  subject: 'visit',
  async list({ db, madeOn }, { months, lastMonth }, unit) {
    const query = { from: months[0], to: lastMonth, ...(unit === null ? {} : { organisationId: unit }) };
    const reports = await listVisitReports(db, query, madeOn);
    return reports.map(({ visit_id, official, cell, date, period }) => ({
      name: nameOf({ official, cell, when: date ?? period }),
      about: { id: visit_id },
    }));
  },
  async read({ db }, { id }) {
    if (id === undefined)
      throw new SochiboError('wrong_arguments', 'Báo cáo kết quả dự lập cho từng lượt dự. Chọn lượt dự.');
    return readVisitPaper(db, id);
  },
  build: (paper) => ({
    name: nameOf({ official: paper.official, cell: paper.cell, when: paper.date ?? paper.month }),
    day: paper.day,
    organisationId: null,
    subject: `kết quả dự sinh hoạt ${paper.cell} ${monthText(paper.month)}`,
    addressees: { names: [`Ban Thường vụ ${paper.committee} (qua ${paper.advisoryBody})`], submission: false },
    body: [
      ...generalBlocks(paper),
      ...memberBlocks(paper),
      ...orderBlocks(paper),
      ...conveyedBlocks(paper),
      ...gradeBlocks(paper),
      ...proposedBlocks(paper),
    ],
    recipients: ['Như trên'],
    annexes: [],
    filedOnly: true,
    signer: { authority: '', title: 'Người báo cáo', name: paper.official },
    recorded: {
      number: numberOf(paper),
      date: paper.report.date_made === null ? null : parseIsoDate(paper.report.date_made),
    },
    omits: numberOf(paper) === null ? ['number'] : [],
  }),
  fields,
});

/** `05`, `05-BC/HU` → 5 */
function numberOf({ report: { number } }: VisitPaper): number | null {
  const digits = /^\s*0*(\d{1,5})\b/u.exec(number ?? '')?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

function nameOf({ official, cell, when }: { official: string; cell: string; when: string }): string {
  return `Báo cáo dự sinh hoạt ${cell} ${when.split('-').reverse().join('-')}, ${official}`;
}

function fields(paper: VisitPaper): DocumentFields {
  const { facts, report } = paper;
  const number = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
  return {
    'Họ và tên': paper.official,
    'Chức vụ, đơn vị': facts.post ?? '',
    'Nhóm chức danh': paper.titleGroup ?? '',
    'Văn bản phân công': paper.decision?.numberSymbol ?? '',
    'Chi bộ': paper.cell,
    'Đảng bộ': paper.grassroots ?? paper.cell,
    'Kỳ sinh hoạt': monthText(paper.month),
    'Loại hình': kindText(paper),
    'Ngày dự': dayText(paper.date),
    'Giờ bắt đầu': facts.started_at ?? '',
    'Giờ kết thúc': facts.ended_at ?? '',
    'Địa điểm': facts.place ?? '',
    'Chủ trì': facts.chair ?? '',
    'Thư ký': facts.secretary ?? '',
    'Lần dự thứ': number(facts.nth),
    'Định mức năm': number(facts.quota),
    'Tổng số đảng viên': number(facts.members_total),
    'Chính thức': number(facts.full_members),
    'Dự bị': number(facts.probationary),
    'Miễn sinh hoạt': number(facts.exempt),
    'Sinh hoạt tạm thời đi': number(facts.temporarily_away),
    'Sinh hoạt tạm thời đến': number(facts.temporarily_received),
    'Đi làm ăn xa': number(facts.working_away),
    'Phải dự': number(facts.due),
    'Có mặt': number(facts.present),
    'Vắng có lý do': number(facts.absent_excused),
    'Vắng không lý do': number(facts.absent_unexcused),
    'Tỷ lệ dự': number(facts.rate),
    'Số ý kiến phát biểu': number(paper.opinions),
    'Tình hình nắm được': report.observed ?? '',
    'Nội dung truyền đạt': report.conveyed ?? '',
    'Điểm chi bộ tự chấm': number(facts.self_score),
    'Điểm cán bộ dự chấm': number(facts.official_score),
    'Đề nghị xếp loại': report.proposed_grade === null ? '' : gradeNames[report.proposed_grade],
    'Ưu điểm': report.strengths ?? '',
    'Hạn chế': report.weaknesses ?? '',
    'Đã rút kinh nghiệm': report.lessons ?? '',
    'Khó khăn, vướng mắc': report.difficulties ?? '',
    'Đề xuất của cán bộ': report.own_proposals ?? '',
    'Ý kiến, kiến nghị': paper.petitions.map((matter, index) => ({
      TT: String(index + 1),
      'Nội dung': matter.content,
      'Người nêu': matter.raised_by ?? '',
      'Lĩnh vực': matter.field ?? '',
      'Thẩm quyền': matter.authority === null ? '' : authorityNames[matter.authority],
      'Kết quả': matter.outcome ?? '',
    })),
  };
}
