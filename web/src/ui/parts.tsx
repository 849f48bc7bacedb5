/** The components that every screen is made of; /design.html shows each in each state. */
export { Act, Trouble } from './parts/act';
export { Choices, Scale } from './parts/choices';
export { Area, Choose, Field } from './parts/fields';
export { Hold } from './parts/hold';
export { Press } from './parts/press';
export { Back, Fold, Screen } from './parts/screen';
export { Sheet } from './parts/sheet';
