/** A list of numbers, plain or typed. */
export type Vector = ArrayLike<number> & Iterable<number>;

/** Whether a value is a typed array of numbers or an array that holds numbers alone. */
export function isVector(value: unknown): value is Vector {
  if (Array.isArray(value))
    return value.length > 0 && value.every((one) => typeof one === "number");
  return (
    ArrayBuffer.isView(value) &&
    !(value instanceof DataView) &&
    !(value instanceof BigInt64Array || value instanceof BigUint64Array)
  );
}

/** Whether a value is two rows of numbers or more, all of one length. */
export function isMatrix(value: unknown): value is readonly Vector[] {
  return (
    Array.isArray(value) &&
    value.length > 1 &&
    value.every(isVector) &&
    new Set(value.map(({ length }) => length)).size === 1 &&
    (value[0]?.length ?? 0) > 0
  );
}
