import type { MadeFile } from '../../contract/values.ts';
import { safeFileName, writeFileAtomically } from '../documents/file-output.ts';
import { profileForDate } from '../documents/profile.ts';
import { SochiboError } from '../errors.ts';
import { writeDocument } from '../reporting/document-file.ts';
import { documentSource, formatOf } from '../reporting/document-procedures.ts';
import { monthScheduleNotice } from '../reporting/reports/month-schedule-notice.ts';
import { finishDocument } from '../reporting/run-document.ts';
import type { Session } from '../session.ts';
import { templateContent } from '../templates/office-templates.ts';
import { today } from '../today.ts';
import type { Month } from '../vietnamese/dates.ts';
import { type CalendarEntry, writeCalendar } from './ics.ts';
import type { PlanQuery } from './list-plans.ts';
import { type MonthSchedule, readMonthSchedule, type ScheduleLine } from './schedule-data.ts';
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
  if (format === 'docx') await writeNotice(session, path, month, scope);
  else if (format === 'xlsx') {
    // The library is large: only who writes a workbook waits for it.
    const { writeXlsx } = await import('../documents/xlsx-writer.ts');
    await writeXlsx(scheduleWorkbook(schedule), profileForDate(session.formatProfiles, today()), path);
  } else {
    await writeFileAtomically(path, scheduleCalendar(schedule, utcStamp(new Date())));
  }
  return session.files.register(path);
}

/** The notice as the documents make it: with the header, number, signer and words that were chosen for it. */
async function writeNotice(
  session: Session,
  path: string,
  month: Month,
  { organisationId, officialId }: Pick<PlanQuery, 'organisationId' | 'officialId'>,
): Promise<void> {
  const { code } = monthScheduleNotice;
  const about = { period: month, unit: organisationId, id: officialId };
  const finished = await finishDocument(documentSource(session), { code, about });
  const template = (await templateContent(session.office.db, code))?.content ?? null;
  await writeDocument(path, finished, { profile: formatOf(session, finished), format: 'docx', template });
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
