import { Button, FileButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AttachmentEntity } from '../../../electron/contract/attachments.ts';
import { api, useChange } from '../../app/data.ts';
import { useHandOver, useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { ErrorState, Note } from '../../components/states.tsx';
import { attachFile, isTooLarge } from './attach-file.ts';

type Props = { entity: AttachmentEntity; id: string; children?: ReactNode };

/** Files beside a record, a scan of a decision or a regulation: open, add, take off. */
export function AttachedFiles({ entity, id, children }: Props) {
  const files = useQuery(api.attachments.list.queryOptions({ input: { entity, entity_id: id } }));
  const hand = useHandOver();
  const offerUndo = useOfferUndo();
  const add = useChange(async (file: File) => {
    if (isTooLarge(file)) return false;
    await attachFile(entity, id, file);
    return true;
  });
  const remove = useChange((file: string) => client.attachments.remove({ id: file }));
  return (
    <div>
      {children}
      <ul className="plain-list small">
        {(files.data ?? []).map((file) => (
          <li key={file.id} className="row-acts">
            <button type="button" className="door" onClick={() => hand(() => client.attachments.file({ id: file.id }))}>
              {file.name}
            </button>
            <button
              type="button"
              className="door"
              aria-label={`Bỏ tệp ${file.name}`}
              onClick={() => remove.mutate(file.id, { onSuccess: () => void offerUndo(`Đã bỏ tệp ${file.name}`) })}
            >
              Bỏ
            </button>
          </li>
        ))}
      </ul>
      {add.data === false && <Note tone="problem">Tệp lớn quá 20 MB. Quét lại ở độ phân giải thấp hơn.</Note>}
      {add.error && <ErrorState error={add.error} />}
      <FileButton onChange={(file) => file && add.mutate(file)}>
        {(props) => (
          <Button {...props} size="compact-xs" variant="default" loading={add.isPending}>
            Đính kèm tệp…
          </Button>
        )}
      </FileButton>
    </div>
  );
}
