import { cleanLine } from '../../vietnamese/clean-text.ts';
import { remembered } from '../../vietnamese/remembered.ts';
import { normaliseTone } from '../../vietnamese/tone.ts';

export interface Hometown {
  commune: string | null;
  district: string | null;
  province: string | null;
  /** As written, cleaned. */
  text: string;
}

const unitPrefix =
  /^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|tp|tx|tt|[xphqt])(?:\.\s*|\s+)(?=\p{L})/iu;

/**
 * The parts of a home place: commune, district, province; two parts are commune and province (since 1/7/2025). Units
 * (`xã`, `H.`) are stripped. With more or fewer parts only the text is kept.
 */
export const parseHometown = remembered((written): Readonly<Hometown> => {
  const text = normaliseTone(cleanLine(written));
  const parts = text
    .split(/[,;]/u.test(text) ? /\s*[,;]\s*/u : /\s+[-–]\s+/u)
    .filter((part) => part !== '')
    .map((part) => part.replace(unitPrefix, ''));
  const [first = null, second = null, third = null] = parts;
  if (parts.length === 3) return { commune: first, district: second, province: third, text };
  if (parts.length === 2) return { commune: first, district: null, province: second, text };
  return { commune: null, district: null, province: null, text };
}, 20_000);
