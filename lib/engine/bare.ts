import type { Incident } from '#lib/model/incident.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { instant } from '#lib/model/words.ts';

type Said = Pick<IncidentVerdict, 'id' | 'service' | 'start' | 'end'>;

/** A verdict that says nothing but where and when. */
export const bareVerdict = ({ id, service, start, end }: Said): IncidentVerdict => ({
  id,
  service,
  start,
  end,
  closes: 0,
  requests: 0,
  how: [],
  findings: [],
  unexplained: null,
  ruledOut: [],
  blindSpots: [],
  runbook: [],
  fix: [],
});

/** For an incident whose diagnosis failed: people hear of the closes all the same, and that it is closecall's fault. */
export function undiagnosed({ id, scope, from, to, closes }: Incident): IncidentVerdict {
  return {
    ...bareVerdict({ id, service: scope, start: instant(from), end: instant(to) }),
    closes: closes.length,
    requests: new Set(closes.map(({ request }) => request)).size,
    unexplained: {
      closes: closes.length,
      lookedFor: [],
      candidates: [],
      evidence: [],
      nearest: [],
      missing: [`closecall’s own log: the diagnosis failed there, look for ${id}`],
    },
  };
}
