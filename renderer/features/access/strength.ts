/** How hard a passphrase is to guess, in words; `weak` ones are not taken. */
export function strengthOf(passphrase: string): { tone: 'problem' | 'caution' | 'fine'; words: string } {
  const text = passphrase.normalize('NFC').trim();
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/u, /[^\p{L}\d\s]/u].filter((kind) => kind.test(text)).length;
  const words = text.split(/\s+/u).filter((word) => word.length > 1).length;
  const distinct = new Set(text.toLocaleLowerCase('vi')).size;
  if (text.length < 8 || distinct < 5)
    return { tone: 'problem', words: 'Quá yếu: cần ít nhất 8 ký tự, không lặp lại.' };
  if (words >= 4 || (text.length >= 14 && kinds >= 3)) return { tone: 'fine', words: 'Mạnh.' };
  if (text.length >= 12) return { tone: 'caution', words: 'Khá. Thêm một hai từ thì mạnh.' };
  return { tone: 'caution', words: 'Còn yếu. Nên dùng bốn từ trở lên, ví dụ tên bốn vật không liên quan.' };
}
