import { useRef, type ReactNode, type Ref } from 'react';

/** Kinds of tables the program reads. */
export const TABLES = '.xlsx,.xlsm,.ods,.csv,.tsv,.txt';

/** A button that asks for a file; the same file can be chosen again. */
export function FileButton({ accept = TABLES, primary = false, first = false, disabled = false, id, ref, onFile, children }: {
  readonly accept?: string; readonly primary?: boolean; /** Where a dialog begins. */ readonly first?: boolean; readonly disabled?: boolean; /** Of the hidden field. */ readonly id?: string; /** The button. */ readonly ref?: Ref<HTMLButtonElement>; readonly onFile: (file: File) => void; readonly children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input ref={input} id={id} className="vh" type="file" tabIndex={-1} aria-hidden="true" accept={accept} onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file) onFile(file); }} />
      <button ref={ref} type="button" data-autofocus={first || undefined} className={`ctl${primary ? ' pri' : ''}`} disabled={disabled} onClick={() => input.current?.click()}>{children}</button>
    </>
  );
}
