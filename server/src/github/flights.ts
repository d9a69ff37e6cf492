import type { Failure } from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import { askBatch } from "./graphql-batch.js";
import { isAskRest } from "./graphql-questions.js";
import { createPool } from "./pool.js";
import { askRest } from "./rest-item.js";
import type { Session } from "./session.js";
import { type AskedTarget, cacheKey } from "./supported.js";

/** A question under way, shared by all who ask it. */
interface Flight {
  readonly target: AskedTarget;
  readonly landed: Promise<void>;
  readonly land: () => void;
  waiting: number;
  /** Which departure it was last wanted for; 0 while it may as well go later. */
  departure: number;
}

export interface Flights {
  /** Joins the flight for a target or starts one. */
  ask(target: AskedTarget, when?: "later"): Ticket;
}

export interface Ticket {
  /** Settles when the result is remembered. */
  readonly landed: Promise<void>;
  /** To be called once, whether the answer came or is not wanted any more. */
  leave(): void;
}

/** Milliseconds in which questions gather for one query. */
const gathering = 3;
const batchSize = 50;
const parallelRequests = 3;

/**
 * The questions of one account. `remember` takes each result when it arrives. What nobody waits for any more is not asked.
 */
export function createFlights(
  session: Session,
  enterprise: boolean,
  remember: (target: AskedTarget, result: Status | Failure) => void,
): Flights {
  const flights = new Map<string, Flight>();
  const runInPool = createPool(parallelRequests);
  let gathered: Flight[] = [];
  /** Those that go alone and have not gone yet. */
  let standby: Flight[] = [];
  let departures = 1;

  function ask(target: AskedTarget, when?: "later"): Ticket {
    const flight = flights.get(cacheKey(target)) ?? start(target);
    flight.waiting++;
    if (when !== "later") flight.departure = departures;
    return {
      landed: flight.landed,
      leave: () => {
        flight.waiting--;
      },
    };
  }

  function start(target: AskedTarget): Flight {
    const { promise, resolve } = withResolvers<void>();
    const flight: Flight = {
      target,
      landed: promise,
      land: resolve,
      waiting: 0,
      departure: 0,
    };
    flights.set(cacheKey(target), flight);
    if (gathered.length === 0) setTimeout(depart, gathering);
    gathered.push(flight);
    return flight;
  }

  function depart(): void {
    const departing = gathered;
    gathered = [];
    departures++;
    if (!session.signedIn) {
      standby.push(...departing);
      for (const _ of departing) runInPool(flyNext);
      return;
    }
    const wanted = departing.filter(isWanted);
    for (let start = 0; start < wanted.length; start += batchSize)
      runInPool(() => flyTogether(wanted.slice(start, start + batchSize)));
  }

  async function flyTogether(departing: readonly Flight[]): Promise<void> {
    const batch = departing.filter(isWanted);
    if (batch.length === 0) return;
    const targets = batch.map(({ target }) => target);
    const results = await askBatch(session, targets, enterprise);
    for (const [index, flight] of batch.entries()) {
      const result = results[index];
      if (result === undefined || isAskRest(result))
        runInPool(() => flyAlone(flight));
      else land(flight, result);
    }
  }

  /** What was asked last is what somebody looks at now, and the hour may have no request for the others. */
  async function flyNext(): Promise<void> {
    standby = standby.filter(isWanted);
    const latest = Math.max(...standby.map(({ departure }) => departure));
    const next = standby.find(({ departure }) => departure === latest);
    if (next === undefined) return;
    standby = standby.filter((flight) => flight !== next);
    await flyAlone(next);
  }

  async function flyAlone(flight: Flight): Promise<void> {
    if (isWanted(flight)) land(flight, await askRest(session, flight.target));
  }

  /** Drops a flight that all have left. */
  function isWanted(flight: Flight): boolean {
    if (flight.waiting === 0) flights.delete(cacheKey(flight.target));
    return flight.waiting > 0;
  }

  function land(flight: Flight, result: Status | Failure): void {
    flights.delete(cacheKey(flight.target));
    remember(flight.target, result);
    flight.land();
  }

  return { ask };
}

/** `Promise.withResolvers` of ES2024. */
function withResolvers<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
} {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
