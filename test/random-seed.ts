import { configureGlobal } from "fast-check";

/**
 * Tests over random texts take the same ones at every run, so that a red run says something of the change that it is for.
 * `WEEKNOTES_SEED` gives others: a number, or `random`. A failure prints its seed.
 */
const seed = process.env.WEEKNOTES_SEED ?? "20220812";
if (seed !== "random") configureGlobal({ seed: Number(seed) });
