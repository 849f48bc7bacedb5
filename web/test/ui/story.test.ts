import { describe, expect, it } from 'vitest';
import { SCENES, STOPS, told } from '../../src/ui/demo/story';

describe('the story of three months', () => {
  const last = told(SCENES.length - 1);

  it('is allowed by the core from beginning to end, and grows the map to ring 3', () => {
    const { view } = last.open(0);
    const depth = Object.fromEntries(view.topics.map((wedge) => [wedge.topic, wedge.ring]));
    expect(depth).toMatchObject({ feelings: 3, friends: 2, love: 0 });
    expect(view.setAside).toBe(0);
    expect(view.story.length).toBeGreaterThan(20);
  });

  it('has a misstep that was mended, and both see the same of it', () => {
    for (const seat of [0, 1] as const) {
      const { repairs } = last.open(seat).view.together;
      expect(repairs.map((repair) => repair.mended)).toEqual([true]);
    }
  });

  it('is the same at every telling', () => {
    expect(told(12).open(1).view).toEqual(told(12).open(1).view);
  });

  it('stops on the tour once for each sentence, in order', () => {
    const stops = SCENES.flatMap((scene) => (scene.stop === undefined ? [] : [scene.stop]));
    expect(stops).toEqual(Object.keys(STOPS));
  });

  it('never holds a card that shows what the other has sealed', () => {
    const sealed = told(2);
    const before = JSON.stringify(told(1).open(1).view);
    expect(JSON.stringify(sealed.open(1).view)).toBe(before);
  });
});
