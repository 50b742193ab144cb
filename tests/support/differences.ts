/** What is different between two sets of records, readably: the key, then each field that differs. */
export function differences(
  actual: ReadonlyMap<string, object | undefined>,
  expected: ReadonlyMap<string, object>,
): string[] {
  const found: string[] = [];
  for (const [key, record] of expected) {
    const real = actual.get(key);
    if (!real) found.push(`${key}: missing`);
    else found.push(...fieldDifferences(key, real, record));
  }
  for (const key of actual.keys()) if (!expected.has(key)) found.push(`${key}: not expected`);
  return found;
}

function fieldDifferences(key: string, actual: object, expected: object): string[] {
  const values = new Map(Object.entries(actual));
  return Object.entries(expected).flatMap(([field, value]) => {
    const [real, wanted] = [JSON.stringify(values.get(field)), JSON.stringify(value)];
    return real === wanted ? [] : [`${key}: ${field} is ${real}, expected ${wanted}`];
  });
}
