import { config } from 'zod';

// Zod probes `new Function` where a schema is made, which the content security policy forbids. This file is its own entry,
// before main: the contract's schemas are made while main's imports are read, too early for a line inside main.
config({ jitless: true });
