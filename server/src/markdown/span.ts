/** A half-open range of a text, in UTF-16 code units from its start. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` lies within `outer`; a span contains itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether an offset lies within a span or touches either end, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether two spans share a code unit, or one of them is empty and touches the other. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
    ? true
    : (a.start === a.end || b.start === b.end) &&
        a.start <= b.end &&
        b.start <= a.end;
}
