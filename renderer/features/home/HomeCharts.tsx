import { useLocation } from 'wouter';
import type { HomeCharts as Charts } from '../../../electron/contract/home.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { formatInt, formatMonth, formatPercent } from '../../components/format.ts';
import { type Bar, BarChart } from './BarChart.tsx';

/** The year so far: attendance by month, quota by title group, petitions by field. A figure opens its report. */
export function HomeCharts({ charts: { year, attendance, quota, petitions } }: { charts: Charts }) {
  const { asOf, setPeriod } = usePeriod();
  const [, navigate] = useLocation();
  const openReport = (code: string, period: string) => {
    setPeriod(period);
    navigate(`/reports/${code}`);
  };
  return (
    <>
      <BarChart
        title={`Tỷ lệ đảng viên dự sinh hoạt, năm ${year}`}
        unit="Có mặt/phải dự, %"
        max={100}
        empty="Chưa có buổi sinh hoạt nào được ghi."
        bars={attendanceBars(attendance, (month) => openReport('BC-05', month))}
      />
      <BarChart
        title="Lượt dự so với định mức đến kỳ"
        unit="Đã dự/định mức"
        max={Math.max(1, ...quota.map((group) => Math.max(group.visits, group.quota)))}
        empty="Chưa có cán bộ nào có định mức."
        bars={quota.map((group) => ({
          key: group.label,
          label: group.label,
          value: group.quota,
          part: group.visits,
          text: `${formatInt(group.visits)}/${formatInt(group.quota)} · ${formatInt(group.officials)} cán bộ`,
          onOpen: () => openReport('BC-02', asOf.slice(0, 7)),
        }))}
      />
      <BarChart
        title={`Kiến nghị theo lĩnh vực, năm ${year}`}
        unit="Đã giải quyết/tổng số"
        max={Math.max(1, ...petitions.map(({ open, done }) => open + done))}
        empty="Chưa có kiến nghị nào được ghi."
        bars={petitions.map(({ label, open, done }) => ({
          key: label,
          label,
          value: open + done,
          part: done,
          text: `${formatInt(done)}/${formatInt(open + done)}`,
          onOpen: () => openReport('BC-04', String(year)),
        }))}
      />
    </>
  );
}

function attendanceBars(attendance: Charts['attendance'], open: (month: string) => void): Bar[] {
  if (attendance.every(({ percent }) => percent === null)) return [];
  return attendance.map(({ month, present, due, percent }) => ({
    key: month,
    label: `Tháng ${formatMonth(month)}`,
    value: percent,
    ...(percent === null ? {} : { part: percent }),
    text: percent === null ? 'chưa có số' : `${formatPercent(percent)} % · ${formatInt(present)}/${formatInt(due)}`,
    onOpen: () => open(month),
  }));
}
