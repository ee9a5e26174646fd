import type { Aid, AidView, AudienceView, Channel } from '../../contract/api/restoration.ts';
import { daysBetween } from './schedule.ts';

/** What is missing for an audience: any channel; one that works without power; one that works without internet. What is not known does not count as yes. */
export function gapOf(audience: string, channels: readonly Pick<Channel, 'audiences' | 'withoutPower' | 'withoutInternet'>[]): Pick<AudienceView, 'channels' | 'gap'> {
  const own = channels.filter((each) => each.audiences.includes(audience));
  const gap = own.length === 0 ? 'none' : !own.some((each) => each.withoutPower === 'yes') ? 'power' : !own.some((each) => each.withoutInternet === 'yes') ? 'internet' : null;
  return { channels: own.length, gap };
}

const ORDER: Readonly<Record<AidView['risk'], number>> = { ended: 0, soon: 1, noEnd: 2, later: 3 };

/** Help by what its end puts at risk: not taken over first, then what ended, what ends within `within` days, what has no end, by day. */
export function aidByRisk(aid: readonly Aid[], today: string, within: number): readonly AidView[] {
  return aid.map((each): AidView => {
    const daysLeft = each.to === '' ? null : daysBetween(today, each.to);
    return { ...each, daysLeft, covered: each.after !== '', risk: daysLeft === null ? 'noEnd' : daysLeft < 0 ? 'ended' : daysLeft <= within ? 'soon' : 'later' };
  }).toSorted((a, b) => Number(a.covered) - Number(b.covered) || ORDER[a.risk] - ORDER[b.risk] || (a.daysLeft ?? 0) - (b.daysLeft ?? 0) || (a.id < b.id ? -1 : 1));
}
