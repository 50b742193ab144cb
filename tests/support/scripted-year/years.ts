/**
 * The scripted year 2025 of two commune offices: what their clerks type, and the figures computed by hand. Office A goes by
 * the rule of Quảng Thành (each commune committee member once a month in each assigned cell), office B by that of Sơn La.
 */
export interface MonthOfCell {
  /** `2025-01` */
  period: string;
  kind: 'regular' | 'regular_with_thematic';
  date: string;
  started_at: string;
  ended_at: string;
  due: number;
  present: number;
  absent_excused: number;
  absent_unexcused: number;
  score: number | null;
  grade: 'good' | 'fair' | 'average' | 'poor' | null;
}

export const monthNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export function period(month: number): string {
  return `2025-${String(month).padStart(2, '0')}`;
}

export function dayOf(month: number, day: number): string {
  return `${period(month)}-${String(day).padStart(2, '0')}`;
}

export const haiAn = 'Chi bộ thôn Hải An';
export const haiDong = 'Chi bộ thôn Hải Đông';
export const school = 'Chi bộ Trường Tiểu học Quảng Thành';

/** Hải An: 18 due every month, two excused in even months; on day 5, in September on the 7th; 105 minutes. */
export function monthOfHaiAn(month: number): MonthOfCell {
  const odd = month % 2 === 1;
  return {
    period: period(month),
    kind: [2, 5, 8, 11].includes(month) ? 'regular_with_thematic' : 'regular',
    date: dayOf(month, month === 9 ? 7 : 5),
    started_at: '19:30',
    ended_at: '21:15',
    due: 18,
    present: odd ? 18 : 16,
    absent_excused: odd ? 0 : 2,
    absent_unexcused: 0,
    score: odd ? 92 : 85,
    grade: odd ? 'good' : 'fair',
  };
}

/** Hải Đông: 11 of 12 came, one without a reason; 80 minutes; no meeting in August. */
export function monthOfHaiDong(month: number): MonthOfCell | null {
  if (month === 8) return null;
  return {
    period: period(month),
    kind: month === 3 || month === 6 ? 'regular_with_thematic' : 'regular',
    date: dayOf(month, 5),
    started_at: '14:00',
    ended_at: '15:20',
    due: 12,
    present: 11,
    absent_excused: 0,
    absent_unexcused: 1,
    score: month <= 6 ? 80 : 65,
    grade: month <= 6 ? 'fair' : 'average',
  };
}

/** The school's four members all came but for May; nothing was recorded of January; 90 minutes. */
export function monthOfSchool(month: number): MonthOfCell | null {
  if (month === 1) return null;
  return {
    period: period(month),
    kind: month % 3 === 0 ? 'regular_with_thematic' : 'regular',
    date: dayOf(month, 3),
    started_at: '08:00',
    ended_at: '09:30',
    due: 4,
    present: month === 5 ? 3 : 4,
    absent_excused: month === 5 ? 1 : 0,
    absent_unexcused: 0,
    score: 95,
    grade: 'good',
  };
}

/** Months in which each official of office A attended the own cell. */
export const monthsOfAn: readonly number[] = monthNumbers.filter((month) => month !== 8);
export const monthsOfBinh: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 9, 10];

