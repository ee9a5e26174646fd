import type { Input, MethodName, Output } from '#contract/api.ts';
import type { ErrorCode, ErrorDetails, ErrorObject, Reply } from '#contract/errors.ts';

declare global {
  interface Window {
    /** The preload of the desktop window: one function, the same words as the web door. */
    readonly bridge?: { readonly call: (method: string, input: unknown) => Promise<unknown> };
  }
}

/** An error of the program behind the window; its sentence stands in the locales under `errors.<code>`. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly kind: ErrorObject['kind'];
  readonly details: ErrorDetails;
  constructor(error: ErrorObject) {
    super(error.code);
    this.name = 'ApiError';
    this.code = error.code;
    this.kind = error.kind;
    this.details = error.details;
  }
}

const lost = (): ApiError => new ApiError({ code: 'transport.lost', kind: 'transport', details: {} });
const isReply = (value: unknown): value is Reply<unknown> => typeof value === 'object' && value !== null && 'ok' in value;

/**
 * Asks the program to do something and gives its answer; throws {@link ApiError} when it refuses or cannot be reached.
 * An aborted question throws the `AbortError` of the platform.
 */
export async function call<N extends MethodName>(method: N, input: Input<N>, signal?: AbortSignal): Promise<Output<N>> {
  const reply = await (window.bridge ? viaBridge(method, input) : viaFetch(method, input, signal));
  signal?.throwIfAborted();
  if (!reply.ok) throw new ApiError(reply.error);
  return reply.value as Output<N>;
}

async function viaBridge(method: string, input: unknown): Promise<Reply<unknown>> {
  let reply: unknown;
  try {
    reply = await window.bridge?.call(method, input);
  } catch {
    throw lost();
  }
  if (!isReply(reply)) throw lost();
  return reply;
}

async function viaFetch(method: string, input: unknown, signal?: AbortSignal): Promise<Reply<unknown>> {
  let reply: unknown;
  try {
    const response = await fetch(`/api/${method}`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input), credentials: 'same-origin', signal: signal ?? null,
    });
    reply = await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw lost();
  }
  if (!isReply(reply)) throw lost();
  return reply;
}

/** Any thrown value as an {@link ApiError}: what is not one is an error of the window itself. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError({ code: 'bug', kind: 'bug', details: { id: '', message: error instanceof Error ? error.message : String(error) } });
}
