import { cleanLine } from '../vietnamese/clean-text.ts';
import { escapeMarkup } from './escape.ts';
import type { FormatProfile } from './profile.ts';

/** A whole page around a fragment. Its policy lets nothing load or run, should a value ever get past the escaping. */
export function standalonePage(html: string, css: string, profile: FormatProfile, title: string): string {
  return (
    `<!doctype html><html lang="${escapeMarkup(profile.language)}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<title>${escapeMarkup(cleanLine(title))}</title><style>body { margin: 0; }\n${css}</style></head>` +
    `<body>${html}</body></html>\n`
  );
}
