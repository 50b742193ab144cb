import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Sample } from './truth.ts';

export interface TruthSource {
  workbook: string;
  sheet: string;
  row: number;
}

interface TruthDate {
  value: string;
  precision: 'day' | 'month' | 'year';
}

interface MemberSource extends TruthSource {
  cell: string;
  birth_date: TruthDate | null;
  joined_on: TruthDate | null;
  official_on: TruthDate | null;
}

interface TruthDay {
  day: number;
  valid_from: string | null;
  valid_to: string | null;
}

export interface TruthMember {
  id: string;
  name: string;
  sex: 'M' | 'F' | null;
  ethnicity: string | null;
  religion: string | null;
  hometown: { commune: string; district: string; province: string } | null;
  general_education: string | null;
  professional_education: string | null;
  political_theory: string | null;
  kind: 'CT' | 'DB';
  card_number: string | null;
  card_number_12: string | null;
  citizen_id: string | null;
  csdl_id: string | null;
  cell: string;
  posts: string[];
  status: string;
  status_since: string | null;
  counted: boolean;
  events: { code: string; date: string; from_cell: string | null; to_cell: string | null }[];
  contested: string[];
  sources: MemberSource[];
}

/** The records of a sample's truth.json that come from workbooks. What each field means: README of the sample. */
export interface ImportTruth {
  organisations: {
    code: string;
    name: string;
    kind: 'DB_HUYEN' | 'DB_CS' | 'CB_CS' | 'CB_TT_DUCS';
    parent: string | null;
    is_cell: boolean;
    cell_type?: string;
    residential?: boolean;
    meeting_days?: TruthDay[];
    features?: string[];
    valid_from?: string | null;
    valid_to?: string | null;
    aliases?: { name: string; valid_to: string }[];
    secretary?: string | null;
    secretary_phone?: string | null;
    counts?: { members: number; women: number; probationary: number; exempt: number } | null;
    sources: TruthSource[];
  }[];
  organisation_events: { kind: string; cell: string; other: string | null; date: string; sources: TruthSource[] }[];
  members: TruthMember[];
  namesakes: [string, string][];
  officials: {
    code: string;
    name: string;
    title: string;
    agency: string;
    title_group: string;
    member: string;
    own_cell: string;
    phone: string;
    quota_blocks: { title: string; title_group: string; from: string; to: string | null; per_year: number }[];
    sources: TruthSource[];
  }[];
  assignments: {
    official: string;
    target_kind: 'org' | 'cell';
    target: string;
    role: 'IN_CHARGE' | 'ATTEND';
    from: string;
    to: string | null;
    min_visits_per_year: number;
    decision: string;
    sources: TruthSource[];
  }[];
  teams: {
    code: string;
    name: string;
    org: string;
    leader: string;
    deputy: string | null;
    members: string[];
    sources: TruthSource[];
  }[];
  meetings: {
    id: string;
    cell: string;
    period: string;
    date: string | null;
    held: boolean;
    type: string | null;
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
    absent_excused: number | null;
    absent_unexcused: number | null;
    present_exempt: number | null;
    theme: string | null;
    score: number | null;
    grade: string | null;
    absentees: { member: string; reason: string }[] | null;
    sources: TruthSource[];
  }[];
  visits: {
    id: string;
    meeting: string;
    official: string | null;
    name: string;
    level: string;
    basis: string;
    counts_for_quota: boolean;
    substitute_for: string | null;
  }[];
  planned_visits: {
    official: string;
    month: string;
    cell: string | null;
    typed: string;
    outcome: string;
    in_result: boolean;
    reason_text: string | null;
    substitute: string | null;
    substitute_name: string | null;
    visit: string | null;
    rescheduled_to: string | null;
    report_on: string | null;
    sources: TruthSource[];
  }[];
  expected_issues: {
    workbook: string;
    kind: string;
    severity: 'error' | 'warning' | 'info';
    places: { sheet: string; row: number | null }[];
  }[];
}

/** A sample's truth, from the copy under tests/fixtures. */
export function readImportTruth(sample: Sample): ImportTruth {
  const path = resolve(import.meta.dirname, `../fixtures/${sample}/truth.json.gz`);
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'));
}

/** The workbooks with members. */
const memberFiles: readonly string[] = ['danh-sach-dang-vien.xlsx', 'dang-vien-tcvn3.xls', 'dang-vien-csdl.xlsx'];

/** The rows of the imported workbooks that tell of a member. */
export function memberSources({ sources }: TruthMember): MemberSource[] {
  return sources.filter(({ workbook }) => memberFiles.includes(workbook));
}

/** The most precise of the dates that those rows give. */
export function memberDate(member: TruthMember, field: 'birth_date' | 'joined_on' | 'official_on'): string | null {
  const dates = memberSources(member).flatMap((source) => source[field]?.value ?? []);
  return dates.toSorted((a, b) => b.length - a.length)[0] ?? null;
}
