import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { api } from '../app/data.ts';
import { EmptyState } from './states.tsx';

/** An office without cells: what would bring them. */
export function NoCells() {
  return (
    <EmptyState title="Sổ chưa có chi bộ nào">
      <p>
        <Link href="/imports">Nhập bảng tính</Link> danh sách tổ chức, đảng viên, phân công của cơ quan; hoặc{' '}
        <Link href="/organisations">tạo từng chi bộ</Link>.
      </p>
    </EmptyState>
  );
}

/** `children` where the office has cells: without any, nothing can be said to be in order. */
export function WithCells({ children }: { children: ReactNode }) {
  const office = useQuery(api.office.current.queryOptions({ input: {} }));
  return office.data?.counts.cells === 0 ? <NoCells /> : children;
}
