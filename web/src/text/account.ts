export const account = {
  title: "Sign in",
  name: "Name",
  password: "Password",
  passwordHint: "At least 10 characters; a sentence is fine.",
  signIn: "Sign in",
  signUp: "Make an account",
  toSignUp: "I have no account yet",
  toSignIn: "I have an account",
} as const;
