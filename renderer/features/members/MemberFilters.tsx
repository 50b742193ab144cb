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
      <OrganisationPicker
        value={values.organisation || null}
        onChange={(id) => set('organisation', id)}
        none="Mọi tổ chức"
        width={180}
      />
      <SelectFilter
        label="Trạng thái"
        none="Mọi trạng thái"
        words={statusWords}
        value={values.status}
        onChange={(status) => set('status', status)}
      />
      <SelectFilter
        label="Tư cách"
        none="Mọi tư cách"
        words={standingWords}
        value={values.standing}
        onChange={(standing) => set('standing', standing)}
      />
      <SelectFilter
        label="Giới tính"
        none="Nam và nữ"
        words={genderWords}
        value={values.gender}
        onChange={(gender) => set('gender', gender)}
      />
    </>
  );
}
