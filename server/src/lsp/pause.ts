/** Calls something once nobody has asked for it for so many milliseconds. */
export function createPause(
  milliseconds: number,
  call: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(call, milliseconds);
  };
}
