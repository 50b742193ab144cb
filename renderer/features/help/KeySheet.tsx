import { chordWords, entryKeys, listKeys, meaningOf } from '../../app/key-words.ts';
import { heldKeys } from '../../app/keys.ts';

/** The keys of what is on the screen now, as the screen itself has asked for them. */
export function KeySheet({ chords = heldKeys() }: { chords?: readonly string[] }) {
  const held = chords.flatMap((chord) => {
    const meaning = meaningOf(chord);
    return meaning === undefined ? [] : [[chordWords(chord), meaning] as const];
  });
  const list = document.querySelector('.data-table') ? listKeys : [];
  const entry = document.querySelector('.entry-grid') ? entryKeys : [];
  return (
    <dl className="key-sheet">
      {[...held, ['Alt+1…9', 'Tới một mục ở bên trái'] as const, ...list, ...entry].map(([keys, meaning]) => (
        <div key={`${keys} ${meaning}`}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
