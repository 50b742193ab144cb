import { Radio } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../app/data.ts';
import { formatDate } from '../../components/format.ts';
import { petitionStateWords } from '../../components/words.ts';

type Props = {
  /** The petition itself, where it is in the book already. */
  id?: string;
  cellId: string;
  content: string;
  date: string;
  value: string | null;
  onChange: (id: string | null) => void;
};

/** Petitions that may be the same matter, to be chosen as the first mention (handbook R37). Nothing where there are none. */
export function SimilarPetitions({ id, cellId, content, date, value, onChange }: Props) {
  const settled = useSettled(content);
  const similar = useQuery({
    ...api.petitions.similar.queryOptions({
      input: { ...(id === undefined ? {} : { id }), cell_id: cellId, content: settled, date },
      placeholderData: keepPreviousData,
    }),
    enabled: settled.trim() !== '',
  });
  if (!similar.data || similar.data.length === 0) return null;
  return (
    <fieldset className="likely-list">
      <legend>Có thể là việc đã nêu</legend>
      <Radio
        name="likely"
        label={id === undefined ? 'Việc mới' : 'Việc riêng'}
        checked={value === null}
        onChange={() => onChange(null)}
      />
      {similar.data.map(({ petition, same_cell }) => (
        <Radio
          key={petition.id}
          name="likely"
          label={petition.content}
          description={[
            petition.code,
            formatDate(petition.date),
            same_cell ? 'cùng chi bộ' : petition.cell,
            petitionStateWords[petition.state],
          ].join(' · ')}
          checked={value === petition.id}
          onChange={() => onChange(petition.id)}
        />
      ))}
    </fieldset>
  );
}

const rest = 250;

/** The text once the hands rest (milliseconds). */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), rest);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}
