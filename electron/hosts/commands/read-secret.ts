import { stderr, stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { SochiboError } from '../../data/errors.ts';

const variable = 'SOCHIBO_PASSPHRASE';

/**
 * A passphrase, or the recovery code: from the environment, else the first line of standard input; typed at a terminal it is not
 * shown. Never from the arguments: they are seen by everybody on the machine. Throws `office_passphrase_needed` where there is none.
 */
export async function readSecret(question: string): Promise<string> {
  const given = process.env[variable];
  if (given) return given;
  const line = await firstLine(question);
  if (line) return line;
  throw new SochiboError(
    'office_passphrase_needed',
    `Cần mật khẩu: đặt biến môi trường ${variable} hoặc đưa vào từ đầu vào chuẩn.`,
  );
}

function firstLine(question: string): Promise<string> {
  const terminal = stdin.isTTY === true;
  if (terminal) stderr.write(`${question}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal });
  return new Promise((resolve) => {
    let line = '';
    lines.once('line', (typed) => {
      line = typed;
      lines.close();
    });
    lines.once('close', () => {
      if (terminal) stderr.write('\n');
      resolve(line);
    });
  });
}
