import { argv } from 'node:process';
import type { MemberForm } from '../../electron/contract/member-form.ts';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { sizes } from './data/sizes.ts';
import { againWithDearFlushes, isDear, saidWithFlushes } from './dear-flush.ts';
import { openCopy, sizesAndRuns } from './open-copy.ts';
import { keepMeasured, type Measured, printMeasured, sideBySide } from './side-by-side.ts';

/**
 * One member saved with its log entry, acknowledged after the disk has it, as the window does it: the form as it is now and as
 * it was opened. Beside two floors, bare transactions under the same cipher and `synchronous=FULL` on the same table with
 * its indexes, without its triggers: the UPDATE alone, and with the row of the log and the seal of the transaction. Fifty
 * saves a run; what is read before is not measured. Then all of it once more with dear flushes, each counted.
 */
const saves = 50;
const { sizes: asked, runs } = sizesAndRuns(argv.slice(2), ['commune', 'district', 'province']);
const measured: Measured[] = [];
for (const size of asked) {
  const office = await openCopy(size);
  const { members } = office.client;
  const raw = openConnection(office.beside, { mustExist: true });
  raw.exec('DROP TRIGGER audit_member_update');
  const update = raw.prepare('UPDATE member SET phone = ? WHERE id = ?');
  const read = raw.prepare<[string], Record<string, string | null>>('SELECT * FROM member WHERE id = ?');
  const log = raw.prepare(
    `INSERT INTO audit_log (transaction_id, entity, entity_id, operation, before, after) VALUES (?, 'member', ?, 'update', ?, ?)`,
  );
  const seal = raw.prepare(
    `INSERT INTO audit_transaction (id, at, actor, action, detail, rows, previous_hash, hash) VALUES (?, ?, 'a', 'b', 'c', 1, ?, ?)`,
  );
  let transaction = raw.prepare<[], number>('SELECT max(id) FROM audit_transaction').pluck().get() ?? 0;
  const { ids } = await members.ids({ as_of: '2024-12-31' });
  let count = 0;
  const next = () => {
    count += 1;
    return { id: ids[(count * 7919) % ids.length] ?? '', phone: String(900_000_000 + count).padStart(10, '0') };
  };
  let batch: { id: string; phone: string; row: Record<string, string | null> }[] = [];
  const readRows = () => {
    batch = Array.from({ length: saves }, next).map((one) => ({ ...one, row: read.get(one.id) ?? {} }));
  };
  let forms: { id: string; opened: MemberForm; form: MemberForm }[] = [];
  const readForms = async () => {
    forms = [];
    for (const { id, phone } of Array.from({ length: saves }, next)) {
      const { form } = await members.dossier({ id });
      forms.push({ id, opened: form, form: { ...form, phone } });
    }
  };
  const contenders = [
    {
      name: 'bare UPDATE',
      prepare: readRows,
      run: () =>
        saidWithFlushes(`${saves} saves`, () => {
          for (const { id, phone } of batch) {
            raw.exec('BEGIN IMMEDIATE');
            update.run(phone, id);
            raw.exec('COMMIT');
          }
        }),
    },
    {
      name: 'with a log row',
      prepare: readRows,
      run: () =>
        saidWithFlushes(`${saves} saves with their log`, () => {
          for (const { id, phone, row } of batch) {
            transaction += 1;
            raw.exec('BEGIN IMMEDIATE');
            update.run(phone, id);
            log.run(transaction, id, JSON.stringify(row), JSON.stringify({ ...row, phone }));
            seal.run(transaction, '2024-12-31T00:00:00.000Z', '0'.repeat(64), '0'.repeat(64));
            raw.exec('COMMIT');
          }
        }),
    },
    {
      name: 'contract',
      prepare: readForms,
      run: () =>
        saidWithFlushes(`${saves} saves with their log, sealed`, async () => {
          for (const form of forms) await members.save(form);
        }),
    },
    {
      name: 'its page read',
      prepare: readForms,
      run: async () => {
        for (const { id } of forms) await members.dossier({ id });
        return `${saves} pages of a member`;
      },
    },
  ];
  measured.push(await sideBySide('a member saved (50 times)', sizes[size].members, contenders, runs));
  raw.close();
  office.close();
}
printMeasured('One member saved, after fsync', measured);
keepMeasured(isDear ? 'save-member-dear-flush' : 'save-member', measured);
if (!isDear) againWithDearFlushes(5);
