#!/usr/bin/env node
/**
 * The part of fpm's command line that electron-builder uses for a .deb, done with dpkg-deb: for machines that cannot fetch fpm.
 * Chosen through CUSTOM_FPM_PATH (build/tasks/package-app.ts).
 */
import { buildPackage, readArguments } from './debian-package.ts'

process.exitCode = buildPackage(readArguments(process.argv.slice(2)))
