import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';

/** BC-15: the members at the period's end in the 29 columns of the national database, with or without those who left. */
export function NationalListButton({ period, label, unit }: { period: string; label: string; unit: string | null }) {
  const [asking, setAsking] = useState(false);
  const [leavers, setLeavers] = useState(false);
  const handOver = useHandOver();
  return (
    <>
      <Button variant="default" className="tools-end" onClick={() => setAsking(true)}>
        Xuất theo cột CSDL
      </Button>
      <Dialog
        title="BC-15: danh sách đảng viên theo cột CSDL"
        opened={asking}
        onClose={() => setAsking(false)}
        action="Xuất Excel"
        onAction={() => {
          setAsking(false);
          void handOver(() => client.reports.nationalList({ period, leavers, ...(unit === null ? {} : { unit }) }));
        }}
      >
        <p>Đảng viên đến hết kỳ {label}, đúng 29 cột của cơ sở dữ liệu. Tệp có số định danh đầy đủ: giữ kín.</p>
        <Checkbox
          size="xs"
          label="Cả người đã chuyển đi, từ trần, ra khỏi Đảng, kèm ngày"
          checked={leavers}
          onChange={(event) => setLeavers(event.currentTarget.checked)}
        />
      </Dialog>
    </>
  );
}
