import type { RoomType } from '../contexts/rooms.ts';

/** An extracurricular activity. */
export interface ActivityEntry {
  readonly name: string;
  readonly type: 'club' | 'sport' | 'arts' | 'academic' | 'service';
  readonly description: string;
  readonly room: RoomType;
}

/** One of each type before the types come round again, so that a few activities are a fair mix. */
export const activityCatalogue: readonly ActivityEntry[] = [
  { name: 'Chess Club', type: 'club', description: 'Openings, tactics and friendly matches.', room: 'classroom' },
  { name: 'Soccer Team', type: 'sport', description: 'Training and matches against other schools.', room: 'gym' },
  { name: 'School Choir', type: 'arts', description: 'Singing in parts, with concerts in winter and spring.', room: 'classroom' },
  { name: 'Math Olympiad', type: 'academic', description: 'Problem solving for regional contests.', room: 'classroom' },
  { name: 'Green Team', type: 'service', description: 'Recycling, the school garden and other care for nature.', room: 'lab' },
  { name: 'Robotics Club', type: 'club', description: 'Building and programming robots.', room: 'lab' },
  { name: 'Basketball Team', type: 'sport', description: 'Skills, teamwork and games.', room: 'gym' },
  { name: 'Drama Club', type: 'arts', description: 'Acting, costumes and a play each year.', room: 'classroom' },
  { name: 'Science Bowl', type: 'academic', description: 'Quick questions about the natural world.', room: 'lab' },
  { name: 'Student Council', type: 'service', description: 'Speaking for students and planning events.', room: 'library' },
  { name: 'Book Club', type: 'club', description: 'Reading and talking about new books.', room: 'library' },
  { name: 'Track and Field', type: 'sport', description: 'Running, jumping and throwing.', room: 'gym' },
  { name: 'Art Studio', type: 'arts', description: 'Painting, clay and printmaking.', room: 'classroom' },
  { name: 'Spelling Bee Team', type: 'academic', description: 'Words, roots and contests.', room: 'library' },
  { name: 'Peer Tutors', type: 'service', description: 'Older students help younger ones.', room: 'library' },
  { name: 'Coding Club', type: 'club', description: 'Games and animations from the first line of code.', room: 'lab' },
  { name: 'Volleyball Team', type: 'sport', description: 'Serving, setting and matches.', room: 'gym' },
  { name: 'School Band', type: 'arts', description: 'Wind, brass and percussion.', room: 'classroom' },
  { name: 'Debate Club', type: 'academic', description: 'Arguments, evidence and polite disagreement.', room: 'classroom' },
  { name: 'Kindness Crew', type: 'service', description: 'Small projects that help the neighbourhood.', room: 'classroom' },
];
