export interface Found {
  entity: 'member' | 'organisation' | 'official' | 'petition' | 'meeting';
  id: string;
  label: string;
  context: string;
}

/** How close it comes to what was typed, 0 the closest. */
export interface Ranked {
  rank: number;
  found: Found;
}
