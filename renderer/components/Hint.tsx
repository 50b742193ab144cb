/** Keys of a list, under it. Where there is no room for all of it, the rest stands in its title. */
export function Hint({ words }: { words: string }) {
  return (
    <span className="list-screen-hint" title={words}>
      {words}
    </span>
  );
}
