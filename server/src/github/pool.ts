/** Runs at most `size` tasks at a time, in the order they came. */
export function createPool(size: number): (task: () => Promise<void>) => void {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;

  function next(): void {
    const task = running < size ? waiting.shift() : undefined;
    if (task === undefined) return;
    running++;
    task().finally(() => {
      running--;
      next();
    });
  }

  return (task) => {
    waiting.push(task);
    next();
  };
}
