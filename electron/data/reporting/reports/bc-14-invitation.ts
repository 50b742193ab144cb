import { SochiboError } from '../../errors.ts';
import { readOrganisationHistory } from '../../organisations/organisation-history.ts';
import { document } from '../document.ts';
import { type Invitation, invitationBody, readInvitation } from './bc-14/invitation.ts';
import { fieldsFrom, rowsOf } from './letters/fields.ts';
import { dayText, meetingNames, monthText } from './letters/wording.ts';

/** BC-14 Giấy mời of a cell to a meeting it plans: its members and the official who is to come; `Số …-GM/CB`. */
export const invitation = document<Invitation>({
  code: 'BC-14-GM',
  title: 'Giấy mời dự sinh hoạt chi bộ',
  kind: { code: 'GM', name: 'Giấy mời' },
  issuer: 'cell',
  subject: 'meeting',
  async list({ db }, { months, lastMonth, dateTo }, unit) {
    const [meetings, organisations] = await Promise.all([
      db
        .selectFrom('meeting')
        .select(['id', 'cell_id', 'date', 'period'])
        .where('state', '=', 'planned')
        .where('period', '>=', months[0])
        .where('period', '<=', lastMonth)
        .orderBy('date')
        .orderBy('id')
        .execute(),
      readOrganisationHistory(db),
    ]);
    return meetings
      .filter(({ cell_id }) => unit === null || organisations.chainOn(cell_id, dateTo).includes(unit))
      .map(({ id, cell_id, date, period }) => ({
        name: nameOf(organisations.nameOn(cell_id, dateTo), date ?? period),
        about: { id },
      }));
  },
  async read({ db }, { id }) {
    if (id === undefined) throw new SochiboError('wrong_arguments', 'Giấy mời lập cho từng buổi sinh hoạt. Chọn buổi.');
    return readInvitation(db, id);
  },
  build: (data) => ({
    name: nameOf(data.cell, data.date ?? data.month),
    day: data.day,
    organisationId: data.cellId,
    subject: `dự ${data.kind === null ? 'sinh hoạt chi bộ' : meetingNames[data.kind]} ${monthText(data.month)}`,
    addressees: null,
    body: invitationBody(data),
    recipients: ['Như kính mời'],
    annexes: [],
  }),
  ...fieldsFrom<Invitation>(
    {
      'Tên chi bộ': ({ cell }) => cell,
      'Kỳ sinh hoạt': ({ month }) => monthText(month),
      'Ngày sinh hoạt': ({ date }) => (date === null ? null : dayText(date)),
      Giờ: ({ time }) => time,
      'Địa điểm': ({ place }) => place,
    },
    {
      'Khách mời': rowsOf(({ guests }) => guests, {
        TT: (_, index) => index + 1,
        'Họ và tên': ({ name }) => name,
        'Chức vụ': ({ capacity }) => capacity,
      }),
      'Chương trình': rowsOf(({ agenda }) => agenda, {
        Mục: (_, index) => index + 1,
        'Nội dung mục': (title) => title,
      }),
    },
  ),
});

function nameOf(cell: string, when: string): string {
  return `Giấy mời sinh hoạt ${cell} ${when.split('-').reverse().join('-')}`;
}
