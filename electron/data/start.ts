import { join } from 'node:path';
import { compiledProgram } from './compiled-program.ts';

// What the shell starts of the built program: the data process (`process.ts`), compiled when it was built.
compiledProgram(join(import.meta.dirname, 'data-process.cjs')).run();
