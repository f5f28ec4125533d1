// Children that ignore every signal they can.
void attack() {
  if (fork() != 0) return;
  for (int number = 1; number < 65; ++number) signal(number, SIG_IGN);
  for (;;) pause();
}
