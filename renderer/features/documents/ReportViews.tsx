import { SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';

/** What leaves the office, in its parts, each with its own address. */
const views = [
  { value: '/reports', label: 'Biểu số liệu' },
  { value: '/documents', label: 'Văn bản' },
  { value: '/documents/register', label: 'Sổ văn bản' },
  { value: '/reports/frozen', label: 'Đã chốt' },
];

/** The chooser above every list of the place "Báo cáo". */
export function ReportViews({ current }: { current: string }) {
  const [, navigate] = useLocation();
  return <SegmentedControl aria-label="Cách xem" value={current} onChange={(path) => navigate(path)} data={views} />;
}
