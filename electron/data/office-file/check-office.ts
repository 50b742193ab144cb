import type Database from 'better-sqlite3';
import { countedKinds } from '../members/counted.ts';
import { brokenSeals } from './audit.ts';
import { missingIssuedHeads } from './log-heads.ts';

export interface OfficeCheck {
  ok: boolean;
  /** One line a check: what was looked at, whether it holds, and what was found. */
  checks: { name: string; ok: boolean; found: string[] }[];
}

const counted = countedKinds.map((kind) => `'${kind}'`).join(', ');

/** Rules that every office file must keep, beyond what the schema enforces: each query lists the rows that break one. */
const RULES: readonly { name: string; sql: string }[] = [
  {
    name: 'Mỗi tổ chức có một tên tại mỗi thời điểm',
    sql: `SELECT a.organisation_id AS found FROM organisation_version a JOIN organisation_version b
            ON a.organisation_id = b.organisation_id AND a.id < b.id
          WHERE coalesce(a.valid_from, '0000') <= coalesce(b.valid_to, '9999')
            AND coalesce(b.valid_from, '0000') <= coalesce(a.valid_to, '9999')`,
  },
  {
    name: 'Ngày kết thúc không trước ngày bắt đầu',
    sql: [
      'organisation',
      'organisation_version',
      'meeting_day',
      'member_status',
      'assignment',
      'assignment_entry',
      'rule',
    ]
      .map((table) => `SELECT '${table} ' || id AS found FROM ${table} WHERE valid_to < valid_from`)
      .join(' UNION ALL '),
  },
  {
    name: 'Mỗi đảng viên tính ở một chi bộ tại mỗi thời điểm',
    sql: `SELECT DISTINCT a.member_id AS found FROM member_status a JOIN member_status b
            ON a.member_id = b.member_id AND a.id < b.id
          WHERE a.kind IN (${counted}) AND b.kind IN (${counted})
            AND coalesce(a.valid_from, '0000') <= coalesce(b.valid_to, '9999')
            AND coalesce(b.valid_from, '0000') <= coalesce(a.valid_to, '9999')`,
  },
];

/**
 * Integrity of the file, its references, its audit chain, and the rules above; that the log still reaches what was issued, and
 * what is known of it elsewhere (`lost`: the lines of `lostChanges`).
 */
export function checkOffice(connection: Database.Database, lost: readonly string[] = []): OfficeCheck {
  const integrity = connection.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all();
  const problems = integrity.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  const references = connection.prepare<[], { table: string; rowid: number }>('PRAGMA foreign_key_check').all();
  const checks = [
    { name: 'Tệp nguyên vẹn (từng trang)', found: problems },
    { name: 'Liên kết giữa các bảng', found: references.map((row) => `${row.table} dòng ${row.rowid}`) },
    { name: 'Nhật ký thay đổi (chuỗi mã băm)', found: brokenSeals(connection).map((id) => `lần ghi ${id}`) },
    {
      name: 'Nhật ký không bị cắt đuôi (mốc đã ban hành, bản sao lưu)',
      found: [...missingIssuedHeads(connection), ...lost],
    },
    ...RULES.map(({ name, sql }) => ({
      name,
      found: connection
        .prepare<[], { found: string }>(sql)
        .all()
        .map((row) => row.found),
    })),
  ].map((check) => ({ ...check, ok: check.found.length === 0 }));
  return { ok: checks.every((check) => check.ok), checks };
}
