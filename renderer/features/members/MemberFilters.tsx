import { memo } from 'react';
import { FilterBox } from '../../components/FilterBox.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { SelectFilter } from '../../components/SelectFilter.tsx';
import { genderWords, standingWords, statusWords } from '../../components/words.ts';
import type { MemberFilterState } from './member-filters.ts';

/** The filters above the member list, in words. */
export function MemberFilters({ filters }: { filters: MemberFilterState }) {
  const { values, set } = filters;
  return (
    <>
      <FilterBox
        value={values.text}
        onChange={(text) => set('text', text)}
        placeholder="Tìm theo họ tên, số thẻ; không cần dấu"
      />
      <ClosedFilters
        organisation={values.organisation}
        status={values.status}
        standing={values.standing}
        gender={values.gender}
        set={set}
      />
    </>
  );
}

type ClosedProps = Omit<MemberFilterState['values'], 'text'> & Pick<MemberFilterState, 'set'>;

/** Those that one chooses from: a letter typed beside them draws none of them anew. */
const ClosedFilters = memo(function ClosedFilters({ organisation, status, standing, gender, set }: ClosedProps) {
  return (
    <>
      <OrganisationPicker
        value={organisation || null}
        onChange={(id) => set('organisation', id)}
        none="Mọi tổ chức"
        width={180}
      />
      <SelectFilter
        label="Trạng thái"
        none="Mọi trạng thái"
        words={statusWords}
        value={status}
        onChange={(value) => set('status', value)}
      />
      <SelectFilter
        label="Tư cách"
        none="Mọi tư cách"
        words={standingWords}
        value={standing}
        onChange={(value) => set('standing', value)}
      />
      <SelectFilter
        label="Giới tính"
        none="Nam và nữ"
        words={genderWords}
        value={gender}
        onChange={(value) => set('gender', value)}
      />
    </>
  );
});
