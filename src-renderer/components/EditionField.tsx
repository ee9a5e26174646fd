import type { Edition } from '#contract/api/documents.ts';
import { EDITIONS } from '#contract/lists.ts';
import { useText } from '../i18n/index.ts';

/** For whom a paper is: for work, with all numbers of the screen, or for publication. */
export function EditionField({ edition, onEdition }: { readonly edition: Edition; readonly onEdition: (edition: Edition) => void }) {
  const { t } = useText();
  return (
    <label className="row note">{t('common.edition')}
      <select className="in fg-sel" value={edition} onChange={(event) => onEdition(EDITIONS.find((each) => each === event.target.value) ?? 'service')}>{EDITIONS.map((each) => <option key={each} value={each}>{t(`common.editions.${each}`)}</option>)}</select>
    </label>
  );
}
