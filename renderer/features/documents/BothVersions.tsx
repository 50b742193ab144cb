import { Button } from '@mantine/core';
import type { EditableParagraph } from '../../../electron/contract/documents.ts';

type Props = {
  paragraph: EditableParagraph;
  busy: boolean;
  /** `text`: the words that stand from now on, null the program's; `said`: what the notice says that takes it back. */
  onSave: (text: string | null, said: string) => void;
};

/** The clerk's words beside what the program writes since the figures changed: the clerk says which is printed. */
export function BothVersions({ paragraph: { edited, generated, generated_then }, busy, onSave }: Props) {
  return (
    <div className="both-versions">
      <section aria-label="Lời đã sửa">
        <h4>Lời đã sửa (đang in)</h4>
        <p>{edited || '(bỏ đoạn này)'}</p>
        <Button size="compact-xs" variant="default" disabled={busy} onClick={() => onSave(edited, 'Đã giữ lời đã sửa')}>
          Giữ lời của tôi
        </Button>
      </section>
      <section aria-label="Lời mới của chương trình">
        <h4>Lời mới của chương trình</h4>
        <p>{generated}</p>
        <Button size="compact-xs" variant="default" disabled={busy} onClick={() => onSave(null, 'Đã dùng lời mới')}>
          Dùng lời mới
        </Button>
      </section>
      <p className="quiet small both-versions-then">Khi sửa, chương trình viết: {generated_then}</p>
    </div>
  );
}
