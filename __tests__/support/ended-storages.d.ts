/** Returns what ends the storages that were run since. */
export declare function noteStorages(): () => void;
