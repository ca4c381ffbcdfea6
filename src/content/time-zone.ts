/** The name of a time zone as site.yaml may give it: one place of the world, by its region and city. Pure. */

import { IANAZone } from 'luxon';

export type ZoneNameReading =
  | { readonly ok: true }
  | { readonly ok: false; readonly message: string; readonly hint: string };

/** Short names that programs take for one place, and people for another; old names of single places. */
const fullNames: Readonly<Record<string, string>> = {
  AST: 'America/Halifax (Canada) or Asia/Riyadh (Arabia)',
  BST: 'Europe/London (Britain) or Asia/Dhaka (Bangladesh)',
  CET: 'Europe/Berlin, Europe/Paris or another city',
  CST: 'Asia/Shanghai (China) or America/Chicago (United States)',
  EET: 'Europe/Athens, Europe/Helsinki or another city',
  EST: 'America/New_York (United States) or Australia/Sydney (Australia)',
  GB: 'Europe/London',
  GMT: 'Europe/London, or UTC where clocks never change',
  HKT: 'Asia/Hong_Kong',
  Hongkong: 'Asia/Hong_Kong',
  HST: 'Pacific/Honolulu',
  IST: 'Asia/Kolkata (India), Europe/Dublin (Ireland) or Asia/Jerusalem (Israel)',
  Japan: 'Asia/Tokyo',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  MET: 'Europe/Berlin, Europe/Paris or another city',
  MSK: 'Europe/Moscow',
  MST: 'America/Denver (United States) or Asia/Kuala_Lumpur (Malaysia)',
  NZ: 'Pacific/Auckland',
  PRC: 'Asia/Shanghai',
  PST: 'America/Los_Angeles (United States) or Asia/Manila (Philippines)',
  ROC: 'Asia/Taipei',
  ROK: 'Asia/Seoul',
  SGT: 'Asia/Singapore',
  Singapore: 'Asia/Singapore',
  SST: 'Asia/Singapore (Singapore) or Pacific/Pago_Pago (Samoa)',
  WET: 'Europe/Lisbon or another city',
};

const place = /^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/u;

export function readZoneName(name: string): ZoneNameReading {
  const known = Object.entries(fullNames).find(([short]) => short.toLowerCase() === name.toLowerCase());
  if (known !== undefined) {
    return {
      ok: false,
      message: `"${name}" is not the name of one time zone: it means different places to different people.`,
      hint: `Write Region/City: ${known[1]}.`,
    };
  }
  if (/^Etc\/(?!UTC$)/iu.test(name)) {
    return {
      ok: false,
      message: `"${name}" is not a place, and the signs of such names are turned round: Etc/GMT+8 is eight hours behind.`,
      hint: 'Write Region/City, such as Asia/Shanghai or Europe/London; or UTC.',
    };
  }
  if ((name === 'UTC' || place.test(name)) && IANAZone.isValidZone(name)) return { ok: true };
  return {
    ok: false,
    message: `"${name}" is not a time zone.`,
    hint: 'Write Region/City, such as Asia/Shanghai or Europe/London.',
  };
}
