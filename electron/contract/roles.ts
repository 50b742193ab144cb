/** What somebody may do in an office; each may also do what those before it may. */
export const roles = ['view', 'enter', 'approve', 'administer'] as const;
export type Role = (typeof roles)[number];

/** As people read them. */
export const roleWords: Readonly<Record<Role, string>> = {
  view: 'xem',
  enter: 'nhập liệu',
  approve: 'duyệt',
  administer: 'quản trị',
};
