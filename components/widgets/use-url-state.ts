import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { type Fields, formatState, initialState, parseState, withParameter } from "./url-state.ts";

/** Browsers limit how often a page may rewrite its address; a slider would exceed it. */
const WRITE_AFTER_MS = 400;

export interface UrlState<S> {
  readonly state: S;
  readonly change: (part: Partial<S> | ((state: S) => Partial<S>)) => void;
  readonly reset: () => void;
}

/**
 * The state of a widget, kept in the address as `?key=eta:0.04,beta:0.9`, so that a link shows
 * what its sender saw. The first render is the initial state, as on the server.
 *
 * @param key name of the parameter, one per widget
 * @param fields a constant: how each value is written
 */
export function useUrlState<S extends object>(key: string, fields: Fields<S>): UrlState<S> {
  const [state, setState] = useState(() => initialState(fields));
  const touched = useRef(false);

  useLayoutEffect(() => {
    const text = new URLSearchParams(location.search).get(key);
    if (text !== null) setState(parseState(text, fields));
  }, [key, fields]);

  useEffect(() => {
    if (!touched.current) return;
    const timer = setTimeout(() => {
      const query = withParameter(location.search, key, formatState(state, fields));
      history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [state, key, fields]);

  const change = useCallback((part: Partial<S> | ((state: S) => Partial<S>)) => {
    touched.current = true;
    setState((old) => ({ ...old, ...(typeof part === "function" ? part(old) : part) }));
  }, []);
  const reset = useCallback(() => change(initialState(fields)), [change, fields]);
  return { state, change, reset };
}
