import type { Month } from '../../../vietnamese/dates.ts';
import type { MinutesData } from '../bc-11/minutes-data.ts';

/** Everything a resolution prints (BC-12): the minutes of its meeting and what stands beside them. */
export interface ResolutionData {
  minutes: MinutesData;
  /** null: a form to be written on by hand. */
  meetingId: string | null;
  /** Of `Số 05-NQ/CB`, where the meeting names it. */
  number: number | null;
  /** The month that is looked back on, and the one that work is given for. */
  reviewed: Month;
  planned: Month;
  /** `Đảng ủy xã An Bình` */
  superior: string;
  /** Officials who follow the cell: `đồng chí Mai Xuân Định, Ủy viên Ban Thường vụ`. */
  inCharge: readonly string[];
  /** Tasks whose result was heard in the meeting. */
  heard: readonly { id: string; done: boolean | null }[];
  rating: SelfRating | null;
  weaknesses: string | null;
  postedWithinDays: number | null;
}

/** The cell's own rating; null = not known. */
export interface SelfRating {
  /** Main lines of the sheet; empty where only the total is recorded. */
  lines: readonly { number: string; label: string; max: number | null; points: number | null }[];
  maximum: number | null;
  total: number | null;
  grade: 'good' | 'fair' | 'average' | 'poor' | null;
  votesFor: number | null;
  votesTotal: number | null;
}
