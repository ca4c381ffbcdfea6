/** A telephone number as people write it. */

import { z } from 'zod';

export const phoneNumber = z
  .string()
  .regex(/^\+?[\d\s()/.-]{4,30}(?:ext\.? ?\d{1,6})?$/u, 'is not a telephone number');
