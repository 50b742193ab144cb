const encoder = new TextEncoder();

/** Bytes of a piece from which it is given out; as many again are free for the text that comes to it. */
const full = 1 << 17;

/**
 * Text as bytes, piece by piece, in two buffers by turns: while one piece is on its way the other is filled. Each is filled
 * anew once the piece after it was given out and taken, so nobody may keep one longer. `Buffer.from` reads every text twice
 * and makes a buffer of its own for each: a third more of what a sheet of 120 MB takes here.
 */
export class Utf8Pieces {
  #filling = new Uint8Array(0);
  #other = new Uint8Array(0);
  #used = 0;

  /** Takes text; returns a piece once there is enough of it, else null. */
  add(text: string): Buffer | null {
    // A character becomes three bytes at most.
    const most = this.#used + 3 * text.length;
    if (most > this.#filling.length) {
      const larger = new Uint8Array(Math.max(most, 2 * full));
      larger.set(this.#filling.subarray(0, this.#used));
      this.#filling = larger;
    }
    this.#used += encoder.encodeInto(text, this.#filling.subarray(this.#used)).written;
    return this.#used < full ? null : this.#give();
  }

  /** What is left, and the text behind it. */
  end(text: string): Buffer {
    return this.add(text) ?? this.#give();
  }

  #give(): Buffer {
    const piece = Buffer.from(this.#filling.buffer, 0, this.#used);
    [this.#filling, this.#other] = [this.#other, this.#filling];
    this.#used = 0;
    return piece;
  }
}
