import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * A screenshot (8 bits a channel, RGB or RGBA, not interlaced) as a PNG of at most 64 colours: a fifth of its size, and
 * letters stay as they were. Throws on any other PNG.
 */
export function smallPng(png: Buffer): Buffer {
  const chunks = readChunks(png);
  const head = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[head[9] ?? 0];
  if (channels === undefined || head[8] !== 8 || head[12] !== 0) throw new Error('not the PNG of a screenshot');
  const pixels = unfilter(
    inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))),
    {
      height,
      line: width * channels,
      step: channels,
    },
  );
  const palette = paletteOf(pixels, channels);
  const nearest = new Map<number, number>();
  const lines = Buffer.alloc(height * (width + 1));
  for (let index = 0; index < width * height; index += 1) {
    const colour = colourAt(pixels, index * channels);
    let place = nearest.get(colour);
    if (place === undefined) {
      place = closest(palette, colour);
      nearest.set(colour, place);
    }
    lines[index + Math.floor(index / width) + 1] = place;
  }
  const newHead = Buffer.from(head);
  newHead[9] = 3;
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', newHead),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function readChunks(png: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

type Lines = { height: number; line: number; step: number };

function unfilter(raw: Buffer, { height, line, step }: Lines): Buffer {
  const pixels = Buffer.alloc(height * line);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (line + 1)] ?? 0;
    for (let column = 0; column < line; column += 1) {
      const at = row * line + column;
      const left = column >= step ? (pixels[at - step] ?? 0) : 0;
      const above = row > 0 ? (pixels[at - line] ?? 0) : 0;
      const corner = row > 0 && column >= step ? (pixels[at - line - step] ?? 0) : 0;
      const added = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      pixels[at] = ((raw[row * (line + 1) + 1 + column] ?? 0) + added) & 255;
    }
  }
  return pixels;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function colourAt(pixels: Buffer, at: number): number {
  return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
}

/** The commonest colours, each at least a little unlike the others. */
function paletteOf(pixels: Buffer, channels: number): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette: number[] = [];
  for (const [colour] of [...counts].sort(([, one], [, other]) => other - one)) {
    const likeness =
      palette.length === 0 ? Number.POSITIVE_INFINITY : distance(palette[closest(palette, colour)] ?? 0, colour);
    if (likeness > (palette.length < 12 ? 60 : 900)) palette.push(colour);
    if (palette.length === 64) break;
  }
  return palette;
}

function closest(palette: readonly number[], colour: number): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, one] of palette.entries()) {
    const far = distance(one, colour);
    if (far < least) [best, least] = [index, far];
  }
  return best;
}

function distance(one: number, other: number): number {
  const channel = (shift: number) => ((one >> shift) & 255) - ((other >> shift) & 255);
  return channel(16) ** 2 + channel(8) ** 2 + channel(0) ** 2;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
