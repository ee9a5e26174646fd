import { useMemo } from 'react';
import { useText } from '../../i18n/index.ts';
import type { DiffPiece } from './wordDiff.ts';
import { wordDiff } from './wordDiff.ts';
import { Mixed } from './Mixed.tsx';

/** The department's wording and the new one from the data side by side; what stands on one side only is marked by line and word. */
export function Compare({ own, derived, language, readOnly, onTake, onKeep }: { readonly own: string; readonly derived: string; readonly language: 'uk' | 'en'; readonly readOnly: boolean; readonly onTake: () => void; readonly onKeep: () => void }) {
  const { t } = useText();
  const pieces = useMemo(() => wordDiff(own, derived), [own, derived]);
  const same = pieces.left.every((piece) => !piece.only) && pieces.right.every((piece) => !piece.only);
  return (
    <div className="cmp">
      <p className="note">{same ? t('documents.compareSame') : t('documents.compareLegend')}</p>
      <div className="cols">
        <section aria-label={t('documents.compareOwn')}>
          <h3>{t('documents.compareOwn')}</h3>
          <Side pieces={pieces.left} kind="own" language={language} />
          {!readOnly && <div className="bt"><button type="button" className="ctl" onClick={onKeep}>{t('documents.keepOwn')}</button></div>}
        </section>
        <section aria-label={t('documents.compareNew')}>
          <h3>{t('documents.compareNew')}</h3>
          <Side pieces={pieces.right} kind="new" language={language} />
          {!readOnly && <div className="bt"><button type="button" className="ctl" onClick={onTake}>{t('documents.takeNew')}</button></div>}
        </section>
      </div>
    </div>
  );
}

function Side({ pieces, kind, language }: { readonly pieces: readonly DiffPiece[]; readonly kind: 'own' | 'new'; readonly language: 'uk' | 'en' }) {
  const { t } = useText();
  const Tag = kind === 'own' ? 'del' : 'ins';
  const name = t(kind === 'own' ? 'documents.compareOnlyOwn' : 'documents.compareOnlyNew');
  return (
    <div className="side" lang={language} tabIndex={0} role="group" aria-label={t(kind === 'own' ? 'documents.compareOwn' : 'documents.compareNew')}>
      {pieces.map((piece, at) => (piece.only && piece.text.trim() !== '' ? <Tag key={at} title={name}><Mixed text={piece.text} language={language} /></Tag> : <Mixed key={at} text={piece.text} language={language} />))}
    </div>
  );
}
