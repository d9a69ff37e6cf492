import type { Competitor, Figure, Goal } from "./figures.js";
import { median } from "./statistics.js";

export interface Sample {
  readonly value: number;
  /** The share of answers that were right. */
  readonly right: number;
}

/** What was measured of each competitor, round by round. */
export class Results {
  readonly #samples = new Map<string, Sample[]>();

  add(
    figure: string,
    of: Competitor,
    value: number | undefined,
    right: number | boolean = 1,
  ): void {
    if (value === undefined || Number.isNaN(value)) return;
    const key = `${figure} ${of}`;
    const samples = this.#samples.get(key) ?? [];
    samples.push({ value, right: Number(right) });
    this.#samples.set(key, samples);
  }

  /** The median over the rounds. */
  get(figure: string, of: Competitor): Sample | undefined {
    const samples = this.#samples.get(`${figure} ${of}`);
    return (
      samples && {
        value: median(samples.map(({ value }) => value)),
        right: Math.min(...samples.map(({ right }) => right)),
      }
    );
  }

  /** Whether a figure is what it is meant to be; undefined where something to tell it by was not measured. */
  isMet({ id, goals, atMost }: Figure): boolean | undefined {
    const own = this.get(id, "weeknotes");
    if (!own) return undefined;
    const limits = goals.map((goal) => this.limit(id, goal));
    if (atMost !== undefined) limits.push(atMost);
    if (limits.some((limit) => limit === undefined)) return undefined;
    return (
      own.right === 1 && limits.every((limit) => own.value <= (limit ?? 0))
    );
  }

  limit(figure: string, { factor, of }: Goal): number | undefined {
    const other =
      typeof of === "string"
        ? this.get(figure, of)
        : this.get(of.figure, "weeknotes");
    return other && other.value * factor;
  }

  /** Measures one competitor; where that fails, the others still have their turn. */
  async attempt(of: Competitor, measure: () => Promise<void>): Promise<void> {
    try {
      await measure();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      console.error(`${of} could not be measured: ${reason}`);
    }
  }

  toJSON(): Record<string, Sample[]> {
    return Object.fromEntries(this.#samples);
  }
}
