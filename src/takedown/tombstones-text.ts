/** `content/tombstones.yaml` with the addresses of what is taken down. Pure. */

import { isSeq, parseDocument } from 'yaml';
import { redirectFrom } from '../site/address-claims.ts';

export interface NewTombstones {
  readonly addresses: readonly string[];
  readonly reason: string;
  readonly date: string;
}

/** What stands there stays, but for `keep:` of an address that goes now: nothing of it is to be seen any more. */
export function addTombstones(text: string, { addresses, reason, date }: NewTombstones): string {
  const yaml = parseDocument(text);
  const list = yaml.get('tombstones');
  const known = new Map<string, number>();
  for (const [index] of (isSeq(list) ? list.items : []).entries()) {
    const path = yaml.getIn(['tombstones', index, 'path']);
    if (typeof path === 'string') known.set(redirectFrom(path), index);
  }
  if (!isSeq(list)) yaml.set('tombstones', yaml.createNode([]));
  for (const address of addresses) {
    const at = known.get(redirectFrom(address));
    if (at === undefined) yaml.addIn(['tombstones'], yaml.createNode({ path: address, reason, date }));
    else yaml.deleteIn(['tombstones', at, 'keep']);
  }
  return yaml.toString({ lineWidth: 0, flowCollectionPadding: false });
}
