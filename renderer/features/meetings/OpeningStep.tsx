import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { Link } from 'wouter';
import { periodBounds } from '../../app/period.ts';
import { DateField } from '../../components/DateField.tsx';
import { formatDate } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';
import { TimeField } from '../../components/small-fields.tsx';
import { codesOf, meetingKindWords, visitBasisWords } from '../../components/words.ts';
import { ListEditor } from './ListEditor.tsx';
import { NameField } from './NameField.tsx';
import type { StepProps } from './step-props.ts';

const kinds = codesOf(meetingKindWords);
const dayOf = (date: string | null) => (date ? Number(date.slice(8)) : null);

/** The set day in the meeting's month; null where the month has no such day: it is never shifted (handbook R3). */
function setDayOf({ set_day, meeting }: StepProps['page']): string | null {
  const lastDay = Number(periodBounds(meeting.period).lastDay.slice(8));
  if (set_day === null || set_day > lastDay) return null;
  return `${meeting.period}-${String(set_day).padStart(2, '0')}`;
}

/** When, where, who chairs and writes; guests; dues. A day other than the set one wants a reason (handbook R3). */
export function OpeningStep({ page, form, set }: StepProps) {
  const names = page.roll.map(({ full_name }) => full_name);
  const setDate = setDayOf(page);
  const isOtherDay = page.set_day !== null && form.date !== null && dayOf(form.date) !== page.set_day;
  return (
    <>
      <div className="form-row">
        <NativeSelect
          label="Loại buổi"
          data={kinds.map((value) => ({ value, label: meetingKindWords[value] }))}
          value={form.kind}
          onChange={(event) => set({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? form.kind })}
        />
        <DateField label="Ngày họp" className="form-middle" value={form.date} onChange={(date) => set({ date })} />
        <TimeField
          label="Bắt đầu"
          className="form-narrow"
          value={form.started_at}
          onChange={(started_at) => set({ started_at })}
        />
      </div>
      {page.set_day !== null && (
        <p className={`small ${isOtherDay ? 'caution' : 'quiet'}`}>
          <Icon name={isOtherDay ? 'warning' : 'info'} /> Ngày sinh hoạt của chi bộ: ngày {page.set_day} hằng tháng
          {form.date === null ? '. ' : isOtherDay ? '; buổi này khác ngày quy định.' : '; đúng ngày quy định.'}
          {form.date === null && setDate !== null && (
            <button type="button" className="door" onClick={() => set({ date: setDate })}>
              Ghi ngày {formatDate(setDate)}
            </button>
          )}
        </p>
      )}
      {isOtherDay && (
        <>
          <TextInput
            label="Lý do khác ngày"
            value={form.other_day_reason ?? ''}
            onChange={(event) => set({ other_day_reason: event.currentTarget.value || null })}
          />
          <Checkbox
            size="xs"
            label="Cấp ủy cấp trên đã đồng ý đổi ngày"
            checked={form.other_day_approved === true}
            onChange={(event) => set({ other_day_approved: event.currentTarget.checked })}
          />
        </>
      )}
      <TextInput
        label="Địa điểm"
        value={form.place ?? ''}
        onChange={(event) => set({ place: event.currentTarget.value || null })}
      />
      <div className="form-row">
        <NameField
          label="Chủ trì"
          names={names}
          value={form.chair ?? ''}
          onChange={(chair) => set({ chair: chair || null })}
        />
        <NameField
          label="Thư ký"
          names={names}
          value={form.secretary ?? ''}
          onChange={(secretary) => set({ secretary: secretary || null })}
        />
      </div>
      <Checkbox
        size="xs"
        label="Đã thông báo tình hình thu nộp đảng phí"
        checked={form.dues_announced === true}
        onChange={(event) => set({ dues_announced: event.currentTarget.checked })}
      />
      {page.visits.length > 0 && (
        <section>
          <h3>Cấp ủy cấp trên dự</h3>
          <ul className="plain-list">
            {page.visits.map((visit) => (
              <li key={visit.id}>
                {visit.official_id ? (
                  <Link href={`/officials/${visit.official_id}`}>{visit.official}</Link>
                ) : (
                  visit.official
                )}{' '}
                <span className="quiet small">
                  {[visit.title, visitBasisWords[visit.basis]].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>Khách mời</h3>
        <ListEditor
          items={form.guests}
          onChange={(guests) => set({ guests })}
          blank={() => ({ name: '', capacity: null })}
          noun="khách mời"
          empty="Không có khách mời."
        >
          {(guest, setGuest) => (
            <div className="form-row">
              <TextInput
                label="Họ và tên"
                value={guest.name}
                onChange={(event) => setGuest({ name: event.currentTarget.value })}
              />
              <TextInput
                label="Chức vụ, tư cách dự"
                value={guest.capacity ?? ''}
                onChange={(event) => setGuest({ capacity: event.currentTarget.value || null })}
              />
            </div>
          )}
        </ListEditor>
      </section>
    </>
  );
}
