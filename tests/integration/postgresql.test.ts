import { afterAll, beforeAll, describe } from 'vitest';
import { makeOfficesBy } from '../support/office.ts';
import { PostgresServer } from '../support/postgres-server.ts';
import { requireTool } from '../support/requirements.ts';

// The tests of these rooms as they stand, each office in a database of a real server instead of a file (decision 0006).
describe.skipIf(!requireTool('postgresql'))('on PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(() => {
    server = PostgresServer.start();
    makeOfficesBy((newOffice) => server.createOffice(newOffice));
  });
  afterAll(() => server.stop());

  // Each in a group of its own, for what runs before each of its tests.
  describe('members: events', () => import('./member-events.test.ts').then(() => undefined));
  describe('members: expiring', () => import('./member-expiring.test.ts').then(() => undefined));
  describe('meetings: saving', () => import('./save-meeting.test.ts').then(() => undefined));
  describe('meetings: the loop', () => import('./meeting-loop.test.ts').then(() => undefined));
  describe('meetings: missing', () => import('./missing-meetings.test.ts').then(() => undefined));
  describe('BC-05', () => import('./bc-05.test.ts').then(() => undefined));
});
