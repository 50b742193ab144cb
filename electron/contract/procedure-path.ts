import type { Contract } from './index.ts';

/** A procedure by its path, as one word: `members.create`. */
export type ProcedurePath = {
  [Room in keyof Contract]: `${Room}.${Extract<keyof Contract[Room], string>}`;
}[keyof Contract];
