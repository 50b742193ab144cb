import type { SheetDefinition } from '../../electron/contract/scoring-sheet.ts';
import { loadPresets } from '../../electron/data/ratings/sheet-file.ts';
import { resourcesDir } from './office.ts';

/** A sheet the program brings along. */
export function preset(code: string): SheetDefinition {
  const found = loadPresets(resourcesDir).find((each) => each.code === code);
  if (!found) throw new Error(`no scoring sheet ${code}`);
  return found.definition;
}
