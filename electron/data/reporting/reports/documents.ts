import type { Document } from '../document.ts';
import { assignmentDecision } from './assignment-decision.ts';
import { bc01 } from './bc-01-visit-report.ts';
import { ratingSheet } from './bc-06-rating-sheet.ts';
import { bc09 } from './bc-09-meetings-and-visits.ts';
import { bc10 } from './bc-10-yearly-remark.ts';
import { minutes } from './bc-11-minutes.ts';
import { resolution } from './bc-12-resolution.ts';
import { cellsReminder } from './bc-14-cells-reminder.ts';
import { conclusionsNotice } from './bc-14-conclusions.ts';
import { invitation } from './bc-14-invitation.ts';
import { officialsReminder } from './bc-14-officials-reminder.ts';
import { memberSupplement } from './member-supplement.ts';
import { minutesExtract } from './minutes-extract.ts';
import { monthScheduleNotice } from './month-schedule-notice.ts';

/** Every document made of sentences. A new one is a file in this folder and a line here. */
export const documents: readonly Document[] = [
  invitation,
  conclusionsNotice,
  cellsReminder,
  officialsReminder,
  assignmentDecision,
  bc01,
  bc09,
  bc10,
  ratingSheet,
  minutes,
  minutesExtract,
  resolution,
  monthScheduleNotice,
  memberSupplement,
];
