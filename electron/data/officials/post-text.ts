import { searchKey } from '../vietnamese/fold.ts';

/**
 * Title and agency as one post, naming the agency once: `Chuyên viên Phòng GD&ĐT` already does; where the title stops in
 * the middle of its name the rest is put there, `Trưởng Ban Tổ chức` and `Ban Tổ chức Huyện ủy` are `Trưởng Ban Tổ chức
 * Huyện ủy`.
 */
export function postText(title: string | null, agency: string | null): string | null {
  if (title === null || agency === null) return title ?? agency;
  if (searchKey(title).includes(searchKey(agency))) return title;
  return completed(title.split(' '), agency.split(' ')) ?? `${title}, ${agency}`;
}

/** The title with the agency's name completed where a part of it ends with the name's first words; else null. */
function completed(title: readonly string[], agency: readonly string[]): string | null {
  for (let length = agency.length - 1; length > 0; length -= 1) {
    const begun = agency.slice(0, length).join(' ').toLocaleLowerCase('vi');
    for (let start = 0; start + length <= title.length; start += 1) {
      const words = title.slice(start, start + length).join(' ');
      const [, name, comma = ''] = /^(.*?)(,?)$/su.exec(words) ?? [];
      const endsPart = comma === ',' || start + length === title.length;
      if (!endsPart || name?.toLocaleLowerCase('vi') !== begun) continue;
      const rest = agency.slice(length).join(' ');
      return [...title.slice(0, start), `${name} ${rest}${comma}`, ...title.slice(start + length)].join(' ');
    }
  }
  return null;
}
