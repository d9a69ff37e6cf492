import { schema as published } from "@octokit/graphql-schema";
import {
  buildASTSchema,
  type DocumentNode,
  execute,
  type GraphQLSchema,
  parse,
  validate,
} from "graphql";
import {
  connection,
  discussionComment,
  itemObject,
  ownerObject,
  repositoryObject,
  unresolved,
} from "./graphql-objects.js";
import { measureQuery } from "./graphql-price.js";
import type { Bucket } from "./limits.js";
import { findRepository } from "./lookup.js";
import { type Database, fullName, type Token } from "./model.js";
import { searchItems } from "./search.js";

/** GitHub's public schema. It takes more than half a second to build: once for all who ask. */
let schema: GraphQLSchema | undefined;
export function publicSchema(): GraphQLSchema {
  schema ??= buildASTSchema(parse(published.idl, { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  return schema;
}

export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

/** Executes a query as GitHub does: invalid ones and those over the node limits are refused, the others cost points. */
export async function answerGraphql(
  { query, variables }: GraphqlRequest,
  database: Database,
  token: Token,
  bucket: Bucket,
): Promise<GraphqlAnswer> {
  const { document, errors } = check(query);
  if (document === undefined) return { errors };
  const price = measureQuery(publicSchema(), document, variables ?? {});
  if (price.errors.length > 0) return { errors: price.errors };
  bucket.used += price.points;
  const result = await execute({
    schema: publicSchema(),
    document,
    variableValues: variables ?? {},
    rootValue: rootObject(database, token, bucket, price.points),
  });
  return {
    data: result.data,
    ...(result.errors === undefined
      ? {}
      : {
          errors: result.errors.map(({ message, path, extensions }) => ({
            type: extensions.type ?? "INTERNAL",
            path,
            message,
          })),
        }),
  };
}

export function rootFieldsOf(query: string): number {
  try {
    return parse(query).definitions.reduce(
      (sum, definition) =>
        definition.kind === "OperationDefinition"
          ? sum + definition.selectionSet.selections.length
          : sum,
      0,
    );
  } catch {
    return 0;
  }
}

interface Checked {
  /** Undefined where the query is invalid. */
  readonly document: DocumentNode | undefined;
  readonly errors: readonly { message: string }[];
}

/** To validate a query takes longer than to answer it, and clients ask the same ones again. */
const checked = new Map<string, Checked>();

function check(query: string): Checked {
  const known = checked.get(query);
  if (known !== undefined) return known;
  const result = validateText(query);
  checked.set(query, result);
  return result;
}

function validateText(query: string): Checked {
  try {
    const document = parse(query);
    const errors = validate(publicSchema(), document);
    return {
      document: errors.length === 0 ? document : undefined,
      errors: errors.map(({ message }) => ({ message })),
    };
  } catch (error) {
    return { document: undefined, errors: [{ message: String(error) }] };
  }
}

function rootObject(
  database: Database,
  token: Token,
  bucket: Bucket,
  cost: number,
) {
  return {
    viewer: () => ownerObject(database, token.login),
    rateLimit: () => ({
      cost,
      limit: bucket.limit,
      used: bucket.used,
      remaining: bucket.limit - bucket.used,
      resetAt: new Date(bucket.reset * 1000).toISOString(),
    }),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const repository = findRepository(database, `${owner}/${name}`, token);
      if (repository === undefined)
        throw unresolved(`Repository with the name '${owner}/${name}'`);
      return repositoryObject(database, repository);
    },
    node: ({ id }: { id: string }) => {
      const comment = [...database.repositories.values()]
        .filter((repository) =>
          findRepository(database, fullName(repository), token),
        )
        .flatMap(({ comments }) => comments)
        .find((one) => one.kind === "discussion" && `DC_${one.id}` === id);
      if (comment === undefined)
        throw unresolved(`node with the global id of '${id}'`);
      return discussionComment(database, comment);
    },
    repositoryOwner: ({ login }: { login: string }) =>
      ownerObject(database, login),
    search: ({ query, ...page }: { query: string; first?: number }) =>
      connection(
        searchItems(database, query, token).map(
          ({ repository, item }) =>
            () =>
              itemObject(database, repository, item),
        ),
      )(page),
  };
}
