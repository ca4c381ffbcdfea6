/** All rules of `news check` besides what reading the content finds already. Their levels: diagnostics/levels.ts. */

import { altIsCaption } from './alt-is-caption.ts';
import { brokenPath } from './broken-path.ts';
import { cameraName } from './camera-name.ts';
import { dateContradiction } from './date-contradiction.ts';
import { dateStyle } from './date-style.ts';
import { doubleSpace } from './double-space.ts';
import { emptyStory } from './empty-story.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { missingCredit } from './missing-credit.ts';
import { nameVariant } from './name-variant.ts';
import { ownAddress } from './own-address.ts';
import { pastedAddress } from './pasted-address.ts';
import { personTitle } from './person-title.ts';
import { photoDamaged } from './photo-damaged.ts';
import { photoFrames } from './photo-frames.ts';
import { punctuationStyle } from './punctuation-style.ts';
import type { DocumentRule, SiteRule, TextRule } from './rule.ts';
import { severalNames } from './several-names.ts';
import { silentEdit } from './silent-edit.ts';
import { smallPhoto } from './small-photo.ts';
import { straightQuotes } from './straight-quotes.ts';
import { unreadMarkup } from './unread-markup.ts';
import { unusedPhoto } from './unused-photo.ts';
import { wallOfText } from './wall-of-text.ts';

export const textRules: readonly TextRule[] = [
  unreadMarkup,
  pastedAddress,
  invisibleCharacter,
  doubleSpace,
  straightQuotes,
  punctuationStyle,
  dateStyle,
  wallOfText,
];

export const documentRules: readonly DocumentRule[] = [
  emptyStory,
  altIsCaption,
  missingCredit,
  severalNames,
  cameraName,
  smallPhoto,
  photoDamaged,
  photoFrames,
  dateContradiction,
  ownAddress,
  silentEdit,
];

export const siteRules: readonly SiteRule[] = [brokenPath, nameVariant, personTitle, unusedPhoto];
