import type { TraceNorm } from '../contract/models.ts';
import type { ReferenceBook } from '../reference/book.ts';

/** Source of the method by workload, as a trace shows it. */
export function methodNorm(book: ReferenceBook): readonly TraceNorm[] {
  const method = book.staffing?.method;
  return method === undefined ? [] : [{ normId: method.id, subject: method.name, value: null, unit: method.name, act: method.source, article: method.text, confidence: method.confidence, effect: 'used' }];
}
