import program from '../../../package.json' with { type: 'json' };
import { SochiboError } from '../errors.ts';
import { compareVersions, type InstallKind, type UpdateManifest } from './update-format.ts';

/** The program that is running. */
export interface Installed {
  version: string;
  platform: string;
  kind: InstallKind;
}

/** How it came onto this machine: what electron-builder's own start-up says of itself. */
export function installedProgram(): Installed {
  const { platform, arch, env } = process;
  const windows = env.PORTABLE_EXECUTABLE_FILE ? 'portable' : 'nsis';
  const linux = env.APPIMAGE ? 'appimage' : 'deb';
  return {
    version: program.version,
    platform: `${platform}-${arch}`,
    kind: platform === 'win32' ? windows : linux,
  };
}

const kindWords: Readonly<Record<InstallKind, string>> = {
  nsis: 'Windows, bản cài đặt',
  portable: 'Windows, bản chạy ngay không cài',
  appimage: 'Linux, tệp AppImage',
  deb: 'Linux, gói .deb',
};

/** Throws `package_refused` for another kind of program, a version that is not newer, or one too far ahead. */
export function refuseUnfit(manifest: UpdateManifest, installed: Installed): void {
  const { version, minimum, platform, kind } = manifest;
  if (platform !== installed.platform || kind !== installed.kind) {
    throw refused(
      `Bản cập nhật này dành cho ${kindWords[kind]} (${platform}), còn chương trình đang chạy là ${kindWords[installed.kind]} ` +
        `(${installed.platform}). Xin tệp đúng loại từ nơi phát hành.`,
    );
  }
  const step = compareVersions(version, installed.version);
  if (step === 0) throw refused(`Chương trình đang là phiên bản ${version}, không cần cập nhật.`);
  if (step < 0) {
    throw refused(
      `Tệp là phiên bản ${version}, cũ hơn phiên bản đang dùng ${installed.version}. Không cài bản cũ: sổ đã mở bằng bản mới ` +
        'thì bản cũ không mở được.',
    );
  }
  if (compareVersions(installed.version, minimum) < 0) {
    throw refused(
      `Phiên bản ${version} chỉ cài được trên phiên bản ${minimum} trở lên; đang dùng ${installed.version}. Cập nhật lên ` +
        `${minimum} trước.`,
    );
  }
}

function refused(message: string): SochiboError {
  return new SochiboError('package_refused', message);
}
