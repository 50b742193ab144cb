import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { SochiboError } from '../errors.ts';

/** A letterhead with pictures is some hundred kB; what is far beyond is no template (reliability, finding 8). */
const limits = { fileBytes: 5_000_000, inflatedBytes: 50_000_000, entries: 500 } as const;

/**
 * Refuses a file that no document is to be made from: not a Word document, with macros, with content from elsewhere, or
 * inflating beyond measure. Throws `workbook_refused` with what it is and what to do.
 */
export async function guardTemplate(content: Buffer, name: string): Promise<void> {
  if (content.length > limits.fileBytes) {
    throw refused(name, 'lớn quá 5 MB. Giảm cỡ ảnh trong tệp rồi chọn lại');
  }
  const parts = await readParts(content, name);
  if (!parts.has('word/document.xml')) throw refused(name, 'không phải tệp Word .docx. Lưu thành .docx rồi chọn lại');
  if ([...parts.keys()].some((part) => /vbaProject|\.bin$|embeddings\//iu.test(part))) {
    throw refused(name, 'có macro hoặc đối tượng nhúng. Lưu thành .docx không có macro rồi chọn lại');
  }
  for (const [part, bytes] of parts) {
    if (!part.endsWith('.rels')) continue;
    if (fetchesFromElsewhere(bytes.toString('utf8'))) {
      throw refused(name, 'lấy nội dung từ tệp hoặc địa chỉ khác (liên kết). Bỏ liên kết, dán trực tiếp rồi chọn lại');
    }
  }
}

/** A link that a reader clicks is harmless; a picture, a template or a frame that Word fetches by itself is not. */
function fetchesFromElsewhere(relations: string): boolean {
  return [...relations.matchAll(/<Relationship\b[^>]*>/gu)].some(
    ([relation]) => /TargetMode\s*=\s*["']External["']/u.test(relation) && !/\/hyperlink["']/u.test(relation),
  );
}

async function readParts(content: Buffer, name: string): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  try {
    const zip = await yauzl.fromBufferPromise(content, { lazyEntries: true });
    if (zip.entryCount > limits.entries) throw tooLarge(name);
    let inflated = 0;
    for await (const entry of zip.eachEntry()) {
      inflated += entry.uncompressedSize;
      if (inflated > limits.inflatedBytes) throw tooLarge(name);
      parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    }
    return parts;
  } catch (error) {
    if (error instanceof SochiboError) throw error;
    throw refused(name, 'bị hỏng hoặc không phải tệp Word .docx. Mở bằng Word, lưu lại rồi chọn lại', error);
  }
}

function tooLarge(name: string): SochiboError {
  return refused(name, 'bung ra quá lớn so với một mẫu văn bản. Chép nội dung sang tệp mới rồi chọn lại');
}

function refused(name: string, why: string, cause?: unknown): SochiboError {
  return new SochiboError('workbook_refused', `Tệp ${name} ${why}.`, { cause });
}
