import { v7 as newId } from 'uuid';
import { SochiboError } from '../../electron/data/errors.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { environment } from './office.ts';

/**
 * Run as a process of its own, under a disk that refuses some writes: writes pairs of decisions to the office file
 * given, prints each pair that was acknowledged, and the refusals in words.
 */
const [path = '', pairs = '1'] = process.argv.slice(2);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
try {
  const office = await openOffice(path, environment);
  for (let pair = 0; pair < Number(pairs); pair += 1) {
    try {
      await office.write('Ghi hai quyết định', String(pair), async (db) => {
        for (const half of ['a', 'b']) {
          await db
            .insertInto('decision')
            .values({
              id: newId(),
              number_symbol: `${pair}${half}`,
              date: null,
              issuing_body: 'x'.repeat(9000),
              subject: null,
            })
            .execute();
        }
      });
      say(`written ${pair}`);
    } catch (error) {
      say(error instanceof SochiboError ? `refused ${error.code} ${error.message}` : `bug ${String(error)}`);
    }
  }
  office.close();
} catch (error) {
  say(error instanceof SochiboError ? `refused ${error.code} ${error.message}` : `bug ${String(error)}`);
}
