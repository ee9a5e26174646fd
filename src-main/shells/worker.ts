import { parentPort, workerData } from 'node:worker_threads';
import type { Reply } from '../contract/errors.ts';
import type { FromThread, ThreadPlaces, ToThread } from './appThread.ts';
import { openProgram } from './program.ts';

/** The thread in which a window door runs the program, so that a long query never freezes the window. */
const port = parentPort;
if (!port) throw new Error('worker.ts runs only as a thread');
const app = openProgram(workerData as ThreadPlaces);

const answer = (message: FromThread): void => port.postMessage(message);

port.on('message', (message: ToThread) => {
  if (message.kind === 'close') {
    void Promise.resolve(app.close()).finally(() => {
      answer({ kind: 'closed' });
      port.close();
    });
    return;
  }
  void app.dispatch(message.method, message.input).then((reply: Reply<unknown>) => answer({ kind: 'reply', id: message.id, reply }));
});
