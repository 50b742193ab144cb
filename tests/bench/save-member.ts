import { argv } from 'node:process';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { sizes } from './data/sizes.ts';
import { openCopy, sizesAndRuns } from './open-copy.ts';
import { keepMeasured, type Measured, printMeasured, sideBySide } from './side-by-side.ts';

/**
 * One member saved with its log entry, acknowledged after the disk has it; beside a bare transaction of one UPDATE under
 * the same cipher and `synchronous=FULL`, on a file without log. Fifty saves a run.
 */
const saves = 50;
const { sizes: asked, runs } = sizesAndRuns(argv.slice(2), ['commune', 'district', 'province']);
const measured: Measured[] = [];
for (const size of asked) {
  const office = await openCopy(size);
  const raw = openConnection(office.beside, { mustExist: true });
  raw.exec('CREATE TABLE bare AS SELECT * FROM member; CREATE UNIQUE INDEX bare_by_id ON bare (id)');
  const update = raw.prepare('UPDATE bare SET phone = ? WHERE id = ?');
  const { ids } = await office.client.members.ids({ as_of: '2024-12-31' });
  let count = 0;
  const next = () => {
    count += 1;
    return { id: ids[(count * 7919) % ids.length] ?? '', phone: String(900_000_000 + count).padStart(10, '0') };
  };
  const contenders = [
    {
      name: 'bare transaction',
      run: () => {
        for (let time = 0; time < saves; time += 1) {
          const { id, phone } = next();
          raw.exec('BEGIN IMMEDIATE');
          update.run(phone, id);
          raw.exec('COMMIT');
        }
        return `${saves} saves`;
      },
    },
    {
      name: 'contract',
      run: async () => {
        for (let time = 0; time < saves; time += 1) {
          const { id, phone } = next();
          const { form } = await office.client.members.dossier({ id });
          await office.client.members.save({ id, form: { ...form, phone } });
        }
        return `${saves} saves, each after reading its form`;
      },
    },
  ];
  measured.push(await sideBySide('a member saved (50 times)', sizes[size].members, contenders, runs));
  raw.close();
  office.close();
}
printMeasured('One member saved, after fsync', measured);
keepMeasured('save-member', measured);
