/** Six soft colours for what columns were taken for; the word stands beside it always. */
const tones = 6;

/** The same field has the same colour in every sheet of a kind: by its place in the list of fields. */
export function fieldTone(field: string, fields: readonly { field: string }[]): number {
  const index = fields.findIndex((each) => each.field === field);
  return index < 0 ? 0 : index % tones;
}
