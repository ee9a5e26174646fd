/** Program file of Electron when its binary is there, else null. Never requires the package: that would start a download. */
export function findElectron(): string | null;
