import { useState } from 'react';
import type { PetitionRecord } from '../../../electron/contract/petitions.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FilterBox } from '../../components/FilterBox.tsx';
import { FormFlow } from '../../components/FormFlow.tsx';
import { SimilarPetitions } from './SimilarPetitions.tsx';

/** Says of which matter a petition is a repeated mention, or that it is one of its own (handbook R37). */
export function DuplicateDialog({ petition, onClose }: { petition: PetitionRecord; onClose: () => void }) {
  const [first, setFirst] = useState(petition.duplicate_of);
  const [words, setWords] = useState('');
  const offerUndo = useOfferUndo();
  const link = useChange(() => client.petitions.link({ id: petition.id, duplicate_of: first }));
  return (
    <Dialog
      title={`${petition.code} là lần nhắc lại của việc nào`}
      opened
      onClose={onClose}
      action="Ghi"
      disabled={first === petition.duplicate_of}
      busy={link.isPending}
      error={link.error}
      onAction={() =>
        link.mutate(undefined, {
          onSuccess: () => {
            onClose();
            void offerUndo(first === null ? `Đã tách ${petition.code} thành việc riêng` : `Đã nối ${petition.code}`);
          },
        })
      }
      size={640}
    >
      <p className="petition-content">{petition.content}</p>
      <FormFlow>
        <FilterBox value={words} onChange={setWords} placeholder="Tìm việc theo nội dung khác" />
        <SimilarPetitions
          id={petition.id}
          cellId={petition.cell_id}
          content={words.trim() === '' ? petition.content : words}
          date={petition.date ?? localToday()}
          value={first}
          onChange={setFirst}
        />
      </FormFlow>
      <p className="quiet small">Kết quả của việc nêu lần đầu là kết quả của mọi lần nhắc lại.</p>
    </Dialog>
  );
}
