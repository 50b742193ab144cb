import type { Job, JobKind } from '../../../electron/contract/jobs.ts';

/** Where work is asked for, and what came of it is shown. */
export const homeOf: Readonly<Record<JobKind, string>> = {
  import: '/imports',
  folder: '/documents/folder',
  package: '/imports/packages',
  receive: '/imports/packages',
  forms: '/imports/forms',
  backup: '/settings/backups',
  restore: '/settings/backups',
};

export const stateWords: Readonly<Record<Job['state'], string>> = {
  waiting: 'Chờ đến lượt',
  running: 'Đang chạy',
  done: 'Xong',
  cancelled: 'Đã dừng',
  failed: 'Không làm được',
};

export function isGoing({ state }: Pick<Job, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** How far the work is, whole percent; null while that is not known. */
export function percentOf({ done, of }: Pick<Job, 'done' | 'of'>): number | null {
  return of > 0 ? Math.floor((done / of) * 100) : null;
}

/** `Đang lập hồ sơ tháng 7/2024: 43 %`, and how much waits behind it. */
export function goingWords(going: readonly Job[]): string {
  const [first, ...others] = going;
  if (!first) return '';
  const { title } = first;
  const percent = percentOf(first);
  const name = `Đang ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`;
  return `${name}${percent === null ? '' : `: ${percent} %`}${others.length === 0 ? '' : ` · ${others.length} việc chờ`}`;
}
