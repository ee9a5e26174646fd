import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that wait more than they compute, or take longest: begun first, so that none of them runs alone at the end. */
const FIRST = ['store/kill', 'shells/cli', 'contract/dispatch', 'usecases/traces', 'usecases/create'];

/** The usual order, the longest files before it. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => { const at = FIRST.findIndex((name) => moduleId.includes(name)); return at < 0 ? FIRST.length : at; };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
