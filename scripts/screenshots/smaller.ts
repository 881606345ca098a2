import UPNG from "upng-js";

/** A page of text has hardly more colours. */
const colours = 128;

/** The same picture with so many colours at most, which nobody sees and which takes a third of the bytes. */
export function smaller(png: Buffer): Buffer {
  const file = png.buffer.slice(png.byteOffset, png.byteOffset + png.length);
  const { width, height, ...image } = UPNG.decode(file as ArrayBuffer);
  const [pixels] = UPNG.toRGBA8({ width, height, ...image });
  if (pixels === undefined) throw new Error("the picture has no frame");
  const small = Buffer.from(UPNG.encode([pixels], width, height, colours));
  return small.length < png.length ? small : png;
}
