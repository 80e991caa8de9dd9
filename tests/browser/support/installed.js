/**
 * The package as its users have it: packed, and installed in a project.
 */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');

export const PACKAGE = join(TARGET, 'dist/npm');
export const EXAMPLES = join(ROOT, 'www/examples');
export const TOOLS = join(ROOT, 'node_modules');

/**
 * @param {string} place an empty folder
 * @returns {string} the packed file
 */
export function pack(place) {
  const [packed] = JSON.parse(execFileSync('npm', ['pack', PACKAGE, '--json', '--pack-destination', place], { encoding: 'utf8' }));
  return join(place, packed.filename);
}

/**
 * A new project with the package in it, and the files of an example.
 *
 * @param {string} place an empty folder
 * @param {string} [example] its place in www/examples/
 * @returns {string} the project's folder
 */
export function projectWith(place, example = '') {
  const project = join(place, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  execFileSync('npm', ['install', pack(place), '--offline', '--no-audit', '--no-fund'], { cwd: project });
  cpSync(join(EXAMPLES, example), project, { recursive: true });
  return project;
}
