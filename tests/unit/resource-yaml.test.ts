import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseAhead, yamlParser } from '../../electron/data/resource-yaml.ts';

const resources = join(import.meta.dirname, '../../resources');
const names = readdirSync(resources, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const texts = names.map((name) => readFileSync(join(resources, name), 'utf8'));

describe('YAML of resources/, parsed when the program was built', () => {
  let folder: string;
  let file: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sochibo-yaml-'));
    file = join(folder, 'parsed.json');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the same values, of every file', () => {
    writeFileSync(file, parseAhead(texts));
    const parseYaml = yamlParser(file);
    expect(texts.map((text) => parseYaml(text))).toEqual(texts.map((text) => parse(text)));
  });

  it('is looked up, not parsed: what the build has found is what is given', () => {
    const [entry] = JSON.parse(parseAhead(['a: 1']));
    writeFileSync(file, JSON.stringify([[entry[0], '{"a":"of the build"}']]));
    expect(yamlParser(file)('a: 1')).toEqual({ a: 'of the build' });
  });

  it('is parsed where the office has changed the text, and where nothing was parsed ahead', () => {
    writeFileSync(file, parseAhead(['a: 1']));
    expect(yamlParser(file)('a: 2')).toEqual({ a: 2 });
    expect(yamlParser(join(folder, 'none.json'))('a: 1')).toEqual({ a: 1 });
  });
});
