import './petitions.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { MeetingPage } from '../../../electron/contract/meetings.ts';
import { api } from '../../app/data.ts';
import { Icon } from '../../components/icons.tsx';
import { petitionStateWords } from '../../components/words.ts';
import { PetitionDialog } from './PetitionDialog.tsx';

/** What was asked for at a meeting, and the way to write down one more. Written to the book at once. */
export function MeetingPetitions({ page }: { page: MeetingPage }) {
  const { meeting, visits, roll } = page;
  const [creating, setCreating] = useState(false);
  const petitions = useQuery(api.petitions.list.queryOptions({ input: { meeting_id: meeting.id } }));
  return (
    <section className="meeting-petitions" aria-label="Ý kiến, kiến nghị của buổi này">
      <h3>Ý kiến, kiến nghị gửi lên</h3>
      {petitions.data?.length === 0 && <p className="quiet">Chưa có kiến nghị nào ghi ở buổi này.</p>}
      <ul className="plain-list">
        {(petitions.data ?? []).map(({ id, code, content, state }) => (
          <li key={id}>
            <Link href={`/petitions/${id}`}>{code}</Link>
            <span>{content}</span>
            <span className="quiet small">{petitionStateWords[state]}</span>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="default" leftSection={<Icon name="add" />} onClick={() => setCreating(true)}>
          Ghi kiến nghị
        </Button>
      </div>
      {creating && (
        <PetitionDialog
          source={{
            cellId: meeting.cell_id,
            date: meeting.date,
            meetingId: meeting.id,
            visits,
            members: roll,
          }}
          onClose={() => setCreating(false)}
        />
      )}
    </section>
  );
}
