import { type Failure, isFailure } from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import { reading } from "./failure.js";
import { itemFragments } from "./graphql-fragments.js";
import {
  type AskRest,
  type Question,
  questionOf,
} from "./graphql-questions.js";
import type { PartError, QueryAnswer, Session } from "./session.js";
import { asFields, isFields, optionalText } from "./shape.js";
import type { AskedTarget } from "./supported.js";

export type BatchResult = Status | Failure | AskRest;

/** How often a batch that is too heavy is halved. */
const halvings = 2;

/** One query for all targets, in their order. What one of them lacks is no matter to the others. */
export async function askBatch(
  session: Session,
  targets: readonly AskedTarget[],
  enterprise: boolean,
  halvingsLeft = halvings,
): Promise<readonly BatchResult[]> {
  const { query, variables, questions } = buildQuery(
    targets,
    enterprise,
    session.login === undefined,
  );
  const outcome = await session.query(query, variables);
  if (outcome.ok) {
    learnLogin(session, outcome.value);
    return questions.map((question, index) =>
      readPart(question, aliasOf(index), outcome.value),
    );
  }
  if (!outcome.tooHeavy || halvingsLeft === 0)
    return targets.map(() => outcome.failure);
  const middle = Math.ceil(targets.length / 2);
  const [first, second] = [targets.slice(0, middle), targets.slice(middle)];
  const left = halvingsLeft - 1;
  const results = await askBatch(session, first, enterprise, left);
  if (second.length === 0) return results;
  // Where not even the half comes through GitHub is ill, and the rest may wait.
  if (results.every((result) => result === results[0] && isFailed(result)))
    return targets.map(() => outcome.failure);
  return [...results, ...(await askBatch(session, second, enterprise, left))];
}

function isFailed(result: BatchResult): boolean {
  return !("rest" in result) && isFailure(result);
}

interface Query {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | number>>;
  readonly questions: readonly Question[];
}

/** Everything from outside goes in as a variable, never as a part of the query. */
function buildQuery(
  targets: readonly AskedTarget[],
  enterprise: boolean,
  asksLogin: boolean,
): Query {
  const values: [string, string | number][] = [];
  const declarations: string[] = [];
  const questions = targets.map((target) =>
    questionOf(target, (type, value) => {
      const name = `v${values.length}`;
      values.push([name, value]);
      declarations.push(`$${name}: ${type}`);
      return `$${name}`;
    }),
  );
  const parts = questions.map(
    ({ selection }, index) => `${aliasOf(index)}: ${selection}`,
  );
  if (asksLogin) parts.push("viewer { login }");
  const fragments = questions.some(({ usesItemFragments }) => usesItemFragments)
    ? itemFragments(enterprise)
    : "";
  return {
    query: `query(${declarations.join(", ")}) {\n${parts.join("\n")}\n}${fragments}`,
    variables: Object.fromEntries(values),
    questions,
  };
}

function aliasOf(index: number): string {
  return `i${index}`;
}

function readPart(
  question: Question,
  alias: string,
  { data, errors }: QueryAnswer,
): BatchResult {
  const part = data[alias];
  const result = reading(() =>
    part === null || part === undefined ? null : question.read(asFields(part)),
  );
  return result === null || "rest" in result
    ? (failureOfPart(alias, errors) ?? result ?? { reason: "not-found" })
    : result;
}

/** GitHub's word on why a part is missing; undefined where it is simply not there. */
function failureOfPart(
  alias: string,
  errors: readonly PartError[],
): Failure | undefined {
  const error = errors.find(
    ({ path, type }) => path[0] === alias && type !== "NOT_FOUND",
  );
  if (error === undefined) return undefined;
  return error.type === "FORBIDDEN"
    ? { reason: "unauthorized" }
    : { reason: "offline", detail: error.message };
}

function learnLogin(session: Session, { data }: QueryAnswer): void {
  const { viewer } = data;
  const login = isFields(viewer) ? optionalText(viewer, "login") : undefined;
  if (login !== undefined) session.setLogin(login);
}
