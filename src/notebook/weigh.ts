/**
 * How heavy plain data is for a page: the characters of its texts, the bytes of its buffers, and 32
 * for every value in it. Counting ends once it is over `most`, so data that contains itself is
 * heavier than any limit; so is what is no plain data (a map, a port, an object of a class).
 *
 * The text of this function also runs in the frame: it may use nothing from outside itself.
 */
export function weigh(data: unknown, most: number): number {
  const open: unknown[] = [data];
  let weight = 0;
  while (open.length > 0 && weight <= most) {
    const one = open.pop();
    weight += 32;
    if (typeof one === "string") weight += one.length;
    if (typeof one !== "object" || one === null) continue;
    if (Array.isArray(one)) {
      // A sparse list can claim any length.
      if (weight + 32 * one.length > most) return Number.POSITIVE_INFINITY;
      for (const item of one) open.push(item);
    } else if (ArrayBuffer.isView(one) || one instanceof ArrayBuffer) weight += one.byteLength;
    else if (Object.getPrototypeOf(one) === Object.prototype) {
      for (const [name, value] of Object.entries(one)) {
        weight += name.length;
        open.push(value);
      }
    } else return Number.POSITIVE_INFINITY;
  }
  return weight;
}
