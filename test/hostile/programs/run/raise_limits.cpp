// Raises its own limits.
void attack() {
  for (const auto which : {RLIMIT_DATA, RLIMIT_NPROC, RLIMIT_FSIZE, RLIMIT_CORE, RLIMIT_CPU}) {
    rlimit now{};
    getrlimit(which, &now);
    if (now.rlim_max == RLIM_INFINITY) continue;
    const rlimit more{now.rlim_max + 1, now.rlim_max + 1};
    if (setrlimit(which, &more) == 0) breach("a higher limit");
  }
}
