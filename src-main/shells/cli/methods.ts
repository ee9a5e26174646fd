import { z } from 'zod';
import { api } from '../../contract/api.ts';
import type { MethodKind } from '../../contract/method.ts';

/** A method as scripts see it. */
export interface MethodInfo {
  readonly name: string;
  readonly kind: MethodKind;
  readonly description: string;
  /** JSON Schema of the input, as the caller writes it. */
  readonly input: unknown;
}

/** Every method of the contract with its JSON Schema and description. */
export function methods(): readonly MethodInfo[] {
  return Object.entries(api).map(([name, method]) => {
    const { $schema: _, ...input } = z.toJSONSchema(method.input, { io: 'input', unrepresentable: 'any' });
    return { name, kind: method.kind, description: z.globalRegistry.get(method.input)?.description ?? '', input };
  });
}
