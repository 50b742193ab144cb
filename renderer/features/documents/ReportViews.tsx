import { SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import { useWhyNots } from '../../app/use-why-not.ts';

/** What leaves the office, in its parts, each with its own address. */
const views = [
  { value: '/reports', label: 'Biểu số liệu', needs: 'reports.ofPeriod' },
  { value: '/documents', label: 'Văn bản', needs: 'documents.list' },
  { value: '/documents/register', label: 'Sổ văn bản', needs: 'register.list' },
  { value: '/reports/frozen', label: 'Đã chốt', needs: 'frozen.list' },
] as const;

/** The chooser above every list of the place "Báo cáo". */
export function ReportViews({ current }: { current: string }) {
  const [, navigate] = useLocation();
  const whyNot = useWhyNots();
  const data = views.map(({ value, label, needs }) => ({ value, label, disabled: whyNot(needs) !== null }));
  return <SegmentedControl aria-label="Cách xem" value={current} onChange={(path) => navigate(path)} data={data} />;
}
