import { matchesWords } from '../../components/fold.ts';

/** "Trưởng Ban Tổ chức, Huyện ủy"; the agency only where the title does not say it ("Bí thư Huyện ủy"). */
export function postText({ title, agency }: { title: string | null; agency: string | null }): string {
  if (title === null || agency === null) return title ?? agency ?? '';
  return matchesWords(title, agency) ? title : `${title}, ${agency}`;
}
