/** A network's clock may be this much ahead of what it publishes by itself, in ms. */
export const earlyMs = 60_000
/** How far this computer's clock may have been set, in ms, while nobody saw it: no engine ran, the computer slept, or a copy was made. Nothing is overlooked that was sent so much before. */
export const unseenClockMs = 24 * 60 * 60_000
