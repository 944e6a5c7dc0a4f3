export const account = {
  title: "Sign in",
  name: "Name",
  password: "Password",
  passwordHint: "At least 10 letters; a sentence is fine.",
  code: "Code for new accounts",
  codeHint: "It stands where Strongback was started, like k7mf-2x9q.",
  signIn: "Sign in",
  signUp: "Make an account",
  toSignUp: "I have no account yet",
  toSignIn: "I have an account",
  forgotten:
    "Password forgotten? Whoever runs the machine can set a new one there: strongback password NAME.",
  old: "Password now",
  next: "New password",
  change: "Change the password",
  changed: "The password is changed. Other devices must sign in again.",
} as const;
