import { findResourcesDir } from '../../electron/hosts/resources-dir.ts';

/** What an office is opened with here. */
export const environment = { resourcesDir: findResourcesDir(), actor: 'kiểm thử' };
