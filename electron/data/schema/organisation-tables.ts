import type { Dated, OrganisationEventKind, OrganisationKind, Row, TruthValue } from './column-types.ts';

export interface OrganisationRow extends Row, Dated {
  code: string | null;
  kind: OrganisationKind;
}

export interface OrganisationVersionRow extends Row, Dated {
  organisation_id: string;
  name: string;
  search_key: string;
  sort_key: string;
  parent_id: string | null;
  cell_type: string | null;
  is_residential: TruthValue | null;
  difficulty_flags: string;
  phone: string | null;
  note: string | null;
  position: number;
}

export interface MeetingDayRow extends Row, Dated {
  organisation_id: string;
  day: number;
  document: string | null;
}

export interface OrganisationEventRow extends Row {
  kind: OrganisationEventKind;
  date: string;
  organisation_id: string;
  other_id: string | null;
  document: string | null;
  detail: string;
}

export interface OrganisationCountRow extends Row {
  organisation_id: string;
  as_of: string;
  members: number | null;
  women: number | null;
  probationary: number | null;
  exempt: number | null;
}

/** Columns of `organisation_version` since version 2. */
export interface OrganisationVersionAdditions {
  short_name: string | null;
  /** Hamlets or quarters the cell covers. */
  area: string | null;
  /** HD 42: a small cell's own minimum, minutes. */
  own_min_minutes: number | null;
  /** `19:30` */
  default_time: string | null;
  default_place: string | null;
}

export interface MeetingDayAdditions {
  reason: string | null;
}

/** Handbook R3: an approved other day of the month while it is in force. */
export interface MeetingDayExceptionRow extends Row, Dated {
  organisation_id: string;
  day: number;
  approval_document: string | null;
  reason: string | null;
}
