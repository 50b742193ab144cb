import { fold } from '../components/fold.ts';
import { documentPath } from './document-path.ts';
import type { Period } from './period.ts';

const words = 'phieu bo sung';

/** Where the form of a member's year is made, the year of the period. */
export function supplementOf(memberId: string, period: Period): { label: string; path: string } {
  const year = period.slice(0, 4);
  return { label: `Phiếu bổ sung năm ${year}`, path: documentPath('phieu-bo-sung', { period: year, id: memberId }) };
}

/** Of `phiếu bổ sung lê văn ba`, the member's name, perhaps empty yet; null where no such form is asked for. */
export function supplementAsked(typed: string): string | null {
  if (!fold(typed).startsWith(words)) return null;
  return typed.split(/\s+/u).slice(words.split(' ').length).join(' ');
}
