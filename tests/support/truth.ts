import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type Sample = 'district-a' | 'commune-b';

/** The figures of one period for one organisation or for all, as the sample's README defines them. */
export interface TruthFigures {
  [key: string]: number | null | Record<string, number> | string[] | Record<string, string[]>;
}

export interface TruthOfficial {
  name: string;
  attended_as_substitute: number;
  quota: number;
  counted: number;
  shortfall: number;
  counted_by_month: number[];
  attended_outside: number;
  planned_substituted: number;
  missed_with_reason: number;
  missed_without_reason: number;
  reports: { due: number; submitted: number; late: number } | null;
}

export type PetitionTruthResult = 'ON_SPOT' | 'RESOLVED' | 'IN_PROGRESS' | 'UNRESOLVED';

/** The parts of a sample's truth.json that tests use. What each field means: README of the sample. */
export interface Truth {
  organisations: {
    code: string;
    name: string;
    kind: 'DB_HUYEN' | 'DB_CS' | 'CB_CS' | 'CB_TT_DUCS';
    parent: string | null;
    cell_type?: string;
    residential?: boolean;
    meeting_days?: { day: number; valid_from: string | null; valid_to: string | null }[];
    valid_from?: string | null;
    valid_to?: string | null;
  }[];
  officials: {
    code: string;
    name: string;
    title: string;
    title_group: string;
    agency: string;
    own_cell: string | null;
  }[];
  assignments: {
    id: string;
    official: string;
    block: string;
    target: string;
    role: 'ATTEND' | 'IN_CHARGE';
    from: string;
    to: string | null;
    min_visits_per_year: number;
    decision: string;
    decision_date: string;
  }[];
  meetings: {
    id: string;
    cell: string;
    period: string;
    date: string | null;
    held: boolean;
    type: 'REGULAR' | 'THEMATIC' | 'COMBINED' | 'EXTRAORDINARY' | 'CONGRESS' | null;
    day: 'ON_SET_DAY' | 'OFF_APPROVED' | 'OFF_UNAPPROVED' | null;
    reason: string | null;
    start: string | null;
    end: string | null;
    total: number | null;
    exempt: number | null;
    away: number | null;
    temporarily_received: number | null;
    suspended: number | null;
    due: number | null;
    present: number | null;
    present_exempt: number | null;
    absent_excused: number | null;
    absent_unexcused: number | null;
    theme: string | null;
    score: number | null;
    grade: 'TOT' | 'KHA' | 'TB' | 'KEM' | null;
    absentees: { member: string; reason: string }[] | null;
  }[];
  visits: {
    id: string;
    meeting: string;
    official: string | null;
    name: string;
    basis: string;
    counts_for_quota: boolean;
    substitute_for: string | null;
  }[];
  planned_visits: {
    id: string;
    official: string;
    month: string;
    cell: string | null;
    typed: string;
    outcome: 'ATTENDED' | 'RESCHEDULED' | 'SUBSTITUTED' | 'MISSED_REASON' | 'MISSED_NO_REASON' | 'CLAIMED';
    in_result: boolean;
    reason_text: string | null;
    reason: string | null;
    substitute: string | null;
    substitute_name: string | null;
    visit: string | null;
    rescheduled_to: string | null;
    report_on: string | null;
  }[];
  petitions: {
    id: string;
    no: number;
    date: string;
    cell: string;
    text: string;
    field: string;
    authority: 'CHI_BO' | 'XA' | 'HUYEN' | 'TINH' | 'TW';
    lead_body: string;
    due_on: string | null;
    result: PetitionTruthResult;
    answered_on: string | null;
    told_back_on: string | null;
    duplicate_of: string | null;
    note: string | null;
    overdue_at_year_end: boolean;
    sources: { workbook: string; sheet: string; row: number }[];
  }[];
  test_vectors: { total: number; exempt: number; away: number; due: number; present: number; rate: number }[];
  figures: {
    periods: Record<string, { total: TruthFigures; by_org: Record<string, TruthFigures> }>;
    officials: { total: Record<string, number>; by_official: Record<string, TruthOfficial> };
    petitions: {
      mentions: number;
      matters: number;
      by_field_result: Record<string, Record<PetitionTruthResult, number>>;
      matters_by_field_result: Record<string, Record<PetitionTruthResult, number>>;
      by_result: Record<PetitionTruthResult, number>;
      by_authority: Record<string, number>;
      matters_resolved_rate: number;
      answered: number;
      told_back: number;
      answered_not_told_back: number;
      answered_late: number;
      overdue: number;
      overdue_ids: string[];
    };
    cells_without_official: { no_direct_assignment: string[]; no_assignment_at_all: string[] };
    same_day_clashes: { official: string; day: number; cells: string[] }[];
    absence_streaks: { cell: string; member: string; meetings: string[] }[];
  };
}

/** A sample's truth, from the copy under tests/fixtures. */
export function readTruth(sample: Sample): Truth {
  const path = resolve(import.meta.dirname, `../fixtures/${sample}/truth.json.gz`);
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'));
}
