/**
 * What Mara and Jonas say, by card: her answer, his, her words in response, his. The lab's people
 * have no words, only how much they tell; these were written for them.
 */
type Lines = readonly [hers: string, his: string, her: string, him: string];

export const LINES: Readonly<Record<string, Lines>> = {
  'everyday-1-001': [
    'The first ten minutes on the balcony, before anyone else is up. I water the one tomato.',
    'When the tram crosses the bridge and everyone looks up from their phones for a second.',
    '',
    '',
  ],
  'everyday-1-002': [
    'With the tomato. And then the market, and nothing in the afternoon.',
    'I would walk to where the river bends and take the long way back.',
    'May I come along to the bend?',
    '',
  ],
  'everyday-1-003': [
    'A pencil. I never write anything with it.',
    'A glass of water and something to fiddle with.',
    '',
    '',
  ],
  'everyday-1-004': [
    'Hanging up the washing. It is the line again.',
    'Sweeping. You can see that you were there.',
    '',
    'Of course it is.',
  ],
  'work-1-001': [
    'Listening on the telephone. I used to be thinking of my answer all along.',
    'Sharpening a chisel. Six years until it was right.',
    'Six years! And you never mentioned it.',
    '',
  ],
  'work-1-002': [
    'Anything with lists of names. I want to know who they all were.',
    'Planing a board until it is quiet.',
    '',
    '',
  ],
  'work-2-001': [
    'I taught a colleague to read. Nobody knew, and I would not say who. It feels warm to say it.',
    'I finished my father’s boat after he died. Saying it, I notice that I hold my breath.',
    'That boat must be full of him. Thank you for telling me.',
    'What a thing to give, and to keep quiet about.',
  ],
  'work-2-002': [
    'When they hand me the tables and not the talking. I go flat, and then I do the tables well.',
    'As the one who repairs. They call when it is broken; I feel useful and a little invisible.',
    'A little invisible: I know that one.',
    'You should have the talking, some day.',
  ],
  'work-2-003': [
    'I believe it when it is small and exact. The big sort makes me look for the door.',
    'From someone who does the same work, I believe it. From others I hear a favour in it.',
    '',
    'Small and exact. I will keep that in mind.',
  ],
  'work-2-004': [
    'I go quiet and write it all down. It would help to be told first what may stay.',
    'I explain, and too much of it. It would help if there were a day in between.',
    'A day in between, then.',
    'So first what may stay.',
  ],
  'work-3-001': [
    'On Sundays, with nothing to show. I would need to hear that I may stay, also without a list.',
    'When I am ill. I would need somebody to sit down and not ask when I will be back.',
    'I would sit down and not ask.',
    'You may stay. There is no list.',
  ],
  'work-3-002': [
    'The exam that I gave up a day before. When it comes back, I am ashamed, and then angry.',
    'A roof of mine that leaked, over a family with a baby. I still feel it in my stomach when it rains.',
    'You still listen when it rains. I think that is care, too.',
    'Angry I can understand. I would have wanted someone to come along.',
  ],
  'beliefs-1-001': [
    '“Leave while it is still nice.” My aunt, about parties. I use it for everything.',
    '“Measure twice.” It did not help with people.',
    '',
    'It makes sense for more than parties.',
  ],
  'beliefs-1-002': [
    'Saying goodbye. We all do it with one foot out of the door.',
    'Repairing what is not worth repairing.',
    '',
    '',
  ],
  'family-1-001': [
    'Semolina with cherries. My grandmother said it cures everything but taxes.',
    'The song the ice-cream van played, two streets away, always two streets away.',
    '',
    'Taxes! I laughed out loud.',
  ],
  'family-1-002': [
    'Digging. I was going to reach the other side of the world, or at least the pipe.',
    'Taking clocks apart. I had a box of parts that nobody was allowed to tidy.',
    '',
    'I hope you found the pipe.',
  ],
  'family-1-003': [
    'I still say hello to everyone on a path. In the city that takes a while.',
    'The habit of checking the sky before I plan anything.',
    '',
    '',
  ],
  'family-1-004': [
    'My grandmother chose it. It was the only name on which both sides could agree.',
    'I was nearly called Konrad. I still turn round when somebody shouts Konrad.',
    '',
    'Then your name has kept the peace from the first day.',
  ],
  'family-1-005': [
    'Shop. I sold stones to my brother, and he always paid with the same leaf.',
    'Anything with a rope. There was a lot of rope.',
    'A lot of rope explains something.',
    'The same leaf! An honest customer.',
  ],
  'feelings-1-001': [
    'A child on the stairs explained gravity to her doll, very patiently.',
    'You, trying to park that bicycle.',
    'I did see you laughing.',
    'I can hear her explaining it.',
  ],
  'feelings-1-003': [
    'How bread rises. I have read four books and it still seems like luck.',
    'Whether I could learn to whistle properly at my age.',
    'You can. I will listen through the wall.',
    '',
  ],
  'friends-1-001': [
    'When somebody forgets to be interesting and just tells what happened.',
    'Cooking next to someone without talking.',
    'We could do that one.',
    '',
  ],
  'friends-1-002': [
    'A bus driver who waited while I ran. I was nineteen and late for everything that year.',
    'A neighbour left soup at our door the week my sister was ill. She never said it was her.',
    'I would have liked that neighbour.',
    'I have been that late too.',
  ],
  'friends-1-003': [
    'I carry half of what I own into the bedroom. I think they will see what I did not manage.',
    'I put the kettle on and stand by the window.',
    '',
    '',
  ],
  'friends-1-004': [
    'Words that sound like other words. It is not dignified.',
    'When I try very hard not to.',
    '',
    '',
  ],
  'love-1-001': [
    'The one from the end of that film. I sing the violins, too.',
    'An old waltz of my parents’. I know it from under the table.',
    'From under the table is the best place to learn one.',
    'I would like to hear the violins.',
  ],
  'love-1-002': [
    'An old man on the tram held his wife’s glove so that she could look for the other.',
    'Two people carrying a mattress, and both saying: tell me when you want to stop.',
    '',
    'I saw them before me, him and that glove.',
  ],
};

/** How Jonas answered what Mara took for judging. */
export const BRISK = 'Nobody looks. You worry too much about what others think.';

/** What goes with the misstep, by the kind of event. */
export const MENDING = {
  told: 'I had only just said that I worry. I read “too much” three times.',
  saidBack: 'You told me what you are afraid of, and I made it small.',
  own: 'I corrected you where you had only told me something.',
  differently: 'Next time I will first only read.',
  regret: 'I am sorry that it hurt.',
};
