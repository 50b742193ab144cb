import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { v7 as newId } from 'uuid';
import { SochiboError } from '../errors.ts';
import { partyOrganisationName } from '../organisations/party-organisation-name.ts';
import { loadCodeLists } from '../rules/code-lists.ts';
import { loadDefaultRules } from '../rules/default-rules.ts';
import type { OfficeLevel } from '../schema/column-types.ts';
import { today } from '../today.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { searchKey } from '../vietnamese/fold.ts';
import { collationKey } from '../vietnamese/sort-key.ts';
import { applicationId, openConnection, startWriteAheadLog } from './connection.ts';
import { FileEngine } from './file-engine.ts';
import { noKeys } from './keys/office-key.ts';
import { migrate } from './migrate.ts';
import { Office } from './office.ts';
import { describeStorageError } from './open-errors.ts';
import { holdOffice } from './places/lock-note.ts';
import { loadOfficePresets } from './presets.ts';

export interface NewOffice {
  path: string;
  level: OfficeLevel;
  /** The committee: `Huyện ủy Khe Sơn`, `Đảng ủy xã Thủy Khoan`. */
  name: string;
  /** The party organisation above: `Đảng bộ tỉnh Quảng Trị`. */
  superior: string;
  /** For the place and date line: `Khe Sơn`. */
  place: string;
}

/**
 * Creates an office file with its root organisation, the code lists and the default dated rules, and leaves it open.
 * Never overwrites: throws `office_exists`, or `office_not_found` where there is no such folder; leaves nothing behind when it cannot finish.
 */
export async function createOffice(
  newOffice: NewOffice,
  environment: { resourcesDir: string; actor: string },
): Promise<Office> {
  const { path } = newOffice;
  if (existsSync(path)) {
    throw new SochiboError(
      'office_exists',
      `Đã có tệp ${path}. Chọn tên khác; chương trình không ghi đè lên sổ đã có.`,
    );
  }
  if (!existsSync(dirname(path))) {
    throw new SochiboError('office_not_found', `Không có thư mục ${dirname(path)}. Tạo thư mục hoặc chọn nơi khác.`);
  }
  let office: Office | null = null;
  try {
    const connection = openConnection(path, { mustExist: false });
    connection.pragma(`application_id=${applicationId}`);
    migrate(connection);
    startWriteAheadLog(connection);
    const hold = holdOffice(path, environment.actor);
    office = new Office(path, new FileEngine(connection), environment.actor, noKeys, { hold });
    await fillOffice(office, newOffice, environment.resourcesDir);
    return office;
  } catch (error) {
    office?.close();
    for (const leftover of [path, `${path}-wal`, `${path}-journal`]) rmSync(leftover, { force: true });
    throw describeStorageError(error, path);
  }
}

/** What a new office begins with, in one transaction. */
export async function fillOffice(
  office: Office,
  newOffice: Omit<NewOffice, 'path'>,
  resourcesDir: string,
): Promise<void> {
  const preset = loadOfficePresets(resourcesDir)[newOffice.level];
  const name = cleanLine(newOffice.name);
  const rootId = newId();
  const rootName = partyOrganisationName(name);
  await office.write('Tạo sổ', name, async (db) => {
    await db
      .insertInto('office')
      .values({
        id: newId(),
        name,
        level: newOffice.level,
        superior: cleanLine(newOffice.superior),
        place: cleanLine(newOffice.place),
        issuer: name,
        advisory_body: preset.advisory_body,
        body_code: preset.body_code,
        report_receiver: preset.report_receiver,
        created_on: today(),
      })
      .execute();
    await db
      .insertInto('organisation')
      .values({ id: rootId, code: null, kind: preset.root_kind, valid_from: null, valid_to: null })
      .execute();
    await db
      .insertInto('organisation_version')
      .values({
        id: newId(),
        organisation_id: rootId,
        name: rootName,
        search_key: searchKey(rootName),
        sort_key: collationKey(rootName),
        parent_id: null,
        cell_type: null,
        is_residential: null,
        difficulty_flags: '[]',
        phone: null,
        note: null,
        position: 0,
        valid_from: null,
        valid_to: null,
      })
      .execute();
    await db.insertInto('code_list').values(loadCodeLists(resourcesDir)).execute();
    await db.insertInto('rule').values(loadDefaultRules(resourcesDir)).execute();
  });
}
