/** Keeps zod from compiling its checks: the page's policy lets nothing evaluate text. Imported before all schemas. */

import { z } from 'zod';

z.config({ jitless: true });
