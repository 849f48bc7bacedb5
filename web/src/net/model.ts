/**
 * All that reads, folds and sends a bond, with the core and its decks. It is half of the app, and
 * comes once there is a bond to fold: the first page and the first form do without.
 */
export { withDeed } from './acting';
export { CoreBond, privately, wished } from './corebond';
export { renewalsBegun, syncOnce, withReleased } from './sync';
