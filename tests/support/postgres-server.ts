import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { NewOffice } from '../../electron/data/office-file/create-office.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { columnTypes } from '../../electron/data/office-server/dialect.ts';
import { createServedOffice, openServedOffice, type ServedAt } from '../../electron/data/office-server/serve-office.ts';
import { environment } from './office.ts';
import { postgresPrograms } from './postgres-programs.ts';

/** A real server in a folder of its own: reached over a socket in that folder, never over a network. */
export class PostgresServer {
  readonly #folder: string;
  readonly #programs: string;
  readonly #pools: pg.Pool[] = [];
  /** Offices as they are when they are new, to be copied: by what they were made of. */
  readonly #patterns = new Map<string, string>();
  #databases = 0;

  private constructor(folder: string, programs: string) {
    this.#folder = folder;
    this.#programs = programs;
  }

  static start(): PostgresServer {
    const programs = postgresPrograms();
    if (programs === null) throw new Error('PostgreSQL is not installed');
    const folder = mkdtempSync(join(tmpdir(), 'sochibo-pg-'));
    const server = new PostgresServer(folder, programs);
    if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));
    chmodSync(folder, 0o700);
    const data = join(folder, 'data');
    server.#run('initdb', '-D', data, '-U', user, '-A', 'trust', '--locale=C', '-E', 'UTF8', '--no-sync');
    // Nothing that a test writes needs to outlive it, and on a fast machine a hundred tests end before idle connections do.
    const settings = `-k ${folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=500`;
    server.#run('pg_ctl', 'start', '-w', '-s', '-D', data, '-l', join(folder, 'log'), '-o', settings);
    return server;
  }

  /** A new office in a database of its own. */
  async createOffice({ path: _, ...made }: NewOffice): Promise<Office> {
    const key = JSON.stringify(made);
    let pattern = this.#patterns.get(key);
    if (pattern === undefined) {
      pattern = await this.#createDatabase('template0');
      const at = this.at(pattern);
      (await createServedOffice(at, made, environment)).close();
      await at.pool.end();
      this.#patterns.set(key, pattern);
    }
    return openServedOffice(this.at(await this.#createDatabase(pattern)), environment.actor);
  }

  /** Connections of one program to a database. */
  at(name: string): ServedAt & { pool: pg.Pool } {
    const connections = { max: 4, idleTimeoutMillis: 500 };
    const pool = new pg.Pool({ host: this.#folder, user, database: name, types: columnTypes, ...connections });
    // A connection that a test cuts off is told to whoever asks through it.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    this.#pools.push(pool);
    return { pool, name };
  }

  stop(): void {
    for (const pool of this.#pools) if (!pool.ending) void pool.end();
    this.#run('pg_ctl', 'stop', '-m', 'immediate', '-s', '-D', join(this.#folder, 'data'));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #createDatabase(pattern: string): Promise<string> {
    this.#databases += 1;
    const name = `office_${this.#databases}`;
    const { pool } = this.at('postgres');
    await pool.query(`CREATE DATABASE ${name} TEMPLATE ${pattern}`);
    await pool.end();
    return name;
  }

  /** The server refuses to run as root. */
  #run(program: string, ...given: string[]): void {
    const path = join(this.#programs, program);
    const [command, parameters] = isRoot ? ['runuser', ['-u', user, '--', path, ...given]] : [path, given];
    execFileSync(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'], cwd: this.#folder });
  }
}

const isRoot = userInfo().uid === 0;
/** Debian's user of the server, where the tests run as root. */
const user = isRoot ? 'postgres' : userInfo().username;

const idOf = (which: '-u' | '-g') => Number(execFileSync('id', [which, user], { encoding: 'utf8' }));
