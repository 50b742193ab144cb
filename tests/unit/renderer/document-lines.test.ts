import { expect, it } from 'vitest';
import type { RegisterRow } from '../../../electron/contract/register.ts';
import { documentLines, registeredByPath } from '../../../renderer/features/documents/document-lines.ts';

const row = (change: Partial<RegisterRow>): RegisterRow => ({
  ...{ id: '1', code: 'BC-09', about: { period: '2024-07' }, kind_code: 'BC', kind: 'Báo cáo', issuer: 'committee' },
  ...{ organisation_id: null, body_code: 'HU', issuer_name: 'Huyện ủy', number: 5, symbol: '05-BC/HU' },
  ...{ date: '2024-08-05', subject: 'kết quả', signer_name: null, signer_title: null, signing_authority: null },
  ...{ receiver: null, replaces_id: null, relation: null, note: null, term_id: null, term: null, state: 'signed' },
  ...{ sent_on: null, returned_on: null, related_to: null, file_name: null, frozen_id: null, next_states: [] },
  ...change,
});
const documents = [
  { code: 'BC-09', title: 'Báo cáo kết quả', name: 'Báo cáo tháng 7', about: { period: '2024-07' } },
  { code: 'BC-11', title: 'Biên bản', name: 'Biên bản thôn 4', about: { id: 'a' } },
];

it('shows a document as the last row of the register has it, whatever the order of the register', () => {
  const rows = [
    row({ id: '3', symbol: '09-BC/HU', relation: 'replaces', replaces_id: '1' }),
    row({}),
    row({ id: '4', about: { period: '2024-08' } }),
    row({ id: '5', code: 'other', about: null }),
  ];
  const shown = { closed: new Set<string>(), text: '', registered: registeredByPath(rows) };
  expect(documentLines(documents, shown).map(({ item }) => [item.name, item.registered?.symbol ?? null])).toEqual([
    ['Báo cáo kết quả (1)', null],
    ['Báo cáo tháng 7', '09-BC/HU'],
    ['Biên bản (1)', null],
    ['Biên bản thôn 4', null],
  ]);
});

it('is found by its number', () => {
  const shown = { closed: new Set<string>(), text: '05 bc/hu', registered: registeredByPath([row({})]) };
  expect(documentLines(documents, shown).map(({ item }) => item.name)).toEqual([
    'Báo cáo kết quả (1)',
    'Báo cáo tháng 7',
  ]);
});
