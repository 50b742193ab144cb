import type { AssignmentRole, RemarkLevel } from '../../../schema/column-types.ts';

/** How a remark names its level. */
export const levelWords: Readonly<Record<RemarkLevel, string>> = {
  excellent: 'Hoàn thành xuất sắc nhiệm vụ',
  good: 'Hoàn thành tốt nhiệm vụ',
  completed: 'Hoàn thành nhiệm vụ',
  not_completed: 'Không hoàn thành nhiệm vụ',
};

export const roleWords: Readonly<Record<AssignmentRole, string>> = {
  attend: 'dự sinh hoạt chi bộ',
  area_in_charge: 'phụ trách địa bàn',
  follow: 'theo dõi địa bàn',
  team_leader: 'tổ trưởng tổ công tác',
  team_member: 'thành viên tổ công tác',
};
