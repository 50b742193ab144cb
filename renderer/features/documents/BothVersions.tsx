import { Button } from '@mantine/core';
import type { EditableParagraph } from '../../../electron/contract/documents.ts';

type Props = {
  edited: string;
  paragraph: EditableParagraph;
  busy: boolean;
  onKeep: () => void;
  onReplace: () => void;
};

/** The clerk's words beside what the program writes since the figures changed: the clerk says which is printed. */
export function BothVersions({ edited, paragraph, busy, onKeep, onReplace }: Props) {
  return (
    <div className="both-versions">
      <section aria-label="Lời đã sửa">
        <h4>Lời đã sửa</h4>
        <p>{edited || '(bỏ đoạn này)'}</p>
        <Button size="compact-xs" variant="default" disabled={busy} onClick={onKeep}>
          Giữ lời của tôi
        </Button>
      </section>
      <section aria-label="Lời mới của chương trình">
        <h4>Lời mới của chương trình</h4>
        <p>{paragraph.generated}</p>
        <Button size="compact-xs" variant="default" disabled={busy} onClick={onReplace}>
          Dùng lời mới
        </Button>
      </section>
      <p className="quiet small both-versions-then">Khi sửa, chương trình viết: {paragraph.generated_then}</p>
    </div>
  );
}
