import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClerkWindow, openClerkWindow } from '../../support/clerk-window.ts';
import { benchOffice } from '../data/bench-office.ts';
import type { SizeName } from '../data/sizes.ts';

/** The member list of a copy of a size's office, in Chromium at 1366×768 as the browser host serves it, with its rows. */
export async function openList(size: SizeName): Promise<ClerkWindow> {
  const kept = await benchOffice(size);
  // The first backup of the day, or the check behind the opening, would do its work beside the list: of a country's tenth for minutes.
  const clerk = await openClerkWindow({ backups: 'never', checkAfter: 3_600_000 });
  const { page } = clerk;
  page.setDefaultTimeout(180_000);
  const path = join(clerk.folder, 'so.sochibo');
  copyFileSync(kept, path);
  // Not by the button: a province is read through for a while, in the process of whoever waits for the page here.
  await clerk.client.office.open({ path });
  await clerk.goTo('/members');
  await page.reload();
  await page.locator('.data-table-body [role="gridcell"]', { hasText: /\p{L}/u }).first().waitFor();
  return clerk;
}
