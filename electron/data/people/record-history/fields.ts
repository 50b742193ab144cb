/** What a record of another table is called. */
export type NamedTable =
  | 'organisation'
  | 'member'
  | 'official'
  | 'decision'
  | 'meeting'
  | 'handling_body'
  | 'term'
  | 'team'
  | 'theme'
  | 'petition';

/** How a column is told: what it is called and what its values mean. */
export interface ToldField {
  label: string;
  /** Words of its codes. */
  codes?: Readonly<Record<string, string>>;
  /** The code list of its codes. */
  list?: string;
  /** It names a record of this table. */
  of?: NamedTable;
  isTruth?: true;
}

/** Columns that are told, by name; a column that is not here is for the program alone. */
export type ToldFields<Row> = { readonly [Column in Exclude<keyof Row, 'id'>]: ToldField | null };

export const text = (label: string): ToldField => ({ label });
export const coded = (label: string, codes: Readonly<Record<string, string>>): ToldField => ({ label, codes });
export const listed = (label: string, list: string): ToldField => ({ label, list });
export const named = (label: string, of: NamedTable): ToldField => ({ label, of });
export const truth = (label: string): ToldField => ({ label, isTruth: true });

export const dated = { valid_from: text('Từ ngày'), valid_to: text('Đến ngày') };
