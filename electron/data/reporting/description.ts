/** What a record is, in words, and where it belongs. */
export interface Description {
  label: string;
  context: string;
}
