import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { EditableParagraph } from '../../../electron/contract/documents.ts';
import { wordsShown } from './document-page.ts';

type Props = {
  paragraph: EditableParagraph;
  text: string;
  busy: boolean;
  onType: (text: string) => void;
  onSave: (text: string | null, said: string) => void;
  onClose: () => void;
};

/** Letters in a line of the field, about. */
const lineLength = 56;

/** One paragraph in the clerk's words. Emptied, it is left out of the document. */
export function ParagraphEditor({ paragraph, text, busy, onType, onSave, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const dirty = text !== wordsShown(paragraph);
  return (
    <div ref={box} className="paragraph-editor">
      <Textarea
        ref={field}
        label="Lời của đoạn"
        description="Để trống: bỏ đoạn này khỏi văn bản"
        rows={Math.min(16, Math.max(4, Math.ceil(text.length / lineLength) + 1))}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {paragraph.edited !== null && <p className="quiet small">Chương trình viết: {paragraph.generated}</p>}
      <div className="paragraph-acts">
        <Button
          size="compact-sm"
          title="Ctrl+S"
          disabled={!dirty}
          loading={busy}
          onClick={() => onSave(text, 'Đã sửa lời một đoạn')}
        >
          Lưu
        </Button>
        {paragraph.edited !== null && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            onClick={() => onSave(null, 'Đã trở về lời của chương trình')}
          >
            Dùng lời của chương trình
          </Button>
        )}
        <Button size="compact-sm" variant="default" title="Esc" onClick={onClose}>
          Đóng
        </Button>
      </div>
    </div>
  );
}
