/** What an item of a list carries so that its card can be made later. */
export interface CardData {
  /** Of the post. */
  readonly uri: string;
  readonly destination: string;
}

/** What a client sends back may be anything. */
export function cardData({
  data,
}: {
  readonly data?: unknown;
}): CardData | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { uri, destination }: Partial<Record<string, unknown>> = data;
  return typeof uri === "string" && typeof destination === "string"
    ? { uri, destination }
    : undefined;
}
