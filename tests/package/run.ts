import { join } from 'node:path';
import { root } from '../helpers/root.ts';
import { pack } from './pack.ts';

/** `npm run package`: the program as a folder in `out/`. */
const packed = pack(join(root, 'out'), join(root, '.cache', 'electron-stand-in'));
console.log(packed.folder);
if (!packed.realElectron) console.error('The Electron binary is not here: the folder was made around a stand-in and shows only what would be shipped.');
