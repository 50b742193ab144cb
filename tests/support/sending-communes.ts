import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { PackageContent, PackagePreview, ReceivedPackage } from '../../electron/contract/packages.ts';
import { router } from '../../electron/data/router.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { environment } from './office.ts';
import { readTruth, type Truth } from './truth.ts';
import { truthOffice } from './truth-office.ts';
import { addTruthPetitions } from './truth-petitions.ts';

/** One office as its clerk works in it. */
export class OfficeAtWork {
  readonly session: Session;
  readonly client: RouterClient<typeof router>;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.session = createSession({ ...environment, outputDir: join(folder, 'made') });
    this.client = createRouterClient(router, { context: { session: this.session } });
  }

  get db(): Session['office']['db'] {
    return this.session.office.db;
  }

  /** Makes a package and says where it is. */
  async send(
    period: string,
    contents: PackageContent[] = ['members', 'meetings', 'visits', 'petitions'],
    more: { personal?: boolean; passphrase?: string } = {},
  ): Promise<{ path: string; name: string }> {
    const { file } = await this.client.packages.make({ period, contents, personal: false, ...more });
    const path = this.session.files.pathOf(file.id);
    if (path === null) throw new Error('the package is not there');
    return { path, name: file.name };
  }

  async preview(
    files: { path: string; name: string }[],
    more: { passphrase?: string; units?: { file: number; unit: string | null }[] } = {},
  ): Promise<{ plan: string; packages: PackagePreview[] }> {
    for await (const event of await this.client.packages.preview({ files, ...more })) {
      if (event.type === 'preview') return event;
    }
    throw new Error('no preview');
  }

  /** Previews and receives. */
  async receive(
    files: { path: string; name: string }[],
    more: Parameters<OfficeAtWork['preview']>[1] = {},
  ): Promise<ReceivedPackage[]> {
    const { plan } = await this.preview(files, more);
    return this.client.packages.receive({ plan });
  }

  remove(): void {
    this.session.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'sochibo-packages-'));
}

/** The office above the communes: empty, or whatever `level` says. */
export async function superiorOffice(level: 'district' | 'province' = 'district'): Promise<OfficeAtWork> {
  const place = folder();
  const work = new OfficeAtWork(place);
  await work.session.createOffice({
    ...{ path: join(place, 'cap-tren.sochibo'), level, place: 'Nậm Phong' },
    name: level === 'district' ? 'Huyện ủy Nậm Phong' : 'Tỉnh ủy Quảng Trị',
    superior: level === 'district' ? 'Đảng bộ tỉnh Quảng Trị' : 'Đảng bộ Trung ương',
  });
  return work;
}

/** The sample commune, and smaller ones made of some of its cells under names and ids of their own. */
export const communes = [
  { name: 'Đảng ủy xã Thủy Khoan', from: 0, to: 5, mark: '' },
  { name: 'Đảng ủy xã Bình An', from: 5, to: 8, mark: 'BA-' },
  { name: 'Đảng ủy phường Đông Hồ', from: 8, to: 12, mark: 'DH-' },
] as const;

export async function communeOffice({ name, from, to, mark }: (typeof communes)[number]): Promise<OfficeAtWork> {
  const made = await truthOffice('commune-b', { name, truth: partOf(readTruth('commune-b'), from, to, mark) });
  await addTruthPetitions(made);
  made.office.close();
  const work = new OfficeAtWork(folder());
  await work.session.openOffice(made.office.path);
  return work;
}

/** The records of some cells, each id behind a mark; who attends and what was decided keeps its name. */
function partOf(truth: Truth, from: number, to: number, mark: string): Truth {
  const chosen = truth.organisations.filter(({ parent }) => parent !== null).slice(from, to);
  const cells = new Set(chosen.map(({ code }) => code));
  const roots = truth.organisations.filter(({ parent }) => parent === null);
  const meetings = truth.meetings.filter(({ cell }) => cells.has(cell));
  const held = new Set(meetings.map(({ id }) => id));
  const visits = truth.visits.filter(({ meeting }) => held.has(meeting));
  const made = new Set(visits.map(({ id }) => id));
  const petitions = truth.petitions.filter(({ cell }) => cells.has(cell));
  const raised = new Set(petitions.map(({ id }) => id));
  const part: Truth = {
    ...truth,
    organisations: [...roots, ...chosen],
    officials: truth.officials.map((one) => ({
      ...one,
      own_cell: one.own_cell !== null && cells.has(one.own_cell) ? one.own_cell : null,
    })),
    assignments: truth.assignments.filter(
      ({ target }) => cells.has(target) || roots.some(({ code }) => code === target),
    ),
    meetings,
    visits,
    planned_visits: truth.planned_visits
      .filter(({ cell }) => cell === null || cells.has(cell))
      .map((plan) => ({ ...plan, visit: plan.visit !== null && made.has(plan.visit) ? plan.visit : null })),
    petitions: petitions.map((one) => ({
      ...one,
      duplicate_of: one.duplicate_of !== null && raised.has(one.duplicate_of) ? one.duplicate_of : null,
    })),
  };
  const ids = new Set([
    ...part.organisations.map(({ code }) => code),
    ...part.officials.map(({ code }) => code),
    ...part.assignments.flatMap(({ id, block }) => [id, block]),
    ...[...meetings, ...visits, ...part.planned_visits, ...petitions].map(({ id }) => id),
  ]);
  return JSON.parse(
    JSON.stringify(part, (_, value: unknown) => (typeof value === 'string' && ids.has(value) ? mark + value : value)),
  );
}
