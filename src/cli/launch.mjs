#!/usr/bin/env node
/** The name that the launcher had: workflows of newsrooms call it. */

import './launch.cjs';
