import { describe, expect, it } from 'vitest';
import { officePlace, type PlaceFacts } from '../../../electron/data/office-file/places/office-place.ts';

const linux: PlaceFacts = {
  platform: 'linux',
  path: '/home/lan/Sổ/so.sochibo',
  fileSystem: 'ext4',
  mountPoint: '/',
  env: {},
  markers: [],
  mayWrite: true,
};
const windows: PlaceFacts = {
  ...linux,
  platform: 'win32',
  path: 'C:\\Users\\Lan\\Documents\\so.sochibo',
  fileSystem: null,
  mountPoint: null,
};

describe('where an office file stands', () => {
  const cases: [string, PlaceFacts, string | null][] = [
    ['an ordinary folder of Linux', linux, null],
    ['an ordinary folder of Windows', windows, null],
    ['another disk of Windows', { ...windows, path: 'D:\\So\\so.sochibo' }, null],
    ['a folder whose name only resembles one', { ...windows, path: 'D:\\Dropbox cũ của Lan\\so.sochibo' }, null],
    ['a file whose name resembles one', { ...windows, path: 'D:\\So\\OneDrive' }, null],
    ['a share', { ...windows, path: '\\\\may-chu\\chung\\so.sochibo' }, 'network'],
    ['a share, the long way', { ...windows, path: '\\\\?\\UNC\\may-chu\\chung\\so.sochibo' }, 'network'],
    ['a long path of this machine', { ...windows, path: '\\\\?\\C:\\So\\so.sochibo' }, null],
    ['nfs', { ...linux, fileSystem: 'nfs4', mountPoint: '/mnt/chung' }, 'network'],
    ['cifs', { ...linux, fileSystem: 'cifs' }, 'network'],
    ['sshfs', { ...linux, fileSystem: 'fuse.sshfs' }, 'network'],
    ['a disk of Windows in Linux', { ...linux, fileSystem: 'fuseblk' }, null],
    ['OneDrive by name', { ...windows, path: 'C:\\Users\\Lan\\OneDrive - Huyện ủy\\so.sochibo' }, 'synced'],
    [
      'OneDrive by where it says it is',
      { ...windows, path: 'D:\\Dam may\\Sổ\\so.sochibo', env: { OneDrive: 'd:\\dam may\\' } },
      'synced',
    ],
    ['Dropbox', { ...linux, path: '/home/lan/Dropbox/Sổ/so.sochibo' }, 'synced'],
    ['Dropbox by what it leaves', { ...linux, markers: ['.dropbox.cache'] }, 'synced'],
    ['Google Drive', { ...windows, path: 'G:\\My Drive\\so.sochibo' }, 'synced'],
    ['iCloud', { ...windows, path: 'C:\\Users\\Lan\\iCloudDrive\\so.sochibo' }, 'synced'],
    ['a stick in Linux', { ...linux, mountPoint: '/media/lan/USB', fileSystem: 'vfat' }, 'removable'],
    ['what may only be read', { ...linux, mayWrite: false }, 'read_only'],
  ];
  it.each(cases)('%s', (_, facts, kind) => {
    expect(officePlace(facts)?.kind ?? null).toBe(kind);
  });
});
