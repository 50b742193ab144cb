import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { DocumentTemplate, TemplateProblem } from '../../../electron/contract/templates.ts';
import { useChange } from '../../app/data.ts';
import { base64Of } from '../../app/file-content.ts';
import { useHandOver, useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { formatInt } from '../../components/format.ts';
import { Pane, PanePart } from '../../components/Pane.tsx';
import { ErrorState } from '../../components/states.tsx';

/** The template of one kind of document: upload, what is wrong with it, the tags it may use, and the way back. */
export function TemplatePane({ kind, onClose }: { kind: DocumentTemplate; onClose: () => void }) {
  const { code, template } = kind;
  const hand = useHandOver();
  const offerUndo = useOfferUndo();
  const [problems, setProblems] = useState<{ file: string; found: TemplateProblem[] } | null>(null);
  const upload = useChange(async (file: File) => {
    const sent = { code, name: file.name, content: await base64Of(file) };
    const found = await client.templates.check(sent);
    setProblems({ file: file.name, found });
    if (found.length > 0) return false;
    await client.templates.save(sent);
    return true;
  });
  const restore = useChange(() => client.templates.restore({ code }));
  const take = (file: File | null) => {
    if (!file) return;
    upload.mutate(file, { onSuccess: (kept) => void (kept && offerUndo(`Đã dùng mẫu ${file.name}`)) });
  };
  return (
    <Pane
      title={kind.title}
      under={template ? `Mẫu riêng: ${template.name}` : 'Bố cục của chương trình'}
      onClose={onClose}
    >
      <div className="template-acts">
        <FileButton accept=".docx" onChange={take}>
          {(props) => (
            <Button {...props} loading={upload.isPending}>
              Tải mẫu lên…
            </Button>
          )}
        </FileButton>
        <Button variant="default" onClick={() => void hand(() => client.templates.starter({ code }))}>
          Tệp có sẵn các thẻ
        </Button>
        {template && (
          <>
            <Button variant="default" onClick={() => void hand(() => client.templates.file({ code }))}>
              Lấy mẫu đang dùng
            </Button>
            <Button
              variant="default"
              onClick={() =>
                restore.mutate(undefined, { onSuccess: () => void offerUndo('Đã trở về bố cục của chương trình') })
              }
            >
              Trở về bố cục gốc
            </Button>
          </>
        )}
      </div>
      {upload.isError && <ErrorState error={upload.error} />}
      {restore.isError && <ErrorState error={restore.error} />}
      {problems && problems.found.length > 0 && (
        <div role="alert">
          <p className="problem">
            Mẫu {problems.file} chưa dùng được, {formatInt(problems.found.length)} chỗ phải sửa:
          </p>
          <ol className="template-problems">
            {problems.found.map(({ message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list stands as it came from one check
              <li key={index}>{message}</li>
            ))}
          </ol>
        </div>
      )}
      <PanePart title="Thẻ đơn">
        <p className="quiet">
          Viết trong tệp Word đúng như dưới đây, kể cả dấu ngoặc; chữ hoa, chữ thường không quan trọng.
        </p>
        <ul className="plain-list template-tags">
          {kind.facts.map((tag) => (
            <li key={tag}>
              <code>{`{${tag}}`}</code>
            </li>
          ))}
        </ul>
      </PanePart>
      {kind.lists.map(({ name, tags }) => (
        <PanePart key={name} title={`Danh sách ${name}`}>
          <p className="quiet">
            Mở bằng <code>{`{#${name}}`}</code>, đóng bằng <code>{`{/${name}}`}</code>; trong bảng thì mở ở ô đầu, đóng
            ở ô cuối của cùng một dòng.
          </p>
          <ul className="plain-list template-tags">
            {tags.map((tag) => (
              <li key={tag}>
                <code>{`{${tag}}`}</code>
              </li>
            ))}
          </ul>
        </PanePart>
      ))}
    </Pane>
  );
}
