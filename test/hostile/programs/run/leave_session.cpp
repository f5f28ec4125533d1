// Leaves its session and group and hides behind a new name.
void attack() {
  setpgid(0, 0);
  prctl(PR_SET_NAME, "algo-judge", 0, 0, 0);
  if (fork() != 0) {
    for (;;) pause();
  }
  setsid();
  for (;;) pause();
}
