export const welcome = {
  title: "Welcome",
  heading: "A stronger back, safely",
  lead: "Some questions first: about you, your back, your days and what you own. They make a program that fits, and they find what must be seen to before training.",
  time: (minutes: number) =>
    minutes <= 1 ? "About 1 minute left" : `About ${minutes} minutes left`,
  signedIn: "You are signed in.",
  begin: "Begin",
  goOn: "Go on where I was",
  anew: "Begin anew",
  again: "Send my answers again",
  next: "Next",
  back: "Question before",
  skip: "Leave it out",
  usual: (words: string) => `Take the usual: ${words}`,
  several: "Tap all that fit.",
  noneOfThem: "None of these",
  cutTitle: "Be seen first",
  cut: "Please have this looked at before you train. A program can wait; this should not.",
  changeAnswer: "I answered wrongly",
  doneTitle: "That is all",
  done: "From your answers a program can be made. You can change everything later in Settings.",
  make: "Make my program",
  making: "Making your program.",
  file: "Your answers as a file",
  find: "Find",
  nextWith: (chosen: number) => `Next (${chosen} chosen)`,
  howMany: "How many",
  timesAWeek: "Times a week",
  minutesEach: "Minutes each time",
  systolic: "The higher number",
  diastolic: "The lower number",
  clearedNot: "Nobody has looked at it yet",
  clearedWhen: "On which day?",
  clearedWho: "Who looked at it?",
  clearedLimits: "What did they advise against? Leave it empty when nothing.",
  own: "Something else, with its weight, such as bag of rice 1 kg",
} as const;

/** Questions whose words are made for a keyboard, in words for a screen to tap. */
export const questionTexts: Record<string, string> = {
  conditions: "Has a doctor named a condition of yours?",
  country: "In which country do you live? It decides whom to call. Two letters, such as GB.",
  "equipment.have": "What do you have to train with?",
  "equipment.household": "Which of these do you have at home?",
  "week.activity": "Which chores do you do every week?",
  "preferences.liked": "Which exercises do you like?",
  "preferences.disliked": "Which exercises do you not want to do?",
  "training.goals": "What is it for? Tap what counts most first.",
};

/** What a word of the file is called where it is tapped. */
const reach = {
  back: "In the back",
  buttock: "To the buttock or thigh",
  "below-knee": "Below the knee",
  foot: "To the foot",
};

export const choiceTexts: Record<string, Record<string, string>> = {
  sex: { female: "A woman", male: "A man" },
  units: { metric: "Kilograms and centimeters", imperial: "Pounds and inches" },
  "pain.where": reach,
  "pain.usual_where": reach,
  "training.level": {
    gentle: "Almost not at all",
    novice: "Not for years, or never",
    intermediate: "For about half a year without a break",
    advanced: "For years",
  },
  "training.goals": {
    health: "Health",
    strength: "Strength",
    muscle: "More muscle",
    endurance: "Endurance and posture",
    "pain-aware": "Moving with less pain",
  },
  "lifestyle.mattress": {
    soft: "Soft",
    medium: "Medium",
    "medium-firm": "Medium to firm",
    firm: "Firm",
  },
};

export const yesNo = { yes: "Yes", no: "No", skip: "I would rather not say" } as const;
