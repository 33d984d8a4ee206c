/** Keeps an answer; asks again after a failure, since the reader may have been offline. */
export function askOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= ask();
    kept.catch(() => {
      kept = undefined;
    });
    return kept;
  };
}
