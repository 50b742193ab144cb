/** A party organisation and the committee that leads it: of the district and above by its own word, else `Đảng ủy`. */
const committees: readonly (readonly [RegExp, string])[] = [
  [/^đảng bộ tỉnh\s+/iu, 'Tỉnh ủy '],
  [/^đảng bộ thành phố\s+/iu, 'Thành ủy '],
  [/^đảng bộ huyện\s+/iu, 'Huyện ủy '],
  [/^đảng bộ quận\s+/iu, 'Quận ủy '],
  [/^đảng bộ thị xã\s+/iu, 'Thị ủy '],
  [/^đảng bộ\s+/iu, 'Đảng ủy '],
];

/** Line 2 of the header: the organisation is "đảng bộ", what issues is its committee (document format, 5.1). */
export function committeeName(organisation: string): string {
  const name = organisation.normalize('NFC').trim();
  for (const [pattern, committee] of committees) if (pattern.test(name)) return name.replace(pattern, committee);
  return name;
}

/** Body code of a committee by its name (4.3); null where no real symbol is known. */
export function committeeCode(name: string): string | null {
  const text = name.normalize('NFC').trim();
  if (/^huyện (?:ủy|uỷ)\s/iu.test(text)) return 'HU';
  if (/^đảng (?:ủy|uỷ)\s/iu.test(text)) return 'ĐU';
  return /^(?:tỉnh|thành) (?:ủy|uỷ)\s/iu.test(text) ? 'TU' : null;
}

/** The proper name of the unit an organisation is named for: where its documents are signed; null where it has none. */
export function placeOfOrganisation(organisation: string): string | null {
  const unit = /^(?:đảng bộ|đảng ủy|đảng uỷ)\s+(?:xã|phường|thị trấn|đặc khu)\s+(?<place>.+)$/iu;
  return unit.exec(organisation.normalize('NFC').trim())?.groups?.place ?? null;
}
