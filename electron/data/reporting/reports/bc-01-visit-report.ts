import { SochiboError } from '../../errors.ts';
import { parseIsoDate } from '../../vietnamese/dates.ts';
import { listVisitReports } from '../../visits/list-reports.ts';
import { document } from '../document.ts';
import { generalBlocks, kindText } from './bc-01/general.ts';
import { authorityNames, conveyedBlocks, proposedBlocks } from './bc-01/heard.ts';
import { gradeBlocks, memberBlocks, orderBlocks } from './bc-01/observed.ts';
import { readVisitPaper, type VisitPaper } from './bc-01/read.ts';
import { fieldsFrom, rowsOf } from './letters/fields.ts';
import { dayText, gradeNames, monthText } from './letters/wording.ts';

/** What an office's own template of BC-01 may use. */
const named = fieldsFrom<VisitPaper>(
  {
    'Họ và tên': (paper) => paper.official,
    'Chức vụ, đơn vị': ({ facts }) => facts.post,
    'Nhóm chức danh': (paper) => paper.titleGroup,
    'Văn bản phân công': (paper) => paper.decision?.numberSymbol ?? null,
    'Chi bộ': (paper) => paper.cell,
    'Đảng bộ': (paper) => paper.grassroots ?? paper.cell,
    'Kỳ sinh hoạt': (paper) => monthText(paper.month),
    'Loại hình': (paper) => kindText(paper),
    'Ngày dự': (paper) => dayText(paper.date),
    'Giờ bắt đầu': ({ facts }) => facts.started_at,
    'Giờ kết thúc': ({ facts }) => facts.ended_at,
    'Địa điểm': ({ facts }) => facts.place,
    'Chủ trì': ({ facts }) => facts.chair,
    'Thư ký': ({ facts }) => facts.secretary,
    'Lần dự thứ': ({ facts }) => facts.nth,
    'Định mức năm': ({ facts }) => facts.quota,
    'Tổng số đảng viên': ({ facts }) => facts.members_total,
    'Chính thức': ({ facts }) => facts.full_members,
    'Dự bị': ({ facts }) => facts.probationary,
    'Miễn sinh hoạt': ({ facts }) => facts.exempt,
    'Sinh hoạt tạm thời đi': ({ facts }) => facts.temporarily_away,
    'Sinh hoạt tạm thời đến': ({ facts }) => facts.temporarily_received,
    'Đi làm ăn xa': ({ facts }) => facts.working_away,
    'Phải dự': ({ facts }) => facts.due,
    'Có mặt': ({ facts }) => facts.present,
    'Vắng có lý do': ({ facts }) => facts.absent_excused,
    'Vắng không lý do': ({ facts }) => facts.absent_unexcused,
    'Tỷ lệ dự': ({ facts }) => facts.rate,
    'Số ý kiến phát biểu': (paper) => paper.opinions,
    'Tình hình nắm được': ({ report }) => report.observed,
    'Nội dung truyền đạt': ({ report }) => report.conveyed,
    'Điểm chi bộ tự chấm': ({ facts }) => facts.self_score,
    'Điểm cán bộ dự chấm': ({ facts }) => facts.official_score,
    'Đề nghị xếp loại': ({ report }) => (report.proposed_grade === null ? null : gradeNames[report.proposed_grade]),
    'Ưu điểm': ({ report }) => report.strengths,
    'Hạn chế': ({ report }) => report.weaknesses,
    'Đã rút kinh nghiệm': ({ report }) => report.lessons,
    'Khó khăn, vướng mắc': ({ report }) => report.difficulties,
    'Đề xuất của cán bộ': ({ report }) => report.own_proposals,
  },
  {
    'Ý kiến, kiến nghị': rowsOf(({ petitions }) => petitions, {
      TT: (_, index) => index + 1,
      'Nội dung': ({ content }) => content,
      'Người nêu': ({ raised_by }) => raised_by,
      'Lĩnh vực': ({ field }) => field,
      'Thẩm quyền': ({ authority }) => (authority === null ? null : authorityNames[authority]),
      'Kết quả': ({ outcome }) => outcome,
    }),
  },
);

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
  ...named,
});

/** `05`, `05-BC/HU` → 5 */
function numberOf({ report: { number } }: VisitPaper): number | null {
  const digits = /^\s*0*(\d{1,5})\b/u.exec(number ?? '')?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

function nameOf({ official, cell, when }: { official: string; cell: string; when: string }): string {
  return `Báo cáo dự sinh hoạt ${cell} ${when.split('-').reverse().join('-')}, ${official}`;
}
