/**
 * The order in which rows stand in the page. A row that comes into view takes the nodes of one that has left it: as many
 * slots as there are ever rows, so that a jump makes no new nodes. Nodes that change places are laid out anew with all that
 * is in them: while the list scrolls they stay where they stand, and are in the order of the rows when it has come to rest.
 */
export class RowNodes {
  #standing: readonly number[] = [];

  inOrder<Item extends { index: number }>(
    items: readonly Item[],
    slots: number,
    isScrolling: boolean,
  ): readonly Item[] {
    const placeOf = new Map(this.#standing.map((slot, place) => [slot, place]));
    const place = ({ index }: Item) => placeOf.get(index % slots) ?? slots;
    const drawn = isScrolling ? items.toSorted((a, b) => place(a) - place(b)) : items;
    this.#standing = drawn.map(({ index }) => index % slots);
    return drawn;
  }
}
