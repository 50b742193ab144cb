import { resolve } from 'node:path';
import { build, preview } from 'vite';

/** Builds the empty list as the window is built and serves it; returns its address and how to end. */
export async function serveFloor(): Promise<{ url: string; close(): Promise<void> }> {
  const root = import.meta.dirname;
  const outDir = resolve(root, '../../../../out/bench/floor');
  const settings = { root, configFile: false, logLevel: 'warn', build: { outDir, emptyOutDir: true } } as const;
  await build({ ...settings, define: { 'process.env.NODE_ENV': '"production"' } });
  const server = await preview({ ...settings, preview: { port: 0, host: '127.0.0.1' } });
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
