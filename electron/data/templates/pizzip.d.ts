declare module 'pizzip' {
  /** A .zip in memory; the part of it that is used here. The library ships no types. */
  export default class PizZip {
    constructor(content: Buffer);
    file(path: string, content: string): this;
    file(path: string): { asText(): string } | null;
    /** Each entry by its path. */
    readonly files: Readonly<Record<string, { dir: boolean; asText(): string; asNodeBuffer(): Buffer }>>;
    remove(path: string): this;
    generate(options: { type: 'nodebuffer'; compression: 'DEFLATE' }): Buffer;
  }
}
