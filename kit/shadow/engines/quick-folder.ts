import { constants } from "node:fs";
import { access, statfs } from "node:fs/promises";

const room = 2 ** 30;

/**
 * Where a server that nobody keeps has its data: in memory, where the machine has a folder there and room in it, since it
 * makes thousands of small files. Containers often have 64 MB there, which is no room.
 */
export async function quickFolder(temp: string, memory = "/dev/shm"): Promise<string> {
  try {
    await access(memory, constants.W_OK);
    const { bavail, bsize } = await statfs(memory);
    return bavail * bsize >= room ? memory : temp;
  } catch {
    return temp;
  }
}
