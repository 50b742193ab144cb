import { type ClerkWindow, openClerkWindow } from './clerk-window.ts';
import { truthOffice } from './truth-office.ts';

/** The clerk's window with the sample commune's office open and July 2024 chosen; closing it removes the office, too. */
export async function openSampleWindow(): Promise<ClerkWindow> {
  const sample = await truthOffice('commune-b');
  sample.office.close();
  const clerk = await openClerkWindow();
  const { page } = clerk;
  // A slow machine is no fault of the program: the tests wait for what must come.
  page.setDefaultTimeout(30_000);
  await page.getByLabel('Đường dẫn tệp').fill(sample.office.path);
  await page.getByRole('button', { name: 'Mở sổ' }).click();
  await page.getByRole('button', { name: 'Đóng sổ' }).waitFor();
  await page.evaluate(() => sessionStorage.setItem('period', '2024-07'));
  await page.reload();
  // A page that is loaded has no frame yet: a key pressed before the frame stands is heard by nobody.
  await page.getByRole('button', { name: 'Đóng sổ' }).waitFor();
  return {
    ...clerk,
    close: async () => {
      await clerk.close();
      sample.remove();
    },
  };
}
