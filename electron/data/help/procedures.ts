import { SochiboError } from '../errors.ts';
import { os } from '../procedures.ts';
import { loadHelp } from './help-pages.ts';

export const helpProcedures = os.help.router({
  pages: os.help.pages.handler(({ context: { session } }) =>
    loadHelp(session.options.resourcesDir).map(({ blocks: _, ...entry }) => entry),
  ),
  page: os.help.page.handler(({ context: { session }, input: { id } }) => {
    const page = loadHelp(session.options.resourcesDir).find((one) => one.id === id);
    if (!page) throw new SochiboError('not_found', 'Không có trang trợ giúp này. Chọn trang khác trong danh sách.');
    return { id: page.id, title: page.title, blocks: page.blocks };
  }),
});
