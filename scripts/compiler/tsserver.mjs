#!/usr/bin/env node
import "typescript/bin/tsserver";
