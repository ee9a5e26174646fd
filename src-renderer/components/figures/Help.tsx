import { useText } from '../../i18n/index.ts';

/** «Як заповнювати»: the rules of a table of figures, opened over the page. */
export function Help({ text }: { readonly text: string }) {
  const { t } = useText();
  return <details className="fg-about"><summary className="link">{t('figures.help')}</summary><p className="note">{text}</p></details>;
}
