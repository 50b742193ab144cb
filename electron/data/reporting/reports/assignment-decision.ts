import { SochiboError } from '../../errors.ts';
import { parseIsoDate } from '../../vietnamese/dates.ts';
import { type DocumentFields, document } from '../document.ts';
import { decisionAnnexes } from './assignment-decision/annexes.ts';
import { decisionBody } from './assignment-decision/articles.ts';
import { decisionWarnings } from './assignment-decision/findings.ts';
import { type DecisionPaper, decisionsBetween, readDecisionPaper } from './assignment-decision/read.ts';
import { dayText, roleNames } from './letters/wording.ts';

/** Quyết định phân công with its annex BC-03 Danh sách phân công, as the books have decision and assignments. */
export const assignmentDecision = document<DecisionPaper>({
  code: 'quyet-dinh-phan-cong',
  title: 'Quyết định phân công dự sinh hoạt chi bộ (kèm BC-03)',
  kind: { code: 'QĐ', name: 'Quyết định' },
  issuer: 'committee',
  subject: 'decision',
  async list({ db }, { dateFrom, dateTo }, unit) {
    const decisions = await decisionsBetween(db, { from: dateFrom, to: dateTo, unit });
    return decisions.map(({ id, number_symbol }) => ({ name: nameOf(number_symbol), about: { id } }));
  },
  async read({ db, madeOn }, { id }) {
    if (id === undefined) throw new SochiboError('wrong_arguments', 'Chọn văn bản phân công cần lập.');
    return readDecisionPaper(db, id, madeOn);
  },
  build: (paper) => ({
    name: nameOf(paper.decision.number_symbol),
    day: paper.day,
    organisationId: null,
    subject: subjectOf(paper),
    addressees: null,
    body: decisionBody(paper),
    recipients: ['Như Điều 2'],
    annexes: decisionAnnexes(paper),
    recorded: {
      number: numberOf(paper.decision.number_symbol),
      date: paper.decision.date === null ? null : parseIsoDate(paper.decision.date),
    },
    warnings: decisionWarnings(paper),
  }),
  fields,
});

/** `về phân công …`; the state's `V/v` has no place in a party document (document format, 3.1). */
function subjectOf({ decision: { subject } }: DecisionPaper): string {
  const own = (subject ?? 'phân công cấp ủy viên, cán bộ dự sinh hoạt chi bộ').replace(/^(?:v\/v|về việc|về)\s*/iu, '');
  return `về ${own.slice(0, 1).toLocaleLowerCase('vi')}${own.slice(1)}`;
}

/** `345-QĐ/HU` → 345 */
function numberOf(symbol: string): number | null {
  const digits = /^0*(?<number>\d{1,5})-/u.exec(symbol)?.groups?.number;
  return digits === undefined ? null : Number(digits);
}

function nameOf(symbol: string): string {
  return `Quyết định phân công ${symbol}`;
}

function fields(paper: DecisionPaper): DocumentFields {
  return {
    'Số, ký hiệu': paper.decision.number_symbol,
    Ngày: dayText(paper.decision.date),
    'Cơ quan ban hành': paper.decision.issuing_body ?? '',
    'Trích yếu': subjectOf(paper),
    'Danh sách phân công': paper.list.rows.map((row, index) => ({
      TT: String(index + 1),
      'Họ và tên': row.official,
      'Chức vụ': row.post ?? '',
      'Cơ quan': row.agency ?? '',
      'Nơi được phân công': row.place.name,
      'Đảng bộ': row.place.grassroots ?? row.place.name,
      'Loại hình chi bộ': row.place.cellType ?? '',
      'Tổng số đảng viên': row.place.members === null ? '' : String(row.place.members),
      'Ngày sinh hoạt': row.place.meetingDay === null ? '' : String(row.place.meetingDay),
      'Vai trò': roleNames[row.role],
      'Số lần dự tối thiểu': row.quota === null ? '' : String(row.quota.visits),
      'Từ ngày': row.valid_from === null ? '' : dayText(row.valid_from),
      'Đến ngày': row.valid_to === null ? '' : dayText(row.valid_to),
      'Điện thoại': row.phone ?? '',
      'Ghi chú': row.note ?? '',
    })),
  };
}
