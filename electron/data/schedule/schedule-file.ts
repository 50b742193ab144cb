import type { MadeFile } from '../../contract/values.ts';
import { safeFileName, writeFileAtomically } from '../documents/file-output.ts';
import { profileForDate } from '../documents/profile.ts';
import { SochiboError } from '../errors.ts';
import { loadOfficePresets } from '../office-file/presets.ts';
import type { Session } from '../session.ts';
import { readSigning } from '../settings/read-settings.ts';
import { today } from '../today.ts';
import type { Month } from '../vietnamese/dates.ts';
import { type CalendarEntry, writeCalendar } from './ics.ts';
import type { PlanQuery } from './list-plans.ts';
import { type MonthSchedule, readMonthSchedule, type ScheduleLine } from './schedule-data.ts';
import { scheduleDocument } from './schedule-document.ts';
import { scheduleWorkbook } from './schedule-workbook.ts';

/** Writes the month's schedule as a Thông báo (Word), a list (Excel) or a calendar (.ics). Throws `not_found` when empty. */
export async function scheduleFile(
  session: Session,
  month: Month,
  format: 'docx' | 'xlsx' | 'ics',
  scope: Pick<PlanQuery, 'organisationId' | 'officialId'>,
): Promise<MadeFile> {
  const schedule = await readMonthSchedule(session.office.db, month, scope);
  if (schedule.lines.length === 0) {
    throw new SochiboError(
      'not_found',
      'Tháng này chưa có lịch dự nào để xuất. Lập lịch hoặc dùng "Đề xuất lịch" trước.',
    );
  }
  const path = session.files.reserve(safeFileName(`Lịch dự sinh hoạt ${month}.${format}`));
  const profile = profileForDate(session.formatProfiles, today());
  // The libraries are large: only who writes a file waits for them.
  if (format === 'docx') {
    const signing = await readSigning(session.office.db, loadOfficePresets(session.options.resourcesDir));
    const { writeDocx } = await import('../documents/docx-writer.ts');
    await writeFileAtomically(path, await writeDocx(scheduleDocument(schedule, signing), profile));
  } else if (format === 'xlsx') {
    const { writeXlsx } = await import('../documents/xlsx-writer.ts');
    await writeXlsx(scheduleWorkbook(schedule), profile, path);
  } else {
    await writeFileAtomically(path, scheduleCalendar(schedule, utcStamp(new Date())));
  }
  return session.files.register(path);
}

/** The dated visits of the month as a calendar; a cancelled one stays in it as cancelled, so that calendars drop it. */
export function scheduleCalendar(schedule: MonthSchedule, stamp: string): string {
  const entries = schedule.lines.flatMap((line) => (line.date === null ? [] : [calendarEntry(line, line.date)]));
  return writeCalendar(`Lịch dự sinh hoạt chi bộ ${schedule.month}`, entries, stamp);
}

function calendarEntry(line: ScheduleLine, date: string): CalendarEntry {
  const where = line.grassroots === line.cell ? line.cell : `${line.cell}, ${line.grassroots}`;
  return {
    uid: `${line.planId}@sochibo`,
    date,
    startsAt: line.time,
    summary: `${line.official}: dự sinh hoạt ${line.cell}`,
    description: [where, line.post, line.note].filter(Boolean).join('\n'),
    location: line.place ?? where,
    cancelled: line.cancelled,
  };
}

/** `20260903T020000Z` */
function utcStamp(moment: Date): string {
  return moment.toISOString().replace(/[-:]|\.\d{3}/gu, '');
}
