/** Tells, beside the page, whether this device draws with a graphics card. */
const byProcessor = /swiftshader|llvmpipe|softpipe|software|basic render/i;

function hasGraphicsCard(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext("webgl2", {
    failIfMajorPerformanceCaveat: true,
  });
  if (!context) return false;
  // Not every browser counts a processor as a caveat, and some tell its name only here.
  const named = context.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL;
  const name = String(context.getParameter(named ?? context.RENDERER));
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return !byProcessor.test(name);
}

self.postMessage(hasGraphicsCard());
