import type { RegisterMeeting } from '../../../meetings/register.ts';
import type { OrganisationHistory } from '../../../organisations/organisation-history.ts';
import type { PetitionBook } from '../../../petitions/petition-book.ts';
import type { RuleValue } from '../../../rules/rule-values.ts';
import type { OfficeLevel } from '../../../schema/column-types.ts';
import type { IsoDate } from '../../../vietnamese/dates.ts';
import type { Period } from '../../period.ts';
import type { Quotes } from '../prose/quotes.ts';

/** The finished reports the text quotes; what it says of figures comes from them and from nothing else. */
export interface QuotedReports {
  visits: Quotes;
  petitions: Quotes;
  meetings: Quotes;
  grades: Quotes;
}

/** The reports of another period, by the name the text gives it. */
export interface EarlierReports {
  name: string;
  reports: QuotedReports;
  /** Meetings of that time are recorded, petitions are kept since then: only then is there anything to compare (R42). */
  keeps: { meetings: boolean; petitions: boolean };
}

/** A row of the register with the words that the figures do not carry. */
export interface NotedMeeting extends RegisterMeeting {
  notHeldReason: string | null;
  theme: string | null;
  /** The date the cell was to meet on in that month; null where no day is set. */
  dueOn: IsoDate | null;
}

/** A document the office issued or an assignment decision, as the register has it. */
export interface GuidingDocument {
  /** `345-QĐ/HU` */
  symbol: string;
  date: IsoDate;
  /** Begins with a small letter. */
  subject: string | null;
  issuingBody: string | null;
}

/** A theme planned for the coming period, and the cells that plan it. */
export interface PlannedTheme {
  title: string;
  cellIds: readonly string[];
}

export interface Bc09Data {
  period: Period;
  /** The last day that is known of: the period's end, or today while it runs. */
  asOf: IsoDate;
  /** Only this organisation; null: the whole office. */
  unit: { id: string; name: string } | null;
  office: { name: string; level: OfficeLevel; receiver: string };
  now: QuotedReports;
  earlier: readonly EarlierReports[];
  organisations: OrganisationHistory;
  meetings: ReadonlyMap<string, NotedMeeting>;
  /** Reasons of planned visits that were missed, by plan. */
  missedReasons: ReadonlyMap<string, string>;
  petitions: PetitionBook;
  /** Petitions are kept since the period or before: without that, none raised means none recorded (R42). */
  keepsPetitions: boolean;
  petitionDone: RuleValue<'petition_done'>;
  /** Below which attendance a cell is named, and how many are named before "và … khác". */
  exceptions: RuleValue<'report_exceptions'>;
  issued: readonly GuidingDocument[];
  /** In force on the period's last day: what officials are assigned by. */
  assignedBy: readonly GuidingDocument[];
  /** `quý IV/2024` and what is planned for it; empty where the plan has nothing. */
  next: { name: string; themes: readonly PlannedTheme[] };
}

/** Whether anything at all is recorded of the period's meetings (handbook R42). */
export function hasMeetings({ now }: Bc09Data): boolean {
  return now.meetings.value('cells_met') !== null;
}
