/** Before a device forgets what it has not sent. */
export const clearing = {
  title: "Not all is sent yet",
  unsent: (count: number) =>
    count === 1
      ? "1 entry is on this device only. It is sent as soon as the server can be reached. If you go on now, it is lost."
      : `${count} entries are on this device only. They are sent as soon as the server can be reached. If you go on now, they are lost.`,
  wait: "Wait until all is sent",
  goOnAnyway: "Go on and lose what is unsent",
  sentTitle: "All is sent",
  sent: "The server has every entry of this device.",
  goOn: "Go on",
} as const;
