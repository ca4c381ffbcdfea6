/** Lists all rules of `news check`: a new one is its file and a line here. */

import { altIsCaption } from './alt-is-caption.ts';
import { brokenPath } from './broken-path.ts';
import { cameraName } from './camera-name.ts';
import { copiedStory } from './copied-story.ts';
import { creditPlace } from './credit-place.ts';
import { dateContradiction } from './date-contradiction.ts';
import { dateStyle } from './date-style.ts';
import { demoSettings, demoText } from './demo-text.ts';
import { doubleSpace } from './double-space.ts';
import { emptyStory } from './empty-story.ts';
import { headingLevel } from './heading-level.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { missingAlt } from './missing-alt.ts';
import { missingCaption } from './missing-caption.ts';
import { missingCredit } from './missing-credit.ts';
import { missingPlace } from './missing-place.ts';
import { nameVariant } from './name-variant.ts';
import { ownAddress } from './own-address.ts';
import { pastedAddress } from './pasted-address.ts';
import { personTitle } from './person-title.ts';
import { photoDamaged } from './photo-damaged.ts';
import { photoFrames } from './photo-frames.ts';
import { photoSignature } from './photo-signature.ts';
import { placeholderText } from './placeholder-text.ts';
import { punctuationStyle } from './punctuation-style.ts';
import { rawHtml } from './raw-html.ts';
import { repeatedText } from './repeated-text.ts';
import type { DocumentRule, Rule, SiteRule, TextRule } from './rule.ts';
import { seriesVariant } from './series-variant.ts';
import { severalNames } from './several-names.ts';
import { silentEdit } from './silent-edit.ts';
import { smallPhoto } from './small-photo.ts';
import { straightQuotes } from './straight-quotes.ts';
import { twoPeople } from './two-people.ts';
import { unmarkedAi } from './unmarked-ai.ts';
import { unmarkedAiText } from './unmarked-ai-text.ts';
import { unreadMarkup } from './unread-markup.ts';
import { unusedPhoto } from './unused-photo.ts';
import { wallOfText } from './wall-of-text.ts';

export const textRules: readonly TextRule[] = [
  unreadMarkup,
  rawHtml,
  pastedAddress,
  invisibleCharacter,
  doubleSpace,
  placeholderText,
  straightQuotes,
  punctuationStyle,
  dateStyle,
  wallOfText,
  repeatedText,
];

export const documentRules: readonly DocumentRule[] = [
  emptyStory,
  headingLevel,
  missingAlt,
  missingCaption,
  altIsCaption,
  missingCredit,
  creditPlace,
  missingPlace,
  severalNames,
  cameraName,
  smallPhoto,
  photoDamaged,
  photoFrames,
  photoSignature,
  unmarkedAi,
  unmarkedAiText,
  dateContradiction,
  ownAddress,
  silentEdit,
  demoText,
];

export const siteRules: readonly SiteRule[] = [
  brokenPath,
  nameVariant,
  seriesVariant,
  twoPeople,
  copiedStory,
  personTitle,
  unusedPhoto,
  demoSettings,
];

export const allRules: readonly Rule[] = [...textRules, ...documentRules, ...siteRules];
