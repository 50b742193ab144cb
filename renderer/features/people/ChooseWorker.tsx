import './people.css';
import { Button } from '@mantine/core';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { useOfficeDoors } from '../../app/use-office.ts';
import { ErrorState } from '../../components/states.tsx';

/** Asks who works, in an office that knows its people and is not locked by passphrases. */
export function ChooseWorker({ choices }: { choices: readonly { id: string; name: string }[] }) {
  const choose = useChange((id: string) => client.people.choose({ id }));
  const { close } = useOfficeDoors();
  return (
    <main className="people-choose">
      <h1>Ai đang làm việc?</h1>
      <p>
        Chọn tên chỉ để ghi nhật ký và giao quyền, không có mật khẩu: ai mở được tệp sổ cũng chọn được bất kỳ tên nào.
        Muốn mỗi người một mật khẩu, mã hóa sổ ở Thiết lập.
      </p>
      <div className="people-choices">
        {choices.map(({ id, name }, index) => (
          <Button
            key={id}
            variant="default"
            autoFocus={index === 0}
            loading={choose.isPending && choose.variables === id}
            onClick={() => choose.mutate(id)}
          >
            {name}
          </Button>
        ))}
      </div>
      {choose.isError && <ErrorState error={choose.error} />}
      <button type="button" className="door" onClick={() => close.mutate()}>
        Đóng sổ
      </button>
    </main>
  );
}
