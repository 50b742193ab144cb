import { existsSync, statSync } from 'node:fs';
import { SochiboError } from '../errors.ts';
import type { OfficeKey } from './keys/office-key.ts';
import { copySlots } from './keys/slots-file.ts';
import { refuseWithoutRoom } from './places/free-space.ts';
import { restoreOffice } from './restore-office.ts';

/**
 * A checked copy of an office file on this machine's own disk, its log included; the file is only read and nothing is
 * overwritten. An encrypted one (`keys`) stays so, with its slots. Throws as `restoreOffice`, and `disk_full`.
 */
export function copyHere(path: string, target: string, keys: readonly OfficeKey[]): void {
  if (!existsSync(path)) throw new SochiboError('office_not_found', `Không có tệp ${path}.`);
  refuseWithoutRoom(target, statSync(path).size * 2);
  restoreOffice(path, target, { keys });
  copySlots(path, target);
}
