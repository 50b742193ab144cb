import type { DraftBlock } from '../../document.ts';
import type { MinutesData, Vote } from './minutes-data.ts';
import { rate } from './opening.ts';
import { capitalised, comrade, count, gap, item, longGap, sentence } from './wording.ts';

const results = { passed: 'trúng cử', not_passed: 'không trúng cử', unknown: null } as const;

/**
 * Elections of a congress (handbook R17, R19): those summoned, the ballots, then each candidate with votes and rate. The
 * register has no ballots, so their paragraph is one the clerk writes. R21: a cell of that size elects a committee first.
 */
export function electionBlocks({ votes, electsCommittee }: MinutesData): DraftBlock[] {
  const elections = votes.filter(({ isElection }) => isElection);
  const base = elections.find((one) => one.base !== null)?.base ?? null;
  return [
    item({ text: `Số đảng viên được triệu tập, có quyền bầu cử: ${count(base)} đồng chí.` }),
    {
      kind: 'written',
      key: 'election-committee',
      mark: '-',
      runs: [`Ban kiểm phiếu gồm ${gap} đồng chí, do đồng chí ${longGap} làm trưởng ban.`],
    },
    {
      kind: 'written',
      key: 'ballots',
      mark: '-',
      runs: [`Số phiếu phát ra: ${gap}; thu về: ${gap}; hợp lệ: ${gap}; không hợp lệ: ${gap}.`],
    },
    ...(elections.length > 0 ? elections.map(candidate) : offices(electsCommittee)),
  ];
}

/** `Bầu Bí thư: Nguyễn Văn An` keeps its words; a bare name is a comrade. */
function candidate({ subject, inFavour, base, outcome }: Vote): DraftBlock {
  const name = /^bầu\b/iu.test(subject) ? subject : capitalised(comrade(subject));
  const result = results[outcome];
  const said = `${name}: ${count(inFavour)}/${count(base)} phiếu, đạt ${rate(inFavour, base)}`;
  return item({ text: sentence(result === null ? said : `${said}; ${result}`) });
}

function offices(electsCommittee: boolean | null): DraftBlock[] {
  const posts = ['Bí thư', 'Phó Bí thư'];
  return [
    ...(electsCommittee === false ? [] : [item({ text: `Bầu chi ủy gồm ${gap} đồng chí:` }), room]),
    ...posts.map((post) => item({ text: `Bầu ${post}: đồng chí ${longGap}, ${gap}/${gap} phiếu, đạt ${gap}%.` })),
  ];
}

const room: DraftBlock = { kind: 'dotted', lines: 3 };
