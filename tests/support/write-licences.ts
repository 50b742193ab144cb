import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencesText } from './licences.ts';

/** `npm run licences`: the licences of all that the program carries, for Trợ giúp → Giới thiệu. */
writeFileSync(join(import.meta.dirname, '../../resources/licences/licences.txt'), licencesText());
