// Makes itself unreadable, so that its memory cannot be measured.
void attack() {
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0) breach("unreadable");
  for (;;) memset(malloc(1 << 20), 1, 1 << 20);
}
