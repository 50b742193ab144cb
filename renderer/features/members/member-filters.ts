import { useCallback, useMemo } from 'react';
import type { MemberQuery } from '../../../electron/contract/members.ts';
import { useKeptChoice, useKeptText } from '../../app/kept.ts';
import { usePeriod } from '../../app/period-state.tsx';
import type { Sort } from '../../components/data-table/column.ts';
import { codesOf, genderWords, standingWords, statusWords } from '../../components/words.ts';

const sortKeys = ['name', 'birth_date', 'admission_date', 'cell'] as const;
const statuses = codesOf(statusWords);
const standings = codesOf(standingWords);
const genders = codesOf(genderWords);

/** The filters of the member list, remembered while the window is open, and the question they make. */
export function useMemberFilters() {
  const { asOf } = usePeriod();
  const [text, setText] = useKeptText('members:text');
  const [organisation, setOrganisation] = useKeptText('members:organisation');
  const [status, setStatus] = useKeptChoice('members:status', statuses, null);
  const [standing, setStanding] = useKeptChoice('members:standing', standings, null);
  const [gender, setGender] = useKeptChoice('members:gender', genders, null);
  const [sortKey, setSortKey] = useKeptChoice('members:sort', sortKeys, 'name');
  const [order, setOrder] = useKeptText('members:order');
  const sort = useMemo<Sort>(() => ({ key: sortKey ?? 'name', descending: order === 'descending' }), [sortKey, order]);
  const values = { text, organisation, status, standing, gender };
  const setters = useMemo(
    () => ({
      text: (value: string | null) => setText(value ?? ''),
      organisation: (value: string | null) => setOrganisation(value ?? ''),
      status: setChoice(statuses, setStatus),
      standing: setChoice(standings, setStanding),
      gender: setChoice(genders, setGender),
    }),
    [setText, setOrganisation, setStatus, setStanding, setGender],
  );
  const query = useMemo<MemberQuery>(
    () => ({
      as_of: asOf,
      ...(text.trim() ? { text: text.trim() } : {}),
      ...(organisation ? { organisation_id: organisation } : {}),
      ...(status ? { status } : {}),
      ...(standing ? { standing } : {}),
      ...(gender ? { gender } : {}),
      sort: sortKey ?? 'name',
      descending: order === 'descending',
    }),
    [asOf, text, organisation, status, standing, gender, sortKey, order],
  );
  return {
    values,
    query,
    sort,
    active: Object.values(values).some(Boolean),
    set: useCallback((name: keyof typeof setters, value: string | null) => setters[name](value), [setters]),
    clear: useCallback(() => {
      for (const set of Object.values(setters)) set(null);
    }, [setters]),
    sortBy: useCallback(
      (key: string) => {
        const next = sortKeys.find((candidate) => candidate === key);
        if (!next) return;
        setOrder(next === sort.key && !sort.descending ? 'descending' : '');
        setSortKey(next);
      },
      [sort, setOrder, setSortKey],
    ),
  };
}

function setChoice<T extends string>(choices: readonly T[], set: (value: T | null) => void) {
  return (value: string | null) => set(choices.find((choice) => choice === value) ?? null);
}

export type MemberFilterState = ReturnType<typeof useMemberFilters>;
