/**
 * Keeps what is costly to build: built at first use, and again when it is asked for and too old.
 *
 * One build runs at a time. While it runs, and after it fails, the old value serves; a failure is waited
 * out before the next attempt. Without an old value, those who ask wait, and fail with the build.
 *
 * @param build makes a new value.
 * @param times how long a value counts as fresh, and how long to wait after a failure.
 * @param failed told of a failure that no one sees, because the old value serves.
 */
export function keepFresh<Value>(
  build: () => Promise<Value>,
  times: { freshMs: number; retryMs: number },
  failed: (error: unknown) => void,
): () => Promise<Value> {
  let kept: { value: Value } | null = null;
  let dueAt = 0;
  let building: Promise<Value> | null = null;

  async function renew(): Promise<Value> {
    try {
      const value = await build();
      kept = { value };
      dueAt = Date.now() + times.freshMs;
      return value;
    } catch (error) {
      dueAt = Date.now() + times.retryMs;
      throw error;
    } finally {
      building = null;
    }
  }

  return async () => {
    if (kept === null) {
      building ??= renew();
      return building;
    }
    if (building === null && Date.now() >= dueAt) {
      building = renew();
      building.catch(failed);
    }
    return kept.value;
  };
}
