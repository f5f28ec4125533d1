// Sleeps past its time.
void attack() {
  for (;;) pause();
}
