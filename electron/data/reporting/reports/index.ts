import type { Report } from '../report.ts';
import { bc02 } from './bc-02-visits-against-quota.ts';
import { bc03 } from './bc-03-assignments.ts';
import { bc04 } from './bc-04-petitions.ts';
import { bc05 } from './bc-05-cell-meetings.ts';
import { bc07 } from './bc-07-cell-grades.ts';
import { bc08 } from './bc-08-thematic-meetings.ts';
import { bc10Report } from './bc-10-remarks-sent.ts';
import { bc13 } from './bc-13-members-to-watch.ts';

/** Every report of figures there is. A new one is a file in this folder and a line here. */
export const reports: readonly Report[] = [bc02, bc03, bc04, bc05, bc07, bc08, bc10Report, bc13];
