/**
 * What the shell and the data process say to each other beside the window's port. The port itself carries oRPC and is
 * only relayed: as a transferred port where the runtime can (`port` null), else as numbered `data` messages.
 */
export type ToDataProcess =
  | { kind: 'start'; resourcesDir: string; outputDir: string; actor: string; office: string | null }
  | { kind: 'port'; port: number | null }
  | { kind: 'data'; port: number; data: unknown }
  | { kind: 'port-closed'; port: number }
  /** `update`: an installer, and nothing else; otherwise a made file or folder, and no installer. */
  | { kind: 'path-of'; request: number; file: string; update: boolean }
  /** Ends it. Without a backup also while one is being made, which is given up then. */
  | { kind: 'close'; backup: boolean };

export type FromDataProcess =
  | { kind: 'data'; port: number; data: unknown }
  | { kind: 'path'; request: number; path: string | null }
  /** The office now open, so that the shell can list it and open it again after a crash. */
  | { kind: 'office'; path: string | null }
  /** An office was closed again because the check behind its opening found it damaged: asked for once more, it is refused in words. */
  | { kind: 'damaged'; path: string }
  /** A backup that the program makes by itself goes on: at least every second. */
  | { kind: 'backing-up' }
  /** The long work that is being done, so that closing the window can ask; null: none is. */
  | { kind: 'working'; title: string | null };
