import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupName, readBackupName } from '../../../electron/data/office-file/backups/backup-names.ts';
import { outdatedBackups } from '../../../electron/data/office-file/backups/rotation.ts';

const now = '2026-11-22T10:00:00';
const daysAgo = (days: number, clock = '17:00:00') =>
  `${new Date(Date.parse('2026-11-22T00:00:00Z') - days * 86_400_000).toISOString().slice(0, 10)}T${clock}`;

describe('which backups are kept', () => {
  it('all of two days; then the newest of a day, a week, a month', () => {
    const today = ['08:00:00', '08:30:00', '09:00:00'].map((clock) => daysAgo(0, clock));
    const yesterday = ['08:00:00', '16:00:00'].map((clock) => daysAgo(1, clock));
    const before = ['08:00:00', '16:00:00'].map((clock) => daysAgo(3, clock));
    expect(outdatedBackups([...today, ...yesterday, ...before], now)).toEqual([daysAgo(3, '08:00:00')]);
  });

  it('a year of daily backups leaves twelve days, ten weeks and nine months', () => {
    const year = Array.from({ length: 365 }, (_, days) => daysAgo(days));
    const outdated = new Set(outdatedBackups(year, now));
    const kept = year.filter((moment) => !outdated.has(moment));
    expect(kept.slice(0, 12)).toEqual(year.slice(0, 12));
    expect(new Set(kept.map((moment) => moment.slice(0, 7))).size).toBe(9);
    // The newest of two weeks and of one month are among the twelve days.
    expect(kept).toHaveLength(12 + 8 + 8);
  });

  it('never removes the newest, and removing again removes nothing more', () => {
    const moment = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2026-11-22T09:00:00'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 19));
    fc.assert(
      fc.property(fc.uniqueArray(moment, { minLength: 1, maxLength: 80 }), (moments) => {
        const outdated = outdatedBackups(moments, now);
        const kept = moments.filter((one) => !outdated.includes(one));
        expect(kept).toContain([...moments].sort().at(-1));
        expect(outdatedBackups(kept, now)).toEqual([]);
      }),
    );
  });
});

describe('names of backups', () => {
  it('say the office, the moment and the reason, and are read again', () => {
    const name = backupName('/tmp/Huyện ủy.sochibo', 'import', new Date(2026, 10, 22, 8, 5, 9), 1);
    expect(name).toBe('Huyện ủy.20261122-080509.truoc-nhap.bak');
    expect(readBackupName('/tmp/Huyện ủy.sochibo', name)).toEqual({
      file: name,
      reason: 'import',
      number: 1,
      at: '2026-11-22T08:05:09',
    });
  });

  it('those of another office, and anything else, are not taken for one', () => {
    for (const file of [
      'Khác.20261122-080509.truoc-nhap.bak',
      'So.20261122.bak',
      'So.20261122-080509.x.bak',
      '../So',
    ]) {
      expect(readBackupName('/tmp/So.sochibo', file)).toBeNull();
    }
  });
});
