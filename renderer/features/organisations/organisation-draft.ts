import type { OrganisationFacts } from '../../../electron/contract/organisations.ts';

/** An organisation of which nothing is known but where it stands. */
export function blankFacts(parent: string | null): OrganisationFacts {
  return {
    name: '',
    short_name: null,
    parent_id: parent,
    cell_type: null,
    is_residential: null,
    difficulty_flags: [],
    area: null,
    phone: null,
    note: null,
    own_min_minutes: null,
    default_time: null,
    default_place: null,
  };
}
