import { isOn } from "../settings_here";

// What the device does beside the screen: tones, voice, a buzz, staying awake.

let audio: AudioContext | undefined;

function tone(hertz: number, seconds: number): void {
  if (!isOn("sound")) return;
  try {
    audio ??= new AudioContext();
    void audio.resume();
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0.15, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + seconds);
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start();
    oscillator.stop(audio.currentTime + seconds);
  } catch {
    // A device without sound: the screen says the same.
  }
}

/** A soft tick at 3, 2 and 1 seconds, a tone at 0. */
export function countDown(secondsLeft: number): void {
  if (secondsLeft > 3) return;
  if (secondsLeft > 0) return tone(660, 0.08);
  tone(880, 0.5);
  navigator.vibrate?.(200);
}

export function speak(text: string): void {
  if (!isOn("voice") || !("speechSynthesis" in window)) return;
  speechSynthesis.cancel();
  speechSynthesis.speak(new SpeechSynthesisUtterance(text));
}

/** Keeps the screen on until the returned function is called; asks again when one comes back. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let isOver = false;
  const ask = () => {
    if (isOver || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    navigator.wakeLock.request("screen").then(
      (given) => (isOver ? void given.release() : (lock = given)),
      () => undefined, // a low battery: the screen may sleep, the rest's end stays right
    );
  };
  ask();
  document.addEventListener("visibilitychange", ask);
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", ask);
    void lock?.release();
  };
}
