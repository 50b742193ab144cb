import type { FormatProfile } from './profile.ts';

/** Twips as CSS points. */
function points(twips: number): string {
  return `${twips / 20}pt`;
}

/** Single line spacing of Times New Roman in Word. */
const single = 1.15;

/** The page, on paper and on screen, in the profile's measures. Every rule but `@page` is scoped to the document. */
export function documentCss(profile: FormatProfile, duplex: boolean): string {
  return [pageCss(profile, duplex), scope(sheetCss(profile)), scope(textCss(profile)), printCss].join('\n');
}

/** Puts every selector of a list of rules `selector, … { … }` inside the document; `&` is the document itself. */
function scope(rules: readonly string[]): string {
  const inside = (selector: string): string =>
    selector.startsWith('&') ? `.official-document${selector.slice(1)}` : `.official-document ${selector}`;
  return rules
    .map((rule) => {
      const brace = rule.indexOf('{');
      return rule.slice(0, brace).split(', ').map(inside).join(', ') + rule.slice(brace);
    })
    .join('\n');
}

/** Paper, margins and the page number, top centre from page 2 (document format, section 2). */
function pageCss({ page, page_number, font }: FormatProfile, duplex: boolean): string {
  const side = (left: number, right: number): string => `margin-left: ${points(left)}; margin-right: ${points(right)};`;
  const number = `content: counter(page); vertical-align: top; padding-top: ${points(page.header)}; font: ${page_number.pt}pt '${font}', 'Liberation Serif', serif;`;
  return [
    `@page { size: ${points(page.width)} ${points(page.height)}; margin-top: ${points(page.top)}; ` +
      `margin-bottom: ${points(page.bottom)}; ${side(page.left, page.right)} @top-center { ${number} } }`,
    ...(duplex ? [`@page :left { ${side(page.right, page.left)} }`] : []),
    '@page :first { @top-center { content: none; } }',
    `@page od-landscape { size: ${points(page.height)} ${points(page.width)}; }`,
  ].join('\n');
}

/** On screen: a white sheet with the page's margins, whatever the theme around it. */
function sheetCss({ page, font }: FormatProfile): string[] {
  const margins = [page.top, page.right, page.bottom, page.left].map(points).join(' ');
  return [
    `& { color: #000; font-family: '${font}', 'Liberation Serif', serif; line-height: ${single}; text-align: center; ` +
      // As Word sets it: no kerning, no ligatures, letters not rounded to pixels; so the lines break alike.
      'font-kerning: none; font-variant-ligatures: none; text-rendering: geometricPrecision; }',
    'p, h1 { margin: 0; }',
    'table { border-collapse: collapse; table-layout: fixed; }',
    'td, th { padding: 0; vertical-align: top; font-weight: normal; }',
    `.od-sheet { box-sizing: border-box; width: ${points(page.width)}; min-height: ${points(page.height)}; padding: ${margins}; ` +
      'margin: 0 auto 12pt; background: #fff; box-shadow: 0 1pt 6pt rgb(0 0 0 / 30%); }',
    `.od-landscape { width: ${points(page.height)}; min-height: ${points(page.width)}; page: od-landscape; }`,
    '.od-annex { break-before: page; }',
    '.od-left { text-align: left; }',
    '.od-center { text-align: center; }',
    '.od-right { text-align: right; }',
    '.od-bold { font-weight: bold; }',
    '.od-italic { font-style: italic; }',
    '.od-gaps { white-space: pre-wrap; }',
  ];
}

