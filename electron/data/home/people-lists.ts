import { statusesToExpire } from '../members/expiring.ts';
import { remarksNotSent } from '../remarks/list-remarks.ts';
import { type HomeList, homeItem } from './home-item.ts';

/** Probation, temporary statuses and reviews about to end, or past their day (R23, R24, R25). */
export const statusesExpiring: HomeList = async ({ db, day }) =>
  homeItem(
    'statuses_expiring',
    'soon',
    (await statusesToExpire(db, day)).map((expiring) => ({
      entity: 'member',
      id: expiring.member_id,
      label: expiring.full_name,
      context: [expiring.words, expiring.cell].join(' · '),
      date: expiring.day,
    })),
    (count) => `${count} đảng viên có trạng thái sắp hoặc đã đến hạn`,
  );

/** QĐ 1390: committees that have not sent their yearly remark, once it is time to remind them. */
export const yearlyRemarksNotSent: HomeList = async ({ db, day }) =>
  homeItem(
    'remarks_not_sent',
    'late',
    (await remarksNotSent(db, { year: Number(day.slice(0, 4)), day }))
      .filter(({ standing }) => standing !== 'not_yet')
      .map(({ official_id, official, committee, due_date }) => ({
        entity: 'official',
        id: official_id,
        label: official,
        context: committee,
        date: due_date,
      })),
    (count) => `${count} nhận xét cán bộ theo dõi địa bàn chưa gửi`,
  );
