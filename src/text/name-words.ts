/** Tells names of people from other words by their letters alone. Pure. */

/** "YANG Lindi, LI Hua and WANG Wei": each word of a name begins with a capital, or it is not Latin. */
export function looksLikeNames(text: string): boolean {
  const words = text.split(/[\s,;&、，；/]+/u).filter((word) => word !== '');
  const small = /^(?:and|und|et|de|da|del|der|des|di|du|la|le|von|van|vom|zu|zur|für|bin|al|of|for|the|e)$/u;
  return (
    words.length > 0 &&
    words.length <= 16 &&
    !/[!?！？。]/u.test(text) &&
    words.every((word) => small.test(word) || !/^\p{Ll}/u.test(word)) &&
    words.some((word) => !small.test(word))
  );
}
