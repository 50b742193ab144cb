import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskNumber, maskNumbers } from '../../../electron/data/people/identity-numbers.ts';

const numbers = fc.stringMatching(/^\d{9,12}$/u);

it('a covered number shows its first four and last three, and how long it is', () => {
  expect(maskNumber('099012345456')).toBe('0990*****456');
  fc.assert(
    fc.property(numbers, (number) => {
      const covered = maskNumber(number);
      expect(covered).toHaveLength(number.length);
      expect(covered.replaceAll('*', '')).toHaveLength(7);
    }),
  );
  expect(maskNumber('12345678')).toBe('********');
});

it('no identity number is left whole however deep it lies, and nothing else is touched', () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      numbers.map((personal_id) => ({ personal_id, name: 'Lê Văn Ba' })),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('member', 'form', 'rows'), tie('tree')),
      fc.constantFrom(null, 5, 'chi bộ'),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const text = JSON.stringify(value);
      const covered = JSON.stringify(maskNumbers(value));
      expect(covered.match(/\d{9,}/gu)).toBeNull();
      expect(covered).toHaveLength(text.length);
      if (!text.includes('personal_id')) expect(covered).toBe(text);
    }),
  );
});
