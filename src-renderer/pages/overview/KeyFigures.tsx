import type { Output } from '#contract/api.ts';
import { Num } from '../../components/Num.tsx';
import { Says } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { sentencePlain } from '../../i18n/sentence.ts';

/** The six figures a head of department asks for first. */
export function KeyFigures({ keys }: { readonly keys: Output<'overview.view'>['keys'] }) {
  const { t, language } = useText();
  return (
    <section className="card ov-keys" aria-label={t('overview.keys')}>
      {keys.map(({ id, num, of, label, note }) => (
        <div className="ov-key" key={id}>
          <div className="ov-v"><Num num={num} label={sentencePlain(label, language)} />{of !== null && <i> {t('overview.of', { all: of })}</i>}</div>
          <div className="ov-l"><Says>{label}</Says></div>
          <div className="s q"><Says>{note}</Says></div>
        </div>
      ))}
    </section>
  );
}
