import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { ErrorState } from '../../components/states.tsx';

/** Whether the office covers identity numbers, for everybody who works in it. */
export function CoverNumbers() {
  const { data: worker } = useQuery(api.people.who.queryOptions());
  const cover = useChange((covered: boolean) => client.people.coverNumbers({ covered }));
  if (!worker) return null;
  return (
    <>
      <Checkbox
        label="Che số định danh trên màn hình và tệp xuất"
        title="Ai cần xem đủ số thì chọn “Hiện số trong 5 phút” ở thanh trạng thái"
        checked={worker.office_covers}
        disabled={cover.isPending}
        onChange={(event) => cover.mutate(event.currentTarget.checked)}
      />
      {cover.isError && <ErrorState error={cover.error} />}
    </>
  );
}
