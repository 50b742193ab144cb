import { expect, it } from 'vitest';
import { lockPages } from '../../../electron/data/office-file/refuse-damaged.ts';

it('counts the page of the locks in a file that reaches beyond the first gibibyte, whatever the size of its pages', () => {
  // sqlite.org/fileformat2.html, 1.4: bytes 1073741824 to 1073742335; a file of at most 1073741824 bytes has none.
  expect([262_144, 262_145, 1_667_978].map((pages) => lockPages(pages, 4096))).toEqual([0, 1, 1]);
  expect([16_384, 16_385].map((pages) => lockPages(pages, 65_536))).toEqual([0, 1]);
});
