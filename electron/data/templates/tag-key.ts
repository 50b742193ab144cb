import { cleanLine } from '../vietnamese/clean-text.ts';

/** Tags that mean the same: whatever the capitals, the spaces and the way the marks were typed. */
export function tagKey(tag: string): string {
  return cleanLine(tag).toLocaleLowerCase('vi');
}
