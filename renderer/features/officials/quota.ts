import type { ReportResult } from '../../../electron/contract/reports.ts';
import { formatInt } from '../../components/format.ts';

/** Visits that count, the quota and what is missing of one official in the year (BC-02); null is not known. */
export type Quota = { visits: number | null; quota: number | null; shortfall: number | null };

/** The quota of each official from the year's BC-02, by official. */
export function quotaByOfficial(report: ReportResult | undefined): ReadonlyMap<string, Quota> {
  const officials = (report?.rows ?? []).filter(({ kind }) => kind === 'official');
  return new Map(
    officials.map(({ key, figures }) => [
      key,
      {
        visits: figures.visits ?? null,
        quota: figures.quota_year ?? null,
        shortfall: figures.shortfall ?? null,
      },
    ]),
  );
}

/** "3/4", or "3" where there is no quota. */
export function progressText(quota: Quota | undefined): string {
  if (!quota) return '–';
  return quota.quota === null ? formatInt(quota.visits) : `${formatInt(quota.visits)}/${formatInt(quota.quota)}`;
}

/** "còn thiếu 1", "đủ", or nothing where it is not known. */
export function shortfallText(quota: Quota | undefined): string {
  if (!quota || quota.shortfall === null) return '';
  return quota.shortfall > 0 ? `còn thiếu ${formatInt(quota.shortfall)}` : 'đủ';
}
