/** A committee as it is called, and the party organisation it leads (document format, 5.1). */
const committees: readonly (readonly [RegExp, string])[] = [
  [/^đảng (?:ủy|uỷ)\s+/iu, 'Đảng bộ '],
  [/^tỉnh (?:ủy|uỷ)\s+/iu, 'Đảng bộ tỉnh '],
  [/^thành (?:ủy|uỷ)\s+/iu, 'Đảng bộ thành phố '],
  [/^huyện (?:ủy|uỷ)\s+/iu, 'Đảng bộ huyện '],
  [/^quận (?:ủy|uỷ)\s+/iu, 'Đảng bộ quận '],
  [/^thị (?:ủy|uỷ)\s+/iu, 'Đảng bộ thị xã '],
];

/**
 * Line 1 above a committee or a cell: the superior party organisation, `Đảng bộ …`, also when the committee's name was
 * given. The same for a cell under a grassroots committee and for a grassroots cell (document format, 5.1).
 */
export function partyOrganisationName(name: string): string {
  const trimmed = name.normalize('NFC').trim();
  for (const [pattern, organisation] of committees) {
    if (pattern.test(trimmed)) return trimmed.replace(pattern, organisation);
  }
  return trimmed;
}

/** The committee that leads a party organisation: `Đảng bộ xã An Bình` is led by `Đảng ủy xã An Bình` (document format, 5.1). */
export function committeeName(organisation: string): string {
  return organisation
    .normalize('NFC')
    .trim()
    .replace(/^đảng bộ\s+/iu, 'Đảng ủy ');
}
