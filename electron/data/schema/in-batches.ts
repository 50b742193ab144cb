/** A statement takes no more than 32,766 values, and a province has 100,000 members. */
const mostAtOnce = 10_000;

/** Asks for the rows of very many values, some of them at a time; the rows come in the order of the values' batches. */
export async function inBatches<Value, Row>(
  values: readonly Value[],
  ask: (some: readonly Value[]) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[][] = [];
  for (let from = 0; from < values.length; from += mostAtOnce) {
    found.push(await ask(values.slice(from, from + mostAtOnce)));
  }
  return found.flat();
}