function textCss(profile: FormatProfile): string[] {
  const { header_table, sign_table, body } = profile;
  const column = (name: string, widths: readonly [number, number]): string[] => [
    `.${name} { width: ${points(widths[0] + widths[1])}; }`,
    `.${name} > colgroup > col:first-child { width: ${points(widths[0])}; }`,
    `.${name} > colgroup > col:last-child { width: ${points(widths[1])}; }`,
  ];
  return [
    ...column('od-header', header_table.columns),
    ...column('od-signature', sign_table.columns),
    `.od-superior { font-size: ${profile.superior.pt}pt; }`,
    `.od-issuer { font-size: ${profile.issuer.pt}pt; font-weight: bold; }`,
    `.od-condensed { letter-spacing: -${points(header_table.condense)}; white-space: nowrap; }`,
    `.od-star { font-size: ${profile.star.pt}pt; }`,
    // An inline block is as wide as its text, and so is the rule below it (box 1).
    `.od-party-title { font-size: ${profile.party_title.pt}pt; font-weight: bold; }`,
    '.od-party-title > span { display: inline-block; white-space: nowrap; border-bottom: 0.75pt solid #000; margin-bottom: 6pt; }',
    `.od-number { font-size: ${profile.number_and_symbol.pt}pt; }`,
    `.od-letter-subject { font-size: ${profile.letter_subject.pt}pt; font-style: italic; }`,
    `.od-place-date { font-size: ${profile.place_date.pt}pt; font-style: italic; }`,
    `.od-mark { font-size: ${profile.marks.pt}pt; }`,
    '.od-framed > span { display: inline-block; border: 0.75pt solid #000; padding: 0 4pt; margin-top: 6pt; }',
    `.od-kind { font-size: ${profile.document_kind.pt}pt; font-weight: bold; margin-top: ${points(profile.document_kind.before)}; }`,
    `.od-subject { font-size: ${profile.subject.pt}pt; font-weight: bold; }`,
    `.od-title-rule { font-size: ${profile.subject.pt}pt; }`,
    `.od-addressees { font-size: ${profile.addressee.pt}pt; margin-top: ${points(body.before * 2)}; }`,
    '.od-names { display: inline-block; text-align: left; }',
    `.od-text { font-size: ${body.pt}pt; line-height: ${points(body.line)}; margin-top: ${points(body.before)}; overflow-wrap: anywhere; }`,
    `.od-justify { text-align: justify; }`,
    `.od-indented { text-indent: ${points(body.first_line)}; }`,
    // A line of dots to the right margin, at the height of the letters.
    '.od-leader { display: flex; align-items: baseline; }',
    `.od-leader.od-indented { text-indent: 0; padding-left: ${points(body.first_line)}; }`,
    '.od-leader > span { white-space: pre; }',
    '.od-dots { flex: 1; height: 1em; border-bottom: 1pt dotted #000; }',
    '.od-heading { break-after: avoid; }',
    `.od-table { width: 100%; margin-top: ${points(body.before)}; font-size: ${profile.table.pt}pt; }`,
    '.od-table td, .od-table th { border: 0.5pt solid #000; padding: 0 4pt; overflow-wrap: anywhere; }',
    // Chromium gives a line of half a point a whole pixel: what that adds to a row is taken back, or long tables break early.
    ".od-table td::before, .od-table th::before { content: ''; display: block; margin-top: -0.25pt; }",
    '.od-table tr { break-inside: avoid; }',
    '.od-table th { vertical-align: middle; }',
    '.od-signature { break-inside: avoid; }',
    `.od-signature > tbody > tr > td { padding-top: ${points(sign_table.before)}; }`,
    '.od-before-signature { break-after: avoid; }',
    `.od-authority { font-size: ${profile.signing_authority.pt}pt; font-weight: bold; }`,
    `.od-position { font-size: ${profile.position.pt}pt; }`,
    `.od-signer { font-size: ${profile.signer.pt}pt; font-weight: bold; min-height: ${single}em; margin-top: ${profile.signer.gap_lines * single}em; }`,
    `.od-recipients-label { font-size: ${profile.recipients.label_pt}pt; text-decoration: underline; text-align: left; }`,
    `.od-recipient { font-size: ${profile.recipients.pt}pt; text-align: left; }`,
    `.od-annex-title { font-size: ${profile.annex.pt}pt; }`,
  ];
}

/** Printed, the margins are the page's; the sheet's own would come on top. */
const printCss =
  '@media print { .official-document .od-sheet { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; } }';
