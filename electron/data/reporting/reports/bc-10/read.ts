import type { DocumentAbout } from '../../../../contract/documents.ts';
import type { RemarkRecord } from '../../../../contract/remarks.ts';
import { SochiboError } from '../../../errors.ts';
import { committeeName } from '../../../issuing/committee-name.ts';
import { rootOrganisationId } from '../../../organisations/list-organisations.ts';
import { listRemarks } from '../../../remarks/list-remarks.ts';
import { readVisitsMade, type VisitsMade } from '../../../remarks/visits-made.ts';
import { readVisitSources } from '../../../visits/visit-log.ts';
import type { DocumentSource } from '../../document.ts';
import { type Period, parsePeriod } from '../../period.ts';
import { finishReport } from '../../run-report.ts';
import { Quotes } from '../prose/quotes.ts';

export interface Bc10Data {
  period: Period;
  remark: RemarkRecord;
  /** What was done in the committee's area, by record. */
  made: VisitsMade;
  /** Labels of the code list `event_kinds`. */
  eventKinds: ReadonlyMap<string, string>;
  /** BC-02 of the year, for the official's quota over all areas. */
  visits: Quotes;
  /** The committee that writes: `Đảng ủy xã Hòa Lẫm`; null: the office itself. */
  writtenBy: string | null;
  receiver: string;
}

/** Throws `wrong_arguments` unless a year, an official and a committee are named, `not_found` for nobody to remark on. */
export async function readBc10(
  source: DocumentSource,
  { period: key = '', unit, id }: DocumentAbout,
): Promise<Bc10Data> {
  const { db } = source;
  const period = parsePeriod(key);
  if (period.kind !== 'year' || unit === undefined) {
    throw new SochiboError('wrong_arguments', 'Nhận xét BC-10 lập theo năm, cho từng cán bộ và từng đảng bộ.');
  }
  const [remarks, sources, office, rootId, kinds, report] = await Promise.all([
    listRemarks(db, { year: period.year, day: source.madeOn }),
    readVisitSources(db),
    db.selectFrom('office').select(['name', 'superior']).executeTakeFirstOrThrow(),
    rootOrganisationId(db),
    db.selectFrom('code_list').select(['code', 'label']).where('list', '=', 'event_kinds').execute(),
    finishReport(source, { code: 'BC-02', period: key }),
  ]);
  const remark = remarks.find((one) => one.official_id === id && one.committee_id === unit);
  if (!remark) {
    throw new SochiboError('not_found', `Năm ${period.year} đảng bộ này không có cán bộ theo dõi cần nhận xét.`);
  }
  const made = await readVisitsMade(db, period.year, { from: period.dateFrom, to: period.dateTo }, sources);
  const isOffice = unit === rootId;
  return {
    period,
    remark,
    made: made(remark.official_id, unit),
    eventKinds: new Map(kinds.map(({ code, label }) => [code, label])),
    visits: new Quotes(report),
    writtenBy: isOffice ? null : committeeName(remark.committee),
    receiver: `Ban Thường vụ ${isOffice ? committeeName(office.superior) : office.name}`,
  };
}