/** By hand; the arithmetic stands beside each. */
export const quangThanh = {
  bc05Year: {
    due: 392, // 12×18 + 11×12 + 11×4
    present: 368, // (6×18 + 6×16) + 11×11 + (11×4 − 1)
    attendance_rate: 93.9, // 368 / 392 = 0.93877…
    absent_excused: 13, // 6×2 + 0 + 1
    absent_unexcused: 11, // 11×1
    met_on_set_day: 33, // 11 + 11 + 11
    met_other_day_approved: 1, // Hải An, 07/9
    met_other_day_unapproved: 0,
    thematic_required_cells: 12, // 3 cells × 4 quarters
    thematic_done_cells: 10, // 4 + 2 + 4
    thematic_rate: 83.3, // 10 / 12
    thematic_meetings: 10,
    average_minutes: 92, // (12×105 + 11×80 + 11×90) / 34 = 3130 / 34 = 92.06
    meetings_below_minimum: 13, // Hải Đông 11 (80 < 90), Hải An November (105 < 120), school December (90 < 120)
    grade_good: 17, // 6 + 0 + 11
    grade_fair: 12, // 6 + 6
    grade_average: 5,
    grade_poor: 0,
    not_graded: 0,
    visits: 21, // An 11 + 1 as a substitute, Bình 9
  },
  bc05August: { due: 22, present: 20, attendance_rate: 90.9, cells_not_met: 1, cells_met: 2 }, // 18 + 4; 16 + 4
  bc05Quarter1: { due: 98, present: 93, attendance_rate: 94.9, thematic_required_cells: 3, thematic_done_cells: 3 },
  bc02: {
    // 11 months at Hải An, and in Bình's place at Hải Đông in December (R31)
    an: { quota_year: 12, visits: 12, shortfall: 0, quota_rate: 100, missed_with_reason: 1, reports_late: 1 },
    binh: {
      quota_year: 12,
      visits: 9,
      shortfall: 3,
      quota_rate: 75,
      missed_with_reason: 1,
      missed_without_reason: 1,
      substitute_sent: 1,
    },
    quarter1: { quota_to_date: 3, visits: 3 },
  },
  bc04: {
    // Mentions: road (twice), land, water, school. "Đã giải quyết" is answered (BC-04), told or not: both mentions of the
    // road and the school; that the school's cell was not told stands on the page of today.
    total: {
      petitions: 5,
      answered_on_spot: 1,
      resolved: 3,
      in_progress: 1, // the land
      unresolved: 0,
      resolution_rate: 80, // (1 + 3) / 5
      overdue: 1, // the land
      matters: 4,
      matters_answered_on_spot: 1,
      matters_resolved: 2,
    },
  },
  bc07: {
    haiAn: { average_score: 88.5, months_good: 6, months_fair: 6, months_average: 0 }, // (6×92 + 6×85) / 12
    haiDong: { average_score: 73.2, months_good: 0, months_fair: 6, months_average: 5 }, // (6×80 + 5×65) / 11
    school: { average_score: 95, months_good: 11, months_fair: 0, months_average: 0 },
  },
} as const;

export const huoiSet = 'Chi bộ bản Huổi Sét';
export const naTong = 'Chi bộ bản Nà Tòng';

/** Huổi Sét meets all year, 27 of 30 come; Nà Tòng reports until June, all 20 come. */
export function monthOfHuoiSet(month: number): MonthOfCell {
  return { ...plainMonth(month), due: 30, present: 27, absent_excused: 3 };
}

export function monthOfNaTong(month: number): MonthOfCell | null {
  return month > 6 ? null : { ...plainMonth(month), due: 20, present: 20 };
}

function plainMonth(month: number): MonthOfCell {
  return {
    period: period(month),
    kind: 'regular',
    date: dayOf(month, 5),
    started_at: '19:00',
    ended_at: '20:30',
    due: 0,
    present: 0,
    absent_excused: 0,
    absent_unexcused: 0,
    score: null,
    grade: null,
  };
}

export const sonLa = {
  bc05Year: { due: 480, present: 444, attendance_rate: 92.5 }, // 12×30 + 6×20; 12×27 + 6×20
  bc05Quarter4: { cells_not_reported: 3 }, // Nà Tòng, one for each month of the quarter
  bc02: {
    muoi: { quota_year: 3, visits: 2, shortfall: 1 }, // ceil(6×3/12 + 6×2/12) = ceil(2.5), R27
    xuan: { quota_year: 1, visits: 1, shortfall: 0 }, // from 01/9: ceil(2 × 4/12), R28
    thai: { quota_year: 3, visits: 3, shortfall: 0 }, // the fourth, at Huổi Sét, is outside the list (R29)
  },
} as const;
