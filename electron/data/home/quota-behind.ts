import { runReport } from '../reporting/run-report.ts';
import { type HomeList, homeItem } from './home-item.ts';

/** Officials who are behind their quota of the year to date (BC-02, R27, R28). */
export const quotaBehind: HomeList = async ({ month, ...source }) => {
  const { rows } = await runReport(source, { code: 'BC-02', period: month });
  const records = rows.flatMap(({ key, name, kind, texts, figures }) => {
    const { quota_to_date: quota, visits_year_to_date: visits } = figures;
    if (kind !== 'official' || typeof quota !== 'number' || (visits ?? 0) >= quota) return [];
    const post = texts['Chức vụ, đơn vị công tác'];
    return [
      {
        entity: 'official',
        id: key,
        label: name,
        context: [`đã dự ${visits ?? 0}/${quota} lần đến kỳ`, post].filter(Boolean).join(' · '),
        date: null,
      },
    ];
  });
  return homeItem('quota_behind', 'late', records, (count) => `${count} cán bộ dự sinh hoạt chưa đủ định mức đến kỳ`);
};
