/** What a locale links, in order, as document ids. */
export type Links = string[];

/**
 * The list that holds for all locales, when one locale was saved: its own list, and what the other locales link and
 * an editor of that locale cannot see, each after the entry that it followed.
 */
export function mergeLed(leader: Links, others: Links[], visibleToLeader: (documentId: string) => boolean): Links {
  const hidden = others.map(links => links.map(id => ({ id, keep: !visibleToLeader(id) })));
  return hidden.reduce((merged, links) => insertInPlace(merged, links), [...leader]);
}

/** The list that holds for all locales, when none of them has the say: everything that any of them links. */
export function mergeAll(lists: Links[]): Links {
  return lists.reduce<Links>((merged, links) => insertInPlace(merged, links.map(id => ({ id, keep: true }))), []);
}

function insertInPlace(merged: Links, links: { id: string; keep: boolean }[]): Links {
  const result = [...merged];
  links.forEach(({ id, keep }, index) => {
    if (!keep || result.includes(id)) return;
    const before = links.slice(0, index).findLast(entry => result.includes(entry.id));
    result.splice(before ? result.indexOf(before.id) + 1 : 0, 0, id);
  });
  return result;
}
