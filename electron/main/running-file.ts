/** The one file that the program runs from, where it was not installed: a portable program or an AppImage. */
export function runningFile(): string | undefined {
  const { APPIMAGE, PORTABLE_EXECUTABLE_FILE } = process.env;
  return process.platform === 'win32' ? PORTABLE_EXECUTABLE_FILE : APPIMAGE;
}
