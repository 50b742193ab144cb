/**
 * Sub-rows of the handbook's list, section 6.1, that are no single box and no single sheet: the tests that show them, as
 * file and name of the test.
 */
export const pitfallsElsewhere: Readonly<Record<string, readonly [file: string, test: string]>> = {
  '8a': ['unit/importing/pitfalls.test.ts', '8a two spellings of one name have one key'],
  '8d': ['unit/vietnamese/tone.test.ts', '8d a heading in capitals is printed in the official old style'],
  '9a': ['unit/importing/pitfalls.test.ts', '9a by given name, then family name'],
  '10a': ['integration/import-conversation.test.ts', 'pitfall 10a: another spelling of somebody the office has'],
  '10b': ['integration/import-commit.test.ts', '10b a blank in the file never overwrites what is known'],
  '10d': ['integration/import-conversation.test.ts', 'boxes edited in place count, and the choice of each row'],
  '13i': ['integration/import-national-db.test.ts', '(10b, 13i)'],
  '14a': [
    'integration/import-hostile-xls.test.ts',
    '6c the font of a box decides; fonts are numbered without a fourth',
  ],
  '14b': ['integration/import-csv.test.ts', '14b a web page or XML under the name of a workbook'],
  '14c': ['integration/import-hostile-files.test.ts', 'a workbook with a password'],
  '14d': ['integration/import-pitfalls.test.ts', '14d what is hidden or filtered is data and said'],
  '14e': ['integration/import-pitfalls.test.ts', '14e a formula without a result is an error of its row'],
  '14f': ['integration/import-pitfalls.test.ts', '14f a sheet for each cell: the name of the sheet is the cell'],
  '14g': ['unit/importing/locked-file.test.ts', '14g a file that is open in Excel is refused in words'],
  '14h': ['integration/import-pitfalls.test.ts', '14h a path that is too long is said'],
  // The program writes no .csv (lists are .xlsx); what others write with the mark is read by it.
  '14i': ['integration/import-csv.test.ts', 'UTF-8 with its mark (14i)'],
  '15a': ['integration/national-list.test.ts', 'what was imported, exported and imported again changes nothing'],
  '16a': [
    'integration/import-commit.test.ts',
    '16a with errors in the files nothing is written until the clerk accepts',
  ],
  '16b': [
    'integration/import-commit.test.ts',
    '16b the file is known by its hash, and the import is taken back as a whole',
  ],
};
