import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf, isHeld } from './write-safely.ts';

/** What a document's program leaves beside the file while it is open there. Word shortens the name, Excel does not. */
const signs: readonly { program: string; endings: RegExp; beside: (name: string) => string[] }[] = [
  {
    program: 'Word',
    endings: /\.(?:docx?|docm|dotx|rtf)$/iu,
    beside: (name) => [`~$${name.slice(2)}`, `~$${name.slice(1)}`, `~$${name}`],
  },
  { program: 'Excel', endings: /\.(?:xlsx?|xlsm|csv)$/iu, beside: (name) => [`~$${name}`] },
  { program: 'LibreOffice', endings: /./u, beside: (name) => [`.~lock.${name}#`] },
];

/** The program in which a file is open, as far as it shows; null when it does not show. */
export function holderOf(path: string): string | null {
  const name = basename(path);
  const holder = signs.find(
    ({ endings, beside }) => endings.test(name) && beside(name).some((sign) => existsSync(join(dirname(path), sign))),
  );
  return holder?.program ?? null;
}

/** Why a file was not written, in words: what, and what stands in the way. */
export function whyNotWritten(path: string, error: unknown): string {
  const file = basename(path);
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return `Không ghi được tệp ${file} vì ổ đĩa đã đầy.`;
  if (code === 'EDIFFERENT')
    return `Tệp ${file} ghi ra không giống bản gốc: ổ đĩa hoặc USB có thể hỏng. Bản ghi sai đã xóa.`;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `Không ghi được tệp ${file} vì thư mục không còn.`;
  if (code === 'ENAMETOOLONG') return `Không ghi được tệp ${file} vì tên hoặc đường dẫn quá dài.`;
  if (!isHeld(error)) return `Không ghi được tệp ${file}. Kiểm tra ổ đĩa rồi thử lại.`;
  const holder = holderOf(path);
  return holder
    ? `Không ghi được tệp ${file} vì đang mở trong ${holder}.`
    : `Không ghi được tệp ${file} vì đang mở trong chương trình khác, hoặc thư mục không cho ghi.`;
}
