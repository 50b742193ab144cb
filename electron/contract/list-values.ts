/** The most rows of one exported list. */
export const mostListRows = 100_000;

/** The most rows that the window hands over at once: longer lists go page by page, and are whole nowhere. */
export const mostRowsAtOnce = 500;

/** A text of a list as a file or the clipboard has it: on one line; the sign for "missing" is nothing. */
export const textOf = (shown: string): string => (shown === '–' ? '' : shown.replace(/[\t\r\n]+/gu, ' '));
