/** Bytes of most buffers; a text longer than that has one of its own. */
const usual = 1 << 20;

/**
 * Texts kept as bytes by their places, which may be filled in any order: a hundred thousand texts of Vietnamese as strings, or as
 * buffers of their own, take twice as much.
 */
export class PackedTexts {
  readonly #buffers: Buffer[] = [];
  #used = 0;
  /** By place: which buffer, where in it, how many bytes; none: the place is free. */
  #where = new Uint32Array(3 * 1024);

  put(place: number, text: string): void {
    let buffer = this.#buffers.at(-1);
    // A character becomes three bytes at most.
    const most = 3 * text.length;
    if (!buffer || this.#used + most > buffer.length) {
      buffer = Buffer.allocUnsafeSlow(Math.max(usual, most));
      this.#buffers.push(buffer);
      this.#used = 0;
    }
    const bytes = buffer.write(text, this.#used);
    if (3 * place + 3 > this.#where.length) {
      const longer = new Uint32Array(Math.max(2 * this.#where.length, 3 * place + 3));
      longer.set(this.#where);
      this.#where = longer;
    }
    this.#where.set([this.#buffers.length - 1, this.#used, bytes], 3 * place);
    this.#used += bytes;
  }

  /** In the order of their places. */
  *[Symbol.iterator](): Generator<string> {
    for (let at = 0; at < this.#where.length; at += 3) {
      const [buffer = 0, start = 0, bytes = 0] = this.#where.subarray(at, at + 3);
      if (bytes > 0) yield this.#buffers[buffer]?.toString('utf8', start, start + bytes) ?? '';
    }
  }
}
