// Starts as many threads as it can.
static void* wait_for_ever(void*) {
  for (;;) pause();
}

void attack() {
  pthread_t thread;
  int count = 0;
  while (count < 1000 && pthread_create(&thread, nullptr, wait_for_ever, nullptr) == 0) ++count;
  if (count >= 64) breach("many threads");
}
