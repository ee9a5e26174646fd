import { Component, type ReactNode } from 'react';
import { ApiError, call } from '../../api.ts';
import { ErrorNotice } from '../Notice.tsx';

/** Keeps the rest of the window alive when a page fails. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown): { readonly error: unknown } { return { error }; }
  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    if (isUnloaded(this.state.error)) return <ErrorNotice error={NOT_THERE} retry={() => { call('app.info', {}).then(() => window.location.reload(), () => undefined); }} />;
    return <ErrorNotice error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}

/** The page's own files did not come: the program is gone. They are asked for again with the whole window, once it answers. */
const NOT_THERE = new ApiError({ code: 'transport.lost', kind: 'transport', details: {} });
const isUnloaded = (error: unknown): boolean => error instanceof Error && /dynamically imported module|unable to preload/i.test(error.message);
