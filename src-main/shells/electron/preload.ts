import { contextBridge, ipcRenderer } from 'electron';

/** The whole bridge: one call, the same for every method, so adding a method never changes this file. */
contextBridge.exposeInMainWorld('bridge', {
  call: (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', method, input),
});
