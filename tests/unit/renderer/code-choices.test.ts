import { expect, it } from 'vitest';
import { offered } from '../../../renderer/components/code-choices.ts';

const fields = [
  { code: 'GT', label: 'Giao thông', ended: false },
  { code: 'CU', label: 'Lĩnh vực cũ', ended: true },
];

it.each<[string | null | readonly string[], string[]]>([
  [null, ['GT']],
  ['GT', ['GT']],
  ['CU', ['GT', 'CU']],
  [['CU'], ['GT', 'CU']],
  [[], ['GT']],
])('what the office ended is offered only where the record has it: %j', (has, codes) => {
  expect(offered(fields, has).map(({ value }) => value)).toEqual(codes);
});
