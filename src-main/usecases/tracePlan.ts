import { assumedShare } from '../domain/needs/need.ts';
import { exact } from '../domain/range.ts';
import { assumedShareTrace, pieces, plainSentence, priorityTrace, say, step, num as operand, unknownSentence } from '../domain/trace.ts';
import { gapsView, priorities } from './gapsView.ts';
import { groupSize } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import { resultRef } from './needFacts.ts';
import { needsView } from './needsView.ts';
import { resultNum } from './num.ts';
import { sentence } from './program.ts';
import { basicOf } from './services.ts';
import { frameOf, resultInput, serviceName, type ResultTrace } from './traceParts.ts';

/** Trace of a number about the whole plan: urgency, share of assumptions, how much is known. */
export function planTrace(model: PlanModel, result: 'priority' | 'assumedShare' | 'knownNeeds' | 'knownGroups', service: string, territory: string): ResultTrace {
  if (result === 'priority') return urgency(model, service);
  const { rows } = needsView(model, result === 'assumedShare' ? territory : model.root);
  const frame = frameOf(model, model.meta.title, 'person', []);
  const ref = resultRef(model, result, {}, result === 'assumedShare' ? territory : model.root);
  if (result === 'assumedShare') {
    const share = assumedShare(rows.map((row) => ({ general: row.general.value, assumed: row.general.assumed, counted: row.counted })));
    const inputs = rows.filter((row) => row.general.assumed && row.general.value !== null).map((row) => resultInput(sentence('label.group', { name: row.name ?? row.code ?? row.id }), row.general));
    return { num: resultNum(share.share, 'share', ref), pieces: assumedShareTrace(share), inputs, norms: [], sentence: share.share.base === null ? unknownSentence(frame, result) : plainSentence(frame, { result, n: share.share.base }) };
  }
  const [known, all] = result === 'knownNeeds'
    ? [basicOf(rows).filter((row) => row.general.value !== null).length, basicOf(rows).length]
    : [model.groups.filter((group) => groupSize(model, group.id, model.root).source === 'entered').length, model.groups.length];
  return { num: resultNum(exact(known), 'count', ref), pieces: pieces(say('formula.count'), [step(operand(known, 'count'), ' / ', operand(all, 'count'))]), inputs: [], norms: [], sentence: plainSentence(frame, { result, n: known }) };
}

function urgency(model: PlanModel, service: string): ResultTrace {
  const row = gapsView(model).rank.find((each) => each.service === service);
  const score = priorities(model).get(service);
  const frame = frameOf(model, serviceName(model, service), 'person', []);
  const ref = resultRef(model, 'priority', { service }, model.root);
  if (!score) return { num: resultNum(exact(null), 'count', ref), pieces: pieces(say('formula.priority'), []), inputs: [], norms: [], sentence: unknownSentence(frame, 'priority') };
  const num = row?.score ?? resultNum(score.score, 'count', ref, { state: 'computed' });
  const inputs = score.parts.map((part, index) => resultInput(sentence(`label.${part.id}`), resultNum(exact(part.known ? (score.shown[index] ?? 0) : null), 'count', null)));
  return { num, pieces: priorityTrace(score), inputs, norms: [], sentence: plainSentence(frame, { result: 'priority', n: num.value ?? 0 }) };
}
