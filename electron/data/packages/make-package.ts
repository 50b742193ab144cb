import { v7 as newId } from 'uuid';
import program from '../../../package.json' with { type: 'json' };
import type { PackageContent, PackageHead } from '../../contract/packages.ts';
import type { MadeFile } from '../../contract/values.ts';
import { safeFileName, writeFileAtomically } from '../documents/file-output.ts';
import { SochiboError } from '../errors.ts';
import { type Course, nextStep, unwatched } from '../jobs/course.ts';
import { rootOrganisationId } from '../organisations/list-organisations.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { parsePeriod } from '../reporting/period.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { headOf, packageFormat, sha256Of } from './manifest.ts';
import { fileHash, packageBytes } from './package-file.ts';
import { schemaVersion } from './plan-package.ts';
import { readParts } from './read-content.ts';

export interface PackageQuestion {
  period: string;
  contents: readonly PackageContent[];
  personal: boolean;
  passphrase?: string | undefined;
}

const stopped = 'Đã dừng lập gói dữ liệu. Không có gói nào được lập.';

/** In the order of the form. Visits stand on meetings, and everything on organisations. */
function wholeContents(chosen: readonly PackageContent[]): PackageContent[] {
  const order: readonly PackageContent[] = ['organisations', 'members', 'meetings', 'visits', 'petitions'];
  return order.filter(
    (content) =>
      content === 'organisations' || chosen.includes(content) || (content === 'meetings' && chosen.includes('visits')),
  );
}

/**
 * Writes the package of a period and notes that it was made. The file is flushed, read back and compared with what was to be
 * written. Throws `wrong_arguments` for a period there is not, `write_refused`, FileOutputError; `cancelled`: nothing stays then.
 */
export async function makePackage(
  session: Session,
  question: PackageQuestion,
  course: Course = unwatched,
): Promise<{ file: MadeFile; head: PackageHead }> {
  const { office } = session;
  const period = parsePeriod(question.period);
  const contents = wholeContents(question.contents);
  const [own, root, places, parts] = await Promise.all([
    office.db.selectFrom('office').selectAll().executeTakeFirstOrThrow(),
    rootOrganisationId(office.db),
    readOrganisationHistory(office.db),
    readParts(office.db, { period, contents, personal: question.personal }, (done, of) =>
      nextStep(course, { step: 'Đọc dữ liệu của kỳ', done, of: of + 2 }, stopped),
    ),
  ]);
  await nextStep(course, { step: 'Nén, khóa gói', done: parts.length, of: parts.length + 2 }, stopped);
  const { bytes, manifest, hash } = await packageBytes(
    {
      ...{
        format: packageFormat.name,
        version: packageFormat.version,
        schema: schemaVersion,
        program: program.version,
      },
      office: {
        ...{ id: own.id, name: own.name, level: own.level, superior: own.superior },
        ...{ root, root_name: places.nameOn(root, today()) },
      },
      ...{ period: period.key, contents, personal: question.personal, made_at: new Date().toISOString() },
    },
    parts,
    question.passphrase,
  );
  await nextStep(course, { step: 'Ghi và đọc lại', done: parts.length + 1, of: parts.length + 2 }, stopped);
  const name = safeFileName(`Gói dữ liệu ${period.key} ${own.name}${packageFormat.ending}`);
  const path = session.files.reserve(name);
  await writeFileAtomically(path, bytes);
  await compareWithDisk(path, sha256Of(bytes), name);
  const head = headOf(manifest, hash);
  await office.write('Lập gói dữ liệu', `${period.label}`, (db) =>
    db
      .insertInto('data_package')
      .values({
        ...{ id: newId(), direction: 'made', sender: own.id, sender_name: own.name, unit_id: null },
        ...{ period: period.key, contents: JSON.stringify(contents), made_at: manifest.made_at, file_name: name },
        counts: JSON.stringify(Object.fromEntries(head.parts.map(({ table, rows }) => [table, rows]))),
        ...{ sha256: hash, import_id: null, replaces_id: null },
      })
      .execute(),
  );
  return { file: session.files.register(path), head };
}

/** Reads a written file back (reliability, "Places"). Throws `write_refused` where the disk does not hold what was written. */
export async function compareWithDisk(path: string, sha256: string, name: string): Promise<void> {
  if ((await fileHash(path)) === sha256) return;
  throw new SochiboError(
    'write_refused',
    `Tệp ${name} đọc lại không giống nội dung đã ghi. Ổ đĩa có thể hỏng: ghi ra ổ khác rồi thử lại.`,
  );
}
