/** Makes figures beside the page, which stays quick meanwhile. */
import { makeFigure } from "./make";
import type { MotionDocument } from "./motion";

self.addEventListener("message", (event: MessageEvent<MotionDocument>) => {
  const figure = makeFigure(event.data);
  const buffers = [figure.skin, figure.strands].flatMap((mesh) =>
    Object.values(mesh).map((row: Float32Array | Uint32Array | Uint16Array) => row.buffer),
  );
  (self as unknown as Worker).postMessage(figure, buffers as ArrayBuffer[]);
});
