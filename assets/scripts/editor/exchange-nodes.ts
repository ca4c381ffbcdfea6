/**
 * Turns the children of one element into those of another by changing only what differs: what stays keeps its place, its
 * pictures and its layout. Of a long list, what is the same at the beginning and at the end is not touched.
 */

/** @param to of a document that is given up: its nodes move out of it @returns nodes that are new or changed */
export function exchangeChildren(from: Element, to: Element): readonly Node[] {
  const old = [...from.childNodes];
  const wanted = [...to.childNodes];
  const shorter = Math.min(old.length, wanted.length);
  let start = 0;
  while (start < shorter && isSame(old[start], wanted[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(old.at(-1 - end), wanted.at(-1 - end))) end += 1;
  const leaving = old.slice(start, old.length - end);
  const coming = wanted.slice(start, wanted.length - end);
  const after = old[old.length - end] ?? null;
  const changed = coming.flatMap((node, index): readonly Node[] => {
    const before = leaving[index];
    if (isElement(before) && isElement(node) && before.nodeName === node.nodeName)
      return exchangeElement(before, node);
    const adopted = from.ownerDocument.adoptNode(node);
    if (before === undefined) from.insertBefore(adopted, after);
    else from.replaceChild(adopted, before);
    return [adopted];
  });
  for (const node of leaving.slice(coming.length)) node.remove();
  return changed;
}

function exchangeElement(from: Element, to: Element): readonly Node[] {
  if (from.isEqualNode(to)) return [];
  const isKept = from.attributes.length === to.attributes.length && sameAttributes(from, to);
  if (!isKept) {
    for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
    for (const { name, value } of to.attributes) from.setAttribute(name, value);
  }
  const inner = exchangeChildren(from, to);
  return isKept && inner.length > 0 && inner.every(isElement) ? inner : [from];
}

function sameAttributes(one: Element, other: Element): boolean {
  return [...one.attributes].every(({ name, value }) => other.getAttribute(name) === value);
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && one.isEqualNode(other);
}

function isElement(node: Node | undefined): node is Element {
  return node?.nodeType === 1;
}
