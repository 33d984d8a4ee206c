/** What a cell finds without defining or importing it: the language itself and a few timers. */
export const LANGUAGE: readonly string[] = (
  "undefined NaN Infinity globalThis Object Function Boolean Symbol Number BigInt Math Date String RegExp " +
  "Array Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator Int8Array Uint8Array Uint8ClampedArray " +
  "Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array BigInt64Array " +
  "BigUint64Array ArrayBuffer SharedArrayBuffer DataView Atomics JSON Promise Proxy Reflect Intl WebAssembly " +
  "Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError eval isFinite isNaN " +
  "parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent " +
  "setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone performance " +
  "TextEncoder TextDecoder"
).split(" ");
