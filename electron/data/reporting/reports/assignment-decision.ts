import { SochiboError } from '../../errors.ts';
import { parseIsoDate } from '../../vietnamese/dates.ts';
import { document } from '../document.ts';
import { decisionAnnexes } from './assignment-decision/annexes.ts';
import { decisionBody } from './assignment-decision/articles.ts';
import { decisionWarnings } from './assignment-decision/findings.ts';
import { type DecisionPaper, decisionsBetween, readDecisionPaper } from './assignment-decision/read.ts';
import { fieldsFrom, rowsOf } from './letters/fields.ts';
import { dayText, roleNames } from './letters/wording.ts';

/** What an office's own template of the decision may use. */
const named = fieldsFrom<DecisionPaper>(
  {
    'Số, ký hiệu': ({ decision }) => decision.number_symbol,
    'Ngày văn bản': ({ decision }) => (decision.date === null ? null : dayText(decision.date)),
    'Cơ quan ban hành': ({ decision }) => decision.issuing_body,
    'Trích yếu': subjectOf,
  },
  {
    'Danh sách phân công': rowsOf(({ list }) => list.rows, {
      TT: (_, index) => index + 1,
      'Họ và tên': ({ official }) => official,
      'Chức vụ': ({ post }) => post,
      'Cơ quan': ({ agency }) => agency,
      'Nơi được phân công': ({ place }) => place.name,
      'Đảng bộ': ({ place }) => place.grassroots ?? place.name,
      'Loại hình chi bộ': ({ place }) => place.cellType,
      'Tổng số đảng viên': ({ place }) => place.members,
      'Ngày sinh hoạt': ({ place }) => place.meetingDay,
      'Vai trò': ({ role }) => roleNames[role],
      'Số lần dự tối thiểu': ({ quota }) => quota?.visits ?? null,
      'Từ ngày': ({ valid_from }) => (valid_from === null ? null : dayText(valid_from)),
      'Đến ngày': ({ valid_to }) => (valid_to === null ? null : dayText(valid_to)),
      'Điện thoại': ({ phone }) => phone,
      'Ghi chú': ({ note }) => note,
    }),
  },
);

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
  ...named,
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
