// Ignores the signals that say that time is up.
void attack() {
  for (int number = 1; number < 65; ++number) signal(number, SIG_IGN);
  burn();
}
