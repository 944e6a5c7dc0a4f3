const kFrames = 12; // of which the middle one counts
const kSlow_ms = 60; // between two frames; below 16 a second nothing seems to move

/** Tells from the time between frames whether a device can keep up. */
export class FrameWatch {
  private gaps: number[] = [];

  /** True when the last frames were slow; the next ones are judged anew. */
  isSlow(gap_ms: number): boolean {
    this.gaps.push(gap_ms);
    if (this.gaps.length < kFrames) return false;
    const middle = this.gaps.sort((a, b) => a - b)[kFrames / 2] ?? 0;
    this.gaps = [];
    return middle > kSlow_ms;
  }
}
