/** A font that draws Vietnamese over other letters; `tcvn3_capitals` draws capitals from codes of small letters. */
export type LegacyFont = 'tcvn3' | 'tcvn3_capitals' | 'vni';

/** `.VnTime`, `.VnTimeH`, `VNI-Times`; null for any other font, and for one whose name is not known. */
export function legacyFont(name: string | undefined): LegacyFont | null {
  if (name === undefined) return null;
  if (/^\.vn/iu.test(name)) return /H$/u.test(name) ? 'tcvn3_capitals' : 'tcvn3';
  return /^vni[-\s]/iu.test(name) ? 'vni' : null;
}
