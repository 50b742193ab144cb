/** How much is tried. */
export interface Extent {
  /** A sample, for every change of the program: seconds instead of an hour. */
  short: boolean;
  /** At most so many tries of one thing; all there are when left out. */
  tries?: number;
  /** Processes at a time. */
  atOnce: number;
}
