import {
  type BinaryOperationNode,
  CompiledQuery,
  type OperationNode,
  OperatorNode,
  type OrderByItemNode,
  PostgresDialect,
  type PostgresPool,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  RawNode,
  ValueListNode,
} from 'kysely';

/**
 * As in a file the tables stand in `main`. A program that has gone silent in the middle of a change keeps the others
 * waiting for a minute at most.
 */
const settings = `set search_path = main; set idle_in_transaction_session_timeout = '60s'`;

/** PostgreSQL for queries that were written for SQLite: what both say in other words is said here, and nowhere else. */
export class OfficeDialect extends PostgresDialect {
  constructor(pool: PostgresPool) {
    super({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(settings));
      },
    });
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return new OfficeQueryCompiler();
  }
}

class OfficeQueryCompiler extends PostgresQueryCompiler {
  /** What is not known comes first, and last where the order is turned round; PostgreSQL has it the other way. */
  protected override visitOrderByItem(node: OrderByItemNode): void {
    super.visitOrderByItem(node);
    if (node.nulls !== undefined) return;
    const isDescending = node.direction && RawNode.is(node.direction) && node.direction.sqlFragments[0] === 'desc';
    this.append(isDescending ? ' nulls last' : ' nulls first');
  }

  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const operator = OperatorNode.is(node.operator) ? node.operator.operator : null;
    switch (operator) {
      // SQLite's LIKE knows no difference between a and A, and no sign that takes the meaning from % and _.
      case 'like':
      case 'not like':
        super.visitBinaryOperation({ ...node, operator: OperatorNode.create(caseless[operator]) });
        this.append(" escape ''");
        break;
      // Nothing is in an empty list; PostgreSQL does not read one.
      case 'in':
      case 'not in':
        if (isEmptyList(node.rightOperand)) this.append(operator === 'in' ? 'false' : 'true');
        else super.visitBinaryOperation(node);
        break;
      default:
        super.visitBinaryOperation(node);
    }
  }
}

const caseless = { like: 'ilike', 'not like': 'not ilike' } as const;

function isEmptyList(node: OperationNode): boolean {
  return (PrimitiveValueListNode.is(node) || ValueListNode.is(node)) && node.values.length === 0;
}

type Parser = (text: string) => number | string | Buffer;

/** By type number of PostgreSQL: bool, bytea, int8, int2, int4, float4, float8, numeric. */
const parsers: Readonly<Record<number, Parser>> = {
  16: (text) => (text === 't' ? 1 : 0),
  17: (text) => Buffer.from(text.slice(2), 'hex'),
  ...Object.fromEntries([20, 21, 23, 700, 701, 1700].map((type): [number, Parser] => [type, Number])),
};

/** The option `types` of a `pg` pool: what a query gives is what SQLite gives for it. The rest is text. */
export const columnTypes = {
  getTypeParser: (type: number): Parser => parsers[type] ?? String,
};
