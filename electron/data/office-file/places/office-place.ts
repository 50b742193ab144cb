import type { OfficePlace } from '../../../contract/opening.ts';

/** What is known of where a file stands. */
export interface PlaceFacts {
  platform: NodeJS.Platform;
  /** As the system resolves it: a mapped drive of Windows becomes `\\server\share\…`. */
  path: string;
  /** Kind of the file system that Linux has mounted there: `ext4`, `cifs`, `fuse.sshfs`. */
  fileSystem: string | null;
  /** Where Linux has mounted it. */
  mountPoint: string | null;
  env: Readonly<Record<string, string | undefined>>;
  /** Names in the folders above the file that a synchronising program leaves. */
  markers: readonly string[];
  mayWrite: boolean;
}

const networkSystems =
  /^(nfs4?|cifs|smb3?|smbfs|ncpfs|afs|ceph|davfs2?|fuse\.(sshfs|rclone|gvfsd-fuse|davfs2?|glusterfs))$/u;

/** Folders by which the programs that keep folders in step are known. */
const syncedFolders: readonly { name: string; folder: RegExp }[] = [
  { name: 'OneDrive', folder: /^OneDrive( - .+)?$/iu },
  { name: 'Dropbox', folder: /^Dropbox( \(.+\))?$/iu },
  { name: 'Google Drive', folder: /^(Google ?Drive|My Drive|Drive của tôi|GoogleDrive-.+)$/iu },
  { name: 'iCloud', folder: /^(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/iu },
  { name: 'Nextcloud', folder: /^(Nextcloud|ownCloud)$/iu },
];

const syncedMarkers: Readonly<Record<string, string>> = {
  '.dropbox': 'Dropbox',
  '.dropbox.cache': 'Dropbox',
  '.tmp.drivedownload': 'Google Drive',
  '.nextcloudsync.log': 'Nextcloud',
  '.owncloudsync.log': 'Nextcloud',
};

/**
 * Where an office file cannot be worked in as on the machine's own disk (reliability, "Places"): a network share, a folder that
 * is kept in step with a cloud, a stick, a medium that may only be read. Null: an ordinary folder. Pure.
 */
export function officePlace(facts: PlaceFacts): OfficePlace | null {
  if (!facts.mayWrite) {
    return {
      kind: 'read_only',
      words: 'Tệp hoặc thư mục này chỉ cho đọc. Mở để xem, hoặc chép về máy này để làm việc.',
    };
  }
  if (isNetwork(facts)) {
    return {
      kind: 'network',
      words:
        'Tệp nằm trên ổ mạng. Mất mạng giữa chừng hoặc hai máy cùng ghi có thể làm hỏng sổ. ' +
        'Nên chép về máy này và làm việc tại chỗ; ổ mạng chỉ để bản sao lưu.',
    };
  }
  const synced = syncedBy(facts);
  if (synced !== null) {
    return {
      kind: 'synced',
      words:
        `Tệp nằm trong thư mục đồng bộ ${synced}. Chương trình đồng bộ có thể thay tệp đang mở và làm mất thay đổi. ` +
        'Nên chép ra ngoài thư mục đó và làm việc tại chỗ; thư mục đồng bộ chỉ để bản sao lưu có mật khẩu.',
    };
  }
  if (isRemovable(facts)) {
    return {
      kind: 'removable',
      words:
        'Tệp nằm trên USB hoặc ổ rời. Rút ra khi đang mở sẽ làm mất thay đổi. ' +
        'Nên chép về máy này và làm việc tại chỗ; USB chỉ để bản sao lưu và gói dữ liệu.',
    };
  }
  return null;
}

function isNetwork({ platform, path, fileSystem }: PlaceFacts): boolean {
  if (platform === 'win32') return /^(\\\\|\/\/)(\?\\UNC\\|[^?.\\/])/iu.test(path);
  return fileSystem !== null && networkSystems.test(fileSystem);
}

function syncedBy({ platform, path, env, markers }: PlaceFacts): string | null {
  const folders = path.split(platform === 'win32' ? /[\\/]/u : '/').slice(0, -1);
  const named = syncedFolders.find(({ folder }) => folders.some((name) => folder.test(name)));
  if (named) return named.name;
  const marked = markers.map((name) => syncedMarkers[name]).find((name) => name !== undefined);
  if (marked) return marked;
  const roots = [env.OneDrive, env.OneDriveConsumer, env.OneDriveCommercial].filter((root) => root !== undefined);
  return roots.some((root) => root !== '' && isUnder(path, root)) ? 'OneDrive' : null;
}

function isUnder(path: string, root: string): boolean {
  const plain = (text: string) => text.replaceAll('\\', '/').toLowerCase().replace(/\/$/u, '');
  return plain(path).startsWith(`${plain(root)}/`);
}

/** Windows tells Node nothing of it but the two letters of diskettes. */
function isRemovable({ platform, path, mountPoint }: PlaceFacts): boolean {
  if (platform === 'win32') return /^[ab]:/iu.test(path);
  return mountPoint !== null && /^\/(media|run\/media)\//u.test(mountPoint);
}
