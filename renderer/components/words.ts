/** The words of the contract's codes, as the data side tells a record's history in them too. */
export * from '../../electron/contract/words.ts';
