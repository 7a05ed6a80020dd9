import type { LinkedDocument } from '../cms/outstanding.ts';

const words = new Intl.ListFormat('en', { type: 'conjunction' });

/** Says what to do about the documents that an article shows: readers see published versions only. */
export function toPublish(linked: LinkedDocument[]): string[] {
  return [...Map.groupBy(linked, groupOf).values()].flatMap((group) => {
    const [first] = group;
    return first ? [sentence(first, group.length)] : [];
  });
}

/** Cost entries that lack the same share a sentence; anything else has a name of its own. */
function groupOf({ type, name, missing }: LinkedDocument): string {
  return `${type} ${type === 'cost-entries' ? missing.join() : name}`;
}

function sentence({ type, name, missing }: LinkedDocument, count: number): string {
  const lack = words.format(missing);
  switch (type) {
    case 'treatments':
      return missing.length === 0
        ? `Publish the treatment "${name}".`
        : `Give the treatment "${name}" its ${lack} and publish it, or choose another one in the cost table and the cost entries.`;
    case 'clinics':
      return missing.length === 0 ? `Publish the clinic "${name}".` : `Give the clinic "${name}" its ${lack} and publish it.`;
    case 'cost-entries': {
      const entries = count === 1 ? '1 cost entry' : `${count} cost entries`;
      return missing.length === 0 ? `Publish ${entries}.` : `Give ${entries} ${count === 1 ? 'its' : 'their'} ${lack}, and the clinic if it is known; then publish.`;
    }
    case 'reviews':
      return `Get the consent of ${name}, note in the review where it is filed, approve and publish the review; or take the patient story and the text about them out.`;
  }
}
