import { document } from '../document.ts';
import { figureValue } from '../figure.ts';
import { parsePeriod, previousPeriod } from '../period.ts';
import { finishReport } from '../run-report.ts';
import { readLetterOffice, requirePeriod } from './bc-14/office.ts';
import {
  nameOf,
  type OfficialsLetter,
  officialsLetterBody,
  officialsLetterSubject,
  remindedIn,
} from './bc-14/officials.ts';
import { fieldsFrom, rowsOf } from './letters/fields.ts';
import { decapitalised } from './prose/phrases.ts';

/** More addressees than these are named in the letter, not above it. */
const mostAddressees = 6;

/** BC-14 Công văn đôn đốc to officials short of their quota or with reports missing; every figure is one of BC-02. */
export const officialsReminder = document<OfficialsLetter>({
  code: 'BC-14-CB',
  title: 'Công văn đôn đốc cán bộ dự sinh hoạt và nộp báo cáo',
  kind: { code: 'CV', name: null },
  issuer: 'advisory_body',
  subject: null,
  async list(source, { key, label }, unit) {
    const about = { period: key, ...(unit === null ? {} : { unit }) };
    const now = await finishReport(source, { code: 'BC-02', period: key, ...(unit === null ? {} : { unit }) });
    return remindedIn(now).length === 0 ? [] : [{ name: nameOfLetter(label), about }];
  },
  async read(source, { period, unit }) {
    const key = requirePeriod(period);
    const asked = { code: 'BC-02', ...(unit === undefined ? {} : { unit }) };
    const [now, before, office] = await Promise.all([
      finishReport(source, { ...asked, period: key }),
      finishReport(source, { ...asked, period: previousPeriod(parsePeriod(key)).key }),
      readLetterOffice(source.db),
    ]);
    return { now, before, advisoryBody: office.advisoryBody };
  },
  build: (letter) => {
    const { period, asOf } = letter.now.scope;
    const reminded = remindedIn(letter.now);
    return {
      name: nameOfLetter(period.label),
      day: asOf,
      organisationId: null,
      subject: officialsLetterSubject(letter.now),
      addressees: {
        names:
          reminded.length > 0 && reminded.length <= mostAddressees
            ? reminded.map(({ row }) => nameOf(row))
            : ['Các đồng chí có tên trong Công văn này'],
        submission: false,
      },
      body: officialsLetterBody(letter),
      recipients: ['Như trên'],
      annexes: [],
      filedOnly: true,
      warnings: reminded.length === 0 ? ['Trong kỳ không có cán bộ nào phải đôn đốc.'] : [],
    };
  },
  ...fieldsFrom<OfficialsLetter>(
    { Kỳ: ({ now }) => now.scope.period.label, 'Cơ quan tham mưu': ({ advisoryBody }) => advisoryBody },
    {
      'Cán bộ': rowsOf(({ now }) => remindedIn(now), {
        TT: (_, index) => index + 1,
        'Họ và tên': ({ row }) => row.name,
        'Chức vụ': ({ row }) => row.texts['Chức vụ, đơn vị công tác'] ?? null,
        'Định mức đến kỳ': ({ row }) => value(row.figures.quota_to_date),
        'Đã dự': ({ row }) => value(row.figures.visits_year_to_date),
        'Còn thiếu': ({ missing }) => missing,
        'Báo cáo phải nộp': ({ row }) => value(row.figures.reports_due),
        'Báo cáo đã nộp': ({ row }) => value(row.figures.reports_submitted),
      }),
    },
  ),
});

function value(figure: Parameters<typeof figureValue>[0] | undefined): number | null {
  return figure === undefined ? null : figureValue(figure);
}

function nameOfLetter(label: string): string {
  return `Công văn đôn đốc cán bộ dự sinh hoạt ${decapitalised(label).replace('/', '-')}`;
}
