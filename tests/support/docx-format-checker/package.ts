import { posix } from 'node:path';
import { all, type Element, parseXml } from '../docx-reader.ts';
import type { Check } from './findings.ts';

const contentTypes = '[Content_Types].xml';
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Every part has a content type, every relationship a target, every reference a relationship (Open Packaging Conventions). */
export function checkPackage(parts: ReadonlyMap<string, string>, check: Check): void {
  checkContentTypes(parts, check);
  for (const [path, xml] of parts) {
    if (path.endsWith('.rels')) checkRelationships(path, parseXml(xml), parts, check);
    else if (path.endsWith('.xml') && path !== contentTypes) checkReferences(path, parseXml(xml), parts, check);
  }
  const links = relationships(parts.get('_rels/.rels'));
  const main = links.filter(({ attributes }) => attributes.Type?.endsWith('/officeDocument'));
  check(main.length === 1, 'the package names its document once');
}

function relationships(xml: string | undefined): Element[] {
  return xml === undefined ? [] : all(parseXml(xml), 'Relationship');
}

function checkContentTypes(parts: ReadonlyMap<string, string>, check: Check): void {
  const types = parseXml(parts.get(contentTypes) ?? '<none/>');
  const defaults = new Set(all(types, 'Default').map(({ attributes }) => attributes.Extension?.toLowerCase()));
  const overrides = new Map(
    all(types, 'Override').map(({ attributes }) => [attributes.PartName, attributes.ContentType]),
  );
  check(all(types, 'Override').length === overrides.size, 'a part has one content type');
  for (const path of parts.keys()) {
    if (path === contentTypes || path.endsWith('/')) continue;
    const known =
      overrides.has(`/${path}`) || (defaults.has(posix.extname(path).slice(1).toLowerCase()) && !path.endsWith('.xml'));
    check(known || path.endsWith('.rels'), 'every part has a content type', path);
  }
  for (const name of overrides.keys())
    check(parts.has(name?.slice(1) ?? ''), 'a content type is of a part that exists', name);
  check(overrides.get('/word/document.xml') === mainType, 'content type of the document');
}

/** `word/_rels/document.xml.rels` belongs to `word/document.xml`; its targets are named from there. */
function checkRelationships(path: string, xml: Element, parts: ReadonlyMap<string, string>, check: Check): void {
  const owner = path.replace(/_rels\/([^/]*)\.rels$/u, '$1');
  check(owner === '' || parts.has(owner), 'relationships are of a part that exists', path);
  const links = all(xml, 'Relationship').map(({ attributes }) => attributes);
  check(new Set(links.map(({ Id }) => Id)).size === links.length, 'relationships have names of their own', path);
  for (const { Target = '', TargetMode } of links) {
    if (TargetMode === 'External') {
      check(false, 'nothing outside the file is named', Target);
      continue;
    }
    const target = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(owner), Target);
    check(parts.has(target), 'a relationship has its target', `${path}: ${Target}`);
  }
}

function checkReferences(path: string, xml: Element, parts: ReadonlyMap<string, string>, check: Check): void {
  const links = relationships(parts.get(posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`)));
  const known = new Set(links.map(({ attributes }) => attributes.Id));
  const walk = ({ name, attributes, children }: Element): void => {
    for (const [attribute, value] of Object.entries(attributes)) {
      if (/^r:(?:id|embed|link)$/u.test(attribute))
        check(known.has(value), 'a reference has its relationship', `${name} ${value}`);
    }
    for (const child of children) walk(child);
  };
  walk(xml);
}
