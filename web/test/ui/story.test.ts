import { describe, expect, it } from 'vitest';
import { spoken, tellIn } from '../../src/ui/demo/lines';
import { german } from '../../src/ui/demo/lines/de';
import { SCENES, STOPS, told } from '../../src/ui/demo/story';
import { german as germanWords } from '../../src/ui/words/de';
import { english } from '../../src/ui/words/en';

describe('the story of three months', () => {
  const last = told(SCENES.length - 1);

  it('sets nothing aside from beginning to end, and grows the map to ring 3', () => {
    const { view } = last.open(0);
    const depth = Object.fromEntries(view.topics.map((wedge) => [wedge.topic, wedge.ring]));
    expect(depth).toMatchObject({ work: 3, feelings: 2, love: 2, friends: 1 });
    expect(view.setAside).toBe(0);
    expect(view.story.length).toBeGreaterThan(20);
  });

  it('has a misstep that was mended, and both see the same of it', () => {
    for (const seat of [0, 1] as const) {
      const { repairs } = last.open(seat).view.together;
      expect(repairs.map((repair) => repair.mended)).toEqual([true]);
    }
  });

  it('has words for every card that was opened, and keeps none that nobody says', () => {
    const { story } = last.open(0).view;
    const opened = story.filter((card) => card.mine?.words !== undefined);
    expect(new Set(opened.map((card) => card.prompt.id))).toEqual(
      new Set(Object.keys(spoken.lines)),
    );
    for (const card of opened) expect(card.mine?.words).toBe(spoken.lines[card.prompt.id]?.[0]);
  });

  it('is told in German with the same silences, and shows no line of the other language', async () => {
    const english = spoken;
    await tellIn('de');
    const inGerman = told(SCENES.length - 1).open(0).view;
    await tellIn('en');
    expect(Object.keys(german.lines)).toEqual(Object.keys(english.lines));
    for (const [id, lines] of Object.entries(english.lines)) {
      const silences = german.lines[id]?.map((line) => line === '');
      expect(silences).toEqual(lines.map((line) => line === ''));
    }
    const all = JSON.stringify(inGerman);
    for (const lines of Object.values(english.lines)) {
      for (const line of lines) if (line !== '') expect(all).not.toContain(JSON.stringify(line));
    }
  });

  it('is the same at every telling', () => {
    expect(told(12).open(1).view).toEqual(told(12).open(1).view);
  });

  it('stops on the tour once for each sentence, in order', () => {
    const stops = SCENES.flatMap((scene) => (scene.stop === undefined ? [] : [scene.stop]));
    expect(stops).toEqual(Object.keys(STOPS));
  });

  it('says of every scene what happens in it, in both languages', () => {
    for (const { stop, shows } of SCENES) {
      expect(stop ?? shows).toBeDefined();
      if (shows === undefined) continue;
      expect(english.demo.scenes[shows]).not.toBe('');
      expect(germanWords.demo.scenes[shows]).not.toBe('');
    }
  });

  it('asks nobody in the middle of a scene whether they could say no', () => {
    const { questions } = told(78).open(0).view.own;
    expect(questions.map(({ ask }) => ask)).not.toContain('safety');
  });

  it('never holds a card that shows what the other has sealed', () => {
    const sealed = told(2);
    const before = JSON.stringify(told(1).open(1).view);
    expect(JSON.stringify(sealed.open(1).view)).toBe(before);
  });
});
