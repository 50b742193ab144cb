import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { SochiboError } from '../../errors.ts';
import { refused, unreadable, withMacros, withPassword, workbookLimits } from './workbook-guard.ts';

/** The parts of an .xlsx. Every byte that is inflated is counted against one budget for the whole file. */
export interface ZipParts {
  has(part: string): boolean;
  /** The bytes of a part in chunks. Throws `workbook_refused` beyond the limits, `workbook_unreadable` when damaged. */
  read(part: string): AsyncIterable<Uint8Array>;
  close(): void;
}

function bomb(name: string): SochiboError {
  return refused(
    `Tệp ${name} bung ra quá lớn so với bảng tính thường gặp nên không được mở. Nếu tệp đáng tin, mở bằng Excel, chép dữ liệu sang tệp mới rồi chọn lại.`,
  );
}

function damaged(name: string, cause: unknown): SochiboError {
  return unreadable(`Tệp ${name} bị hỏng hoặc chép chưa hết. Chép lại tệp từ nơi gửi rồi chọn lại.`, cause);
}

/** Opens the zip and refuses it by its directory alone when it is not a workbook or declares too much. */
export async function openZipParts(path: string, name: string): Promise<ZipParts> {
  let zip: ZipFile;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw damaged(name, error);
  }
  try {
    if (zip.entryCount > workbookLimits.entries) throw bomb(name);
    const entries = new Map<string, Entry>();
    let declared = 0;
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
      const inflatesTooMuch = ratio > workbookLimits.ratio && entry.uncompressedSize > workbookLimits.ratioFromBytes;
      if (declared > workbookLimits.inflatedBytes || inflatesTooMuch) throw bomb(name);
      if (entry.isEncrypted()) throw withPassword(name);
      // Two parts of one name: readers differ in which they show, so neither is believed.
      if (entries.has(entry.fileName)) throw damaged(name, new Error(`part comes twice: ${entry.fileName}`));
      entries.set(entry.fileName, entry);
    }
    refuseOtherDocuments(entries, name);
    return new OpenZip(zip, entries, name);
  } catch (error) {
    zip.close();
    throw error instanceof SochiboError ? error : damaged(name, error);
  }
}

function refuseOtherDocuments(entries: ReadonlyMap<string, Entry>, name: string): void {
  if (entries.has('xl/workbook.bin')) {
    throw unreadable(`Tệp ${name} ở dạng .xlsb. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.`);
  }
  if (entries.has('word/document.xml'))
    throw unreadable(`Tệp ${name} là tệp Word, không phải bảng tính. Chọn tệp .xlsx.`);
  if (entries.has('content.xml') && entries.has('mimetype')) {
    throw unreadable(`Tệp ${name} là bảng tính OpenDocument. Mở bằng LibreOffice, lưu thành .xlsx rồi chọn lại.`);
  }
  const parts = [...entries.keys()];
  // Nothing of either is ever run or opened; but who sends lists needs neither, and what is linked may be out of date.
  if (parts.some((part) => /(?:^|\/)vbaProject\.bin$/iu.test(part))) throw withMacros(name);
  if (parts.some((part) => /^xl\/externalLinks\/[^/]+\.xml$/iu.test(part))) {
    throw refused(
      `Tệp ${name} lấy số liệu từ tệp khác (liên kết ngoài) nên không được mở. Trong Excel vào Dữ liệu – Sửa liên kết – Ngắt liên kết, lưu lại rồi chọn lại.`,
    );
  }
  if (!entries.has('[Content_Types].xml')) {
    throw unreadable(`Tệp ${name} là tệp nén, không phải bảng tính Excel. Giải nén rồi chọn tệp .xlsx bên trong.`);
  }
}

class OpenZip implements ZipParts {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #name: string;
  #inflated = 0;

  constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, name: string) {
    this.#zip = zip;
    this.#entries = entries;
    this.#name = name;
  }

  has(part: string): boolean {
    return this.#entries.has(part);
  }

  async *read(part: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(part);
    if (!entry) throw damaged(this.#name, new Error(`part is missing: ${part}`));
    let size = 0;
    let stream: Readable | null = null;
    try {
      stream = await this.#open(entry);
      for await (const chunk of stream) {
        size += chunk.length;
        if (size > entry.uncompressedSize) throw new Error(`more bytes than the directory says: ${part}`);
        this.#inflated += chunk.length;
        const tooMuch = size > workbookLimits.ratioFromBytes && size > workbookLimits.ratio * entry.compressedSize;
        if (tooMuch || this.#inflated > workbookLimits.inflatedBytes) throw bomb(this.#name);
        yield chunk;
      }
      if (size < entry.uncompressedSize) throw new Error(`fewer bytes than the directory says: ${part}`);
    } catch (error) {
      throw error instanceof SochiboError ? error : damaged(this.#name, error);
    } finally {
      stream?.destroy();
    }
  }

  /** Inflated in bigger pieces than the zip reader's own, which half of the time went into handing over. */
  async #open(entry: Entry): Promise<Readable> {
    if (entry.compressionMethod !== deflated) return this.#zip.openReadStreamPromise(entry);
    const raw = await this.#zip.openReadStreamPromise(entry, { decompress: false });
    const inflating = createInflateRaw({ chunkSize: bytesPerChunk });
    pipeline(raw, inflating).catch((error) => inflating.destroy(error));
    return inflating;
  }

  close(): void {
    this.#zip.close();
  }
}

/** The one method of compression that workbooks use. */
const deflated = 8;
const bytesPerChunk = 65_536;
