import type { Command } from 'commander';
import { serveBrowser } from '../browser.ts';
import { ensureRendererBuilt } from '../renderer-build.ts';
import { withOffice } from './context.ts';
import { printLine } from './print.ts';

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('mở sổ trong trình duyệt trên máy này (127.0.0.1, mã dùng một lần)')
    .argument('<FILE>', 'tệp sổ')
    .option('--port <N>', 'cổng; mặc định chọn cổng trống')
    .action(async (file: string, options: { port?: string }) => {
      const port = options.port === undefined ? undefined : Number(options.port);
      if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
        program.error(`--port phải là số từ 1 đến 65535, không phải "${options.port}"`);
      }
      const rendererDir = ensureRendererBuilt();
      await withOffice(
        file,
        async ({ session }) => {
          const host = await serveBrowser({ session, rendererDir, ...(port === undefined ? {} : { port }) });
          printLine(`Mở địa chỉ này trong trình duyệt trên máy này: ${host.url}`);
          printLine('Nhấn Ctrl+C để dừng.');
          await new Promise<void>((stop) => {
            for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
          });
          await host.close();
        },
        'always',
      );
    });
}
