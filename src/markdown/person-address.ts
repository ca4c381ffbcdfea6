/** Judges addresses of people: a mail program or a telephone would get them as they are typed. Pure. */

export interface AddressFault {
  readonly message: string;
  readonly hint: string;
}

/** Quoted local parts and bare host names are legal in mail, and no address that a newsroom prints. */
const mailbox = /^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@,;.<>"()]{2,}$/u;

/** @param rest what stands behind `mailto:` or `tel:`, decoded */
export function personAddressFault(scheme: 'mailto' | 'tel', rest: string): AddressFault | undefined {
  if (scheme === 'tel') {
    return /\d{2}/u.test(rest)
      ? undefined
      : { message: `"${rest}" is no telephone number.`, hint: 'Write tel:+861062330000' };
  }
  const [people = '', query] = rest.split('?');
  // Without anybody, readers choose whom they send it to.
  if (people === '' && query !== undefined) return undefined;
  const wrong = people.split(',').find((one) => !mailbox.test(one.trim()));
  return wrong === undefined
    ? undefined
    : {
        message: `"${wrong}" is no e-mail address.`,
        hint: 'Write it whole: mailto:news@example.edu, and a comma between several.',
      };
}
