import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/data.ts';
import { MeetingVisits } from '../visits/MeetingVisits.tsx';
import { ListEditor } from './ListEditor.tsx';
import { NameField } from './NameField.tsx';
import type { StepProps } from './step-props.ts';

/** Officials who visited, as the visits say; and guests, who may be officials too. */
export function GuestList({ page, form, set }: StepProps) {
  const officials = useQuery(
    api.officials.list.queryOptions({ input: { as_of: form.date ?? page.meeting.date ?? undefined } }),
  );
  const known = officials.data ?? [];
  /** The one official of that name is linked; of several the clerk's words stand alone. */
  const named = (name: string) => {
    const [only, ...others] = known.filter(({ full_name }) => full_name === name);
    return only && others.length === 0 ? only : null;
  };
  return (
    <>
      <MeetingVisits meetingId={page.meeting.id} />
      <section>
        <h3>Khách mời</h3>
        <ListEditor
          items={form.guests}
          onChange={(guests) => set({ guests })}
          blank={() => ({ name: '', capacity: null, official_id: null })}
          noun="khách mời"
          empty="Không có khách mời."
        >
          {(guest, setGuest) => (
            <>
              <div className="form-row">
                <NameField
                  label="Họ và tên"
                  names={known.map(({ full_name }) => full_name)}
                  value={guest.name}
                  onChange={(name) => {
                    const official = named(name);
                    setGuest({
                      name,
                      official_id: official?.id ?? null,
                      ...(official && guest.capacity === null && { capacity: official.title }),
                    });
                  }}
                />
                <TextInput
                  label="Chức vụ, tư cách dự"
                  value={guest.capacity ?? ''}
                  onChange={(event) => setGuest({ capacity: event.currentTarget.value || null })}
                />
              </div>
              {guest.official_id !== null && <p className="quiet small">Có trong danh sách cán bộ dự sinh hoạt.</p>}
            </>
          )}
        </ListEditor>
      </section>
    </>
  );
}
