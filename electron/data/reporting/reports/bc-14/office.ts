import type { Kysely } from 'kysely';
import { SochiboError } from '../../../errors.ts';
import type { Tables } from '../../../schema/database.ts';

/** Who writes these letters and in whose name. */
export interface LetterOffice {
  /** `Huyện ủy Khe Sơn` */
  committee: string;
  /** `Ban Tổ chức` */
  advisoryBody: string;
}

export async function readLetterOffice(db: Kysely<Tables>): Promise<LetterOffice> {
  const { name, advisory_body } = await db
    .selectFrom('office')
    .select(['name', 'advisory_body'])
    .executeTakeFirstOrThrow();
  return { committee: name, advisoryBody: advisory_body };
}

/** Throws `wrong_arguments`. */
export function requirePeriod(period: string | undefined): string {
  if (period !== undefined) return period;
  throw new SochiboError('wrong_arguments', 'Văn bản này lập theo kỳ. Chọn kỳ, ví dụ 2024-07 hoặc 2024-Q3.');
}
