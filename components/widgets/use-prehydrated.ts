import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Takes over what the reader did to a native input before the page's code arrived: the server's
 * HTML is usable at once, and the first thing touched must not jump back.
 *
 * @param rendered the value that the server wrote into the input
 * @param take called once, after hydration, with the value found when it differs
 */
export function usePrehydrated(
  rendered: string,
  take: (value: string) => void,
): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  const first = useRef({ rendered, take });
  useLayoutEffect(() => {
    const found = input.current?.value;
    if (found !== undefined && found !== first.current.rendered) first.current.take(found);
  }, []);
  return input;
}
