/** The numbers of the version that a tag or branch names: 1, 35 and 4 of `cardano-node-1.35.4-rc1`. */
export function versionIn(ref: string): string[] | undefined {
  return /(?<![\d.])(?:\d+\.)+\d+(?=$|[-+_a-z](?!.*\d\.\d)|\.[a-z])/i
    .exec(ref)?.[0]
    .split(".");
}
