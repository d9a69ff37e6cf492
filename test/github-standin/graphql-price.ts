import {
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

interface Price {
  readonly points: number;
  readonly errors: readonly { type: string; message: string }[];
}

/**
 * GitHub's rules: every connection needs `first` or `last` from 1 to 100, a query may reach 500,000 nodes, and costs one
 * point per 100 connections it opens, at least one.
 */
export function measureQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): Price {
  const errors: { type: string; message: string }[] = [];
  const types = new TypeInfo(schema);
  const factors = [1];
  let connections = 0;
  let nodes = 0;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(field) {
          const factor = factors.at(-1) ?? 1;
          if (!isConnection(types.getType())) {
            factors.push(factor);
            return;
          }
          const size = pageSize(field, variables);
          if (size === undefined)
            errors.push({
              type: "MISSING_PAGINATION_BOUNDARIES",
              message: `You must provide a \`first\` or \`last\` value to properly paginate the \`${field.name.value}\` connection.`,
            });
          else if (size < 1 || size > 100)
            errors.push({
              type: "EXCESSIVE_PAGINATION",
              message: `Requesting ${size} records on the \`${field.name.value}\` connection exceeds the limit of 100 records.`,
            });
          connections += factor;
          nodes += factor * (size ?? 0);
          factors.push(factor * (size ?? 1));
        },
        leave() {
          factors.pop();
        },
      },
    }),
  );
  if (nodes > 500_000)
    errors.push({
      type: "MAX_NODE_LIMIT_EXCEEDED",
      message: `This query requests up to ${nodes} possible nodes which exceeds the maximum limit of 500,000.`,
    });
  return { points: Math.max(1, Math.round(connections / 100)), errors };
}

function isConnection(type: GraphQLOutputType | null | undefined): boolean {
  return getNamedType(type ?? undefined)?.name.endsWith("Connection") ?? false;
}

function pageSize(
  field: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== "first" && name.value !== "last") continue;
    if (value.kind === "IntValue") return Number(value.value);
    if (value.kind === "Variable") {
      const given = variables[value.name.value];
      return typeof given === "number" ? given : undefined;
    }
  }
  return undefined;
}
