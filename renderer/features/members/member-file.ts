import { memberColumnKey } from '../../../electron/contract/member-columns.ts';
import type { MemberQuery } from '../../../electron/contract/members.ts';
import { refusalOf } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import type { MadeByData } from '../../components/data-table/list-export.ts';

/** Has the data side write the list that answers a question: it knows the columns, and reads the rows itself. */
export function memberFile(query: MemberQuery): MadeByData {
  return async (head, keys, { signal, onProgress }) => {
    const columns = memberColumnKey.options.filter((key) => keys.includes(key));
    try {
      for await (const event of await client.lists.members({ ...head, query, columns }, { signal })) {
        if (signal.aborted) return null;
        if (event.type === 'done') return event;
        onProgress(event);
      }
      return null;
    } catch (error) {
      if (signal.aborted || refusalOf(error) === 'cancelled') return null;
      throw error;
    }
  };
}
