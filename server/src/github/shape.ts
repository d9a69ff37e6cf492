/** A part of GitHub's answer. What is in it is known only after it was read with the functions below. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * GitHub's answer is not what its documentation says; becomes a failure where answers are read. Its message holds names of
 * fields, nothing of the answer itself.
 */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asFields(value: unknown, name = "answer"): Fields {
  if (!isFields(value)) throw new ShapeError(`"${name}" is no object`);
  return value;
}

export function fields(parent: Fields, name: string): Fields {
  return asFields(parent[name], name);
}

/** Undefined where it is null or missing. */
export function optionalFields(
  parent: Fields,
  name: string,
): Fields | undefined {
  return isGiven(parent[name]) ? fields(parent, name) : undefined;
}

export function text(parent: Fields, name: string): string {
  const value = parent[name];
  if (typeof value !== "string") throw new ShapeError(`"${name}" is no text`);
  return value;
}

/** `owner/repo`. Fixes write it into posts: it is nothing but what GitHub allows in names. */
export function repositoryName(parent: Fields, name: string): string {
  const value = text(parent, name);
  if (!isRepositoryName(value)) throw new ShapeError(`"${name}" is no name`);
  return value;
}

export function isRepositoryName(text: string): boolean {
  return /^[\w.-]+\/[\w.-]+$/.test(text);
}

/** Of a commit; written into posts as well. */
export function hash(parent: Fields, name: string): string {
  const value = text(parent, name);
  if (!isHash(value)) throw new ShapeError(`"${name}" is no hash`);
  return value;
}

export function isHash(text: string): boolean {
  return /^[0-9a-f]{7,64}$/.test(text);
}

export function optionalText(parent: Fields, name: string): string | undefined {
  return isGiven(parent[name]) ? text(parent, name) : undefined;
}

export function count(parent: Fields, name: string): number {
  const value = parent[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value))
    throw new ShapeError(`"${name}" is no number`);
  return value;
}

export function flag(parent: Fields, name: string): boolean {
  const value = parent[name];
  if (typeof value !== "boolean") throw new ShapeError(`"${name}" is no flag`);
  return value;
}

/** The objects of a list; GitHub puts null where one may not be seen. */
export function list(parent: Fields, name: string): readonly Fields[] {
  return asList(parent[name], name);
}

export function asList(value: unknown, name = "answer"): readonly Fields[] {
  if (!Array.isArray(value)) throw new ShapeError(`"${name}" is no list`);
  return value.filter(isGiven).map((element) => asFields(element, name));
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}
