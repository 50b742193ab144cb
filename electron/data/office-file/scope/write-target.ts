import {
  AliasNode,
  DeleteQueryNode,
  FromNode,
  InsertQueryNode,
  type KyselyPlugin,
  type OperationNode,
  type RootOperationNode,
  TableNode,
  UpdateQueryNode,
} from 'kysely';

/**
 * What is inserted, changed or deleted is so in the table of the file, whatever temporary view of its name stands before it
 * (`limit.ts`); what a statement reads is read through the view.
 */
export const writesToTheFile: KyselyPlugin = {
  transformQuery: ({ node }) => inMain(node),
  transformResult: ({ result }) => Promise.resolve(result),
};

function inMain(node: RootOperationNode): RootOperationNode {
  if (InsertQueryNode.is(node) && node.into) return { ...node, into: tableInMain(node.into) };
  if (UpdateQueryNode.is(node) && node.table) return { ...node, table: targetInMain(node.table) };
  if (DeleteQueryNode.is(node)) return { ...node, from: FromNode.create(node.from.froms.map(targetInMain)) };
  return node;
}

function targetInMain(node: OperationNode): OperationNode {
  if (AliasNode.is(node)) return AliasNode.create(targetInMain(node.node), node.alias);
  return TableNode.is(node) ? tableInMain(node) : node;
}

const tableInMain = ({ table }: TableNode): TableNode => TableNode.createWithSchema('main', table.identifier.name);
