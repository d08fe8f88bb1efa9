#!/usr/bin/env node
import "typescript/bin/tsc";
