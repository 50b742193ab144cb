import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stdout } from 'node:process';
import { Command, Option } from 'commander';
import { signUpdate } from '../data/updates/sign-update.ts';
import { type InstallKind, installKinds } from '../data/updates/update-format.ts';

/** For who publishes the program, never for an office: makes a pair of keys, and signs installers with it. */
interface Options {
  version: string;
  platform: string;
  kind: InstallKind;
  minimum: string;
  notes: string;
  out: string;
}

const program = new Command('sign-update').description('ký bản cập nhật của Sổ Chi bộ');

program
  .command('new-key')
  .description('tạo cặp khóa: khóa riêng vào tệp (không ghi đè), in khóa công khai để đặt vào update-key.ts')
  .argument('<FILE>')
  .action((file: string) => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    stdout.write(publicKey.export({ type: 'spki', format: 'pem' }));
  });

program
  .command('sign')
  .description('ký một bộ cài thành tệp .gcapnhat; khóa riêng ở biến môi trường SOCHIBO_UPDATE_KEY (tệp PEM)')
  .argument('<INSTALLER>')
  .requiredOption('--version <X.Y.Z>', 'phiên bản của bộ cài')
  .requiredOption('--platform <P>', 'win32-x64, linux-x64…')
  .addOption(new Option('--kind <KIND>').choices(installKinds).makeOptionMandatory())
  .requiredOption('--minimum <X.Y.Z>', 'phiên bản cũ nhất cài đè được')
  .requiredOption('--notes <FILE>', 'những gì mới, tiếng Việt')
  .requiredOption('--out <FILE>', 'tệp .gcapnhat')
  .action(async (installer: string, { version, platform, kind, minimum, notes, out }: Options) => {
    const keyFile = process.env.SOCHIBO_UPDATE_KEY;
    if (!keyFile) return program.error('Đặt SOCHIBO_UPDATE_KEY bằng đường dẫn tệp khóa riêng.');
    const key = createPrivateKey(readFileSync(keyFile));
    const about = {
      ...{ version, platform, kind, minimum, file: basename(installer), made_at: new Date().toISOString() },
      notes: readFileSync(notes, 'utf8').normalize('NFC').trim(),
    };
    const manifest = await signUpdate(installer, about, key, out);
    stdout.write(
      `${JSON.stringify(manifest, null, 2)}\n${createPublicKey(key).export({ type: 'spki', format: 'pem' })}`,
    );
  });

await program.parseAsync();
